import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HttpServer, startHttpServer } from '../src/http-server.ts';

const LIMITS = { headersMs: 300, requestMs: 600, lookEveryMs: 50, connections: 20 };

let server: HttpServer;
let hungUp: number;
let sockets: Socket[];
beforeEach(async () => {
  hungUp = 0;
  sockets = [];
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    ready: async () => ({ ready: true }),
    slack: (request, response) => request.resume().once('end', () => response.end('heard')),
    hungUp: () => (hungUp += 1),
    limits: LIMITS,
  });
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await server.stop();
});

/** Connects and says no more than `words`; what came by the time that the other side has hung up. */
const half = async (words: string): Promise<string> => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  socket.on('data', (data) => (heard += String(data)));
  socket.on('error', () => undefined);
  socket.write(words);
  await once(socket, 'close');
  return heard.split('\r\n', 1)[0] ?? '';
};

test.each([
  ['nothing', ''],
  ['half of the headers', 'POST /slack/events HTTP/1.1\r\nHost: bot\r\n'],
  ['half of a body', 'POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 100\r\n\r\nhalf'],
])('who connects and sends %s is hung up on', async (_what, words) => {
  expect(await half(words)).toBe('HTTP/1.1 408 Request Timeout');
});

test('a thousand half-open connections are no more than the cap at once, and the bot answers when they are over', async () => {
  const told = await Promise.all(Array.from({ length: 1000 }, () => half('')));
  const lived = told.filter((line) => line !== '').length;
  expect(lived).toBeGreaterThanOrEqual(LIMITS.connections);
  expect([lived + hungUp, hungUp > 500]).toEqual([1000, true]);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('a request that comes as it should is answered', async () => {
  const answer = await fetch(`${server.url}/slack/events`, { method: 'POST', body: 'whole' });
  expect([answer.status, await answer.text()]).toEqual([200, 'heard']);
});
