import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { createSlackLogger } from '../../src/slack/logger.ts';
import { createWayOut } from '../../src/slack/way-out.ts';
import { type Connection, openConnection, type SocketWay } from '../../src/socket-mode/connection.ts';
import type { Request } from '../../src/socket-mode/frame.ts';

let slack: Sandbox;
let requests: Request[];
let log: string[];
const opened: Connection[] = [];
beforeEach(async () => {
  slack = await startSandbox({ people: [{ id: 'U0HANAKO' }] });
  requests = [];
  log = [];
});
afterEach(async () => {
  for (const connection of opened.splice(0)) connection.close();
  await slack.stop();
});

const connect = (
  slackApiUrl = slack.apiUrl,
  helloWithin = 10_000,
  way: { readonly socketWay?: () => SocketWay } = {},
): Connection => {
  const note = (details: object): void => void log.push(JSON.stringify(details));
  const connection = openConnection({
    appToken: slack.appToken,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 } },
    logger: createSlackLogger({ info: note, warn: note, error: note }),
    receive: (request, acknowledge) => {
      requests.push(request);
      void acknowledge();
    },
    helloWithin,
    ...way,
  });
  opened.push(connection);
  return connection;
};

/** A server of which each connection stays open and nothing is answered but an address. */
const startMute = async (): Promise<{ readonly url: string; readonly server: Server }> => {
  const server = createServer((_request, response) => {
    const { port } = server.address() as AddressInfo;
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/` }));
  });
  server.on('upgrade', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/`, server };
};

test('what is no request is acknowledged where it has an id, logged once, and the connection stands', async () => {
  const connection = connect();
  await connection.opened;
  for (const frame of ['', 'null', '[]', '{"type":"hello"', '{}', '"hello"', '7']) slack.socket.send(frame);
  slack.socket.send(Buffer.from([0xff, 0x00, 0x7b]));
  const frames = [{ type: 'weather', payload: {} }, {}, { type: 'close', payload: {} }, { type: null }];
  for (const [number, frame] of frames.entries())
    slack.socket.send(JSON.stringify({ ...frame, envelope_id: `E${number}` }));
  slack.socket.send(Buffer.from('{"type":"weather","envelope_id":"E4","payload":null}'));
  await expect.poll(() => slack.socket.acks().toSorted()).toEqual(['E0', 'E1', 'E2', 'E3', 'E4']);
  expect([requests, connection.isOpen(), log.length]).toEqual([[], true, 8 + 5]);
});

test("an event whose name is one of the client's own is handed on like any other", async () => {
  const connection = connect();
  await connection.opened;
  const body = { type: 'event_callback', event: { type: 'close' } };
  slack.socket.send(JSON.stringify({ type: 'events_api', envelope_id: 'E1', payload: body }));
  await expect.poll(() => slack.socket.acks()).toEqual(['E1']);
  expect([requests, connection.isOpen()]).toEqual([[{ id: 'E1', body }], true]);
});

test('a hello that does not come in time is a failure, and nothing is left of it', async () => {
  slack.socket.receive('silence');
  const connection = connect(slack.apiUrl, 200);
  await expect(connection.opened).rejects.toThrow('Slack does not say hello');
  connection.close();
  await connection.closed;
  await expect.poll(() => slack.socket.connections()).toBe(0);
});

test('a line on which nothing is answered at all is a failure too, and can be closed', async () => {
  const { url, server } = await startMute();
  const connection = connect(url, 200);
  await expect(connection.opened).rejects.toThrow('Slack does not say hello');
  connection.close();
  await connection.closed;
  server.closeAllConnections();
  server.close();
});

test.each(['too_many_websockets', 'link_disabled'] as const)(
  '%s in place of a hello is a failure with that name',
  async (reason) => {
    slack.socket.receive(reason);
    const connection = connect();
    await expect(connection.opened).rejects.toThrow(reason);
    await connection.closed;
  },
);

test('the end right after hello is told', async () => {
  slack.socket.receive('end');
  const connection = connect();
  await connection.opened;
  expect(await connection.over).toBe('lost');
  await connection.closed;
});

test('a goodbye with the line left open: the connection serves no more at once, and is cut soon', async () => {
  const connection = connect();
  await connection.opened;
  slack.socket.farewellOne();
  await expect.poll(connection.isOpen).toBe(false);
  expect(await connection.over).toBe('lost');
  await connection.closed;
});

test('a wish that it leave is told by its name, and it serves until it is closed', async () => {
  const connection = connect();
  await connection.opened;
  slack.socket.warn();
  expect(await connection.over).toBe('warning');
  expect([connection.isOpen(), connection.isLeaving()]).toEqual([true, true]);
  connection.close();
  await connection.closed;
});

test('one that is closed before Slack gave an address is never opened', async () => {
  const connection = connect();
  connection.close();
  await expect(connection.opened).rejects.toThrow('closed before Slack said hello');
  await connection.closed;
  expect(slack.socket.connections()).toBe(0);
});

test('a refused address fails with the reason of Slack, and there is nothing to close', async () => {
  slack.faults.next('apps.connections.open', { error: 'invalid_auth' });
  const connection = connect();
  await expect(connection.opened).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  await connection.closed;
});

/** A server that greets a web socket, says goodbye to it and leaves the line open, over which it goes on to ask whether anybody is there. */
const startLingering = async () => {
  const lines: Duplex[] = [];
  const server = createServer((_request, response) => {
    const { port } = server.address() as AddressInfo;
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/` }));
  });
  server.on('upgrade', ({ headers }, line: Duplex) => {
    lines.push(line.on('error', () => undefined).resume());
    const key = `${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    line.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${createHash('sha1').update(key).digest('base64')}\r\n\r\n`,
    );
    const hello = Buffer.from('{"type":"hello"}');
    line.write(Buffer.concat([Buffer.from([0x81, hello.length]), hello, Buffer.from([0x88, 2, 0x03, 0xe8])]));
    const asking = setInterval(() => line.write(Buffer.from([0x89, 0])), 20);
    line.on('close', () => clearInterval(asking));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api/`, server, lines };
};

test('a goodbye with the line left open over a way of its own: the line is cut, too', async () => {
  const { url, server, lines } = await startLingering();
  const { socketWay } = createWayOut({ url: 'http://127.0.0.1:1', except: '127.0.0.1' });
  const connection = connect(url, 10_000, socketWay === undefined ? {} : { socketWay });
  await connection.closed;
  await expect.poll(() => lines.map(({ destroyed }) => destroyed)).toEqual([true]);
  server.close();
});
