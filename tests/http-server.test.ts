import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HttpServer, startHttpServer } from '../src/http-server.ts';

const LIMITS = { headersMs: 300, requestMs: 600, lookEveryMs: 50, connections: 20 };

let server: HttpServer;
let hungUp: number;
let sockets: Socket[];
/** What the server waits for, until the test lets it go on. */
let waits: { readonly ms: number; readonly go: () => void }[];
/** The request that is answered only when the test says so. */
let slow: (() => void) | undefined;
beforeEach(async () => {
  hungUp = 0;
  sockets = [];
  waits = [];
  slow = undefined;
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    ready: async () => ({ ready: true }),
    slack: (request, response) =>
      request.resume().once('end', () => {
        const answer = (): void => void response.end('heard');
        if (request.url?.includes('slow') === true) slow = answer;
        else answer();
      }),
    wait: (ms) => new Promise((go) => waits.push({ ms, go })),
    hungUp: () => (hungUp += 1),
    limits: LIMITS,
  });
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  const stopped = server.stop();
  for (const { go } of waits) go();
  await stopped;
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

const post = (query = ''): Promise<Response> =>
  fetch(`${server.url}/slack/events${query}`, { method: 'POST', body: 'whole' });
/** Asks as a load balancer does. */
const look = async () => {
  const answer = await fetch(`${server.url}/readyz`);
  return [answer.status, await answer.json(), answer.headers.get('connection')];
};
const refused = () => expect(fetch(`${server.url}/healthz`)).rejects.toThrow();

test('who has heard that it is ready hears that it stops, and what is sent meanwhile is answered as the last of its connection', async () => {
  expect(await look()).toEqual([200, { ready: true }, 'keep-alive']);
  expect((await post()).headers.get('connection')).toBe('keep-alive');
  const stopped = server.stop();
  expect(await look()).toEqual([503, { ready: false, stopping: true }, 'close']);
  const answer = await post();
  expect([answer.status, await answer.text(), answer.headers.get('connection')]).toEqual([
    200,
    'heard',
    'close',
  ]);
  expect(waits.map(({ ms }) => ms)).toEqual([4000]);
  waits[0]?.go();
  await stopped;
  await refused();
});

test('where nobody asks whether it is ready, it stops at once; what is under way is answered', async () => {
  const asked = post('?slow');
  await expect.poll(() => slow).toBeDefined();
  const stopped = server.stop();
  await refused();
  expect(waits).toEqual([]);
  slow?.();
  const answer = await asked;
  expect([await answer.text(), answer.headers.get('connection')]).toEqual(['heard', 'close']);
  await stopped;
});
