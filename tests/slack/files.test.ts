import { createServer, type IncomingMessage, type Server } from 'node:http';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FILE_ADDRESS } from '../../src/sandbox/faults.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { close, listen } from '../../src/sandbox/server/server.ts';
import { getsToken } from '../../src/slack/download.ts';
import { createFiles } from '../../src/slack/files.ts';
import { createKeptLog, type KeptLog } from '../support/desk.ts';

const OWNER = 'U0HANAKO';
const CONTENT = '氏名,課\n協働 太郎,市民課\n';
const KEPT = { ok: true, file: { name: '名簿.csv', bytes: new TextEncoder().encode(CONTENT) } };
const UNREADABLE = { ok: false, problem: 'unreadable' };

let slack: Sandbox;
let log: KeptLog;
/** A host that is none of Slack's, and what it was asked. */
let elsewhere: { readonly server: Server; readonly url: string; readonly asked: IncomingMessage[] };

beforeEach(async () => {
  slack = await startSandbox({ people: [{ id: OWNER }] });
  log = createKeptLog();
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    if (request.url === '/endless') {
      const more = (): void => void response.write(Buffer.alloc(64 * 1024), more);
      response.on('error', () => undefined);
      return more();
    }
    response.end(CONTENT);
  });
  elsewhere = { server, url: `http://127.0.0.1:${await listen(server, 0)}`, asked };
});
afterEach(async () => {
  await slack.stop();
  await close(elsewhere.server);
});

const upload = () => {
  const { id, url_private_download: url } = slack.upload(OWNER, { name: '名簿.csv', content: CONTENT });
  return { id: String(id), path: new URL(String(url)).pathname };
};
const read = (id: string, mostBytes = 1000) => {
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logLevel: LogLevel.ERROR });
  return createFiles(client, { token: slack.botToken, apiUrl: slack.apiUrl, fetch }, log).read(id, {
    ownerId: OWNER,
    mostBytes,
  });
};

describe('a file that Slack keeps at another address', () => {
  test.each([1, 2, 3])('is read over %i redirects, with the token at each', async (hops) => {
    const { id, path } = upload();
    slack.faults.next(FILE_ADDRESS, { redirectTo: path }, hops);
    expect(await read(id)).toEqual(KEPT);
    expect(log.lines).toEqual([]);
  });

  test('is not looked for over a fourth', async () => {
    const { id, path } = upload();
    slack.faults.next(FILE_ADDRESS, { redirectTo: path }, 4);
    expect(await read(id)).toEqual(UNREADABLE);
    expect(log.lines).toMatchObject([
      { event: 'file of Slack not read', data: { cause: 'more than 3 hops' } },
    ]);
  });

  test('is read at a host that is none of Slack’s, which never sees the token', async () => {
    const { id, path } = upload();
    slack.faults.next(FILE_ADDRESS, { redirectTo: path });
    slack.faults.next(FILE_ADDRESS, { redirectTo: `${elsewhere.url}/signed?by=slack` });
    expect(await read(id)).toEqual(KEPT);
    expect(elsewhere.asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/signed?by=slack', undefined],
    ]);
  });

  test.each([
    ['a host that cannot be reached', 'http://127.0.0.1:1/'],
    ['an address that is none', 'http://'],
    ['something that is not the web', 'file:///etc/passwd'],
    ['a page that asks to sign in', '/files-pri/T0PRACTICE-F0NOTHING/x'],
  ])('is unreadable behind %s', async (_, redirectTo) => {
    const { id } = upload();
    slack.faults.next(FILE_ADDRESS, { redirectTo });
    expect(await read(id)).toEqual(UNREADABLE);
    expect(log.lines).toHaveLength(1);
  });

  test('is no longer read once it is larger than it said', async () => {
    const { id } = upload();
    slack.faults.next(FILE_ADDRESS, { redirectTo: `${elsewhere.url}/endless` });
    expect(await read(id)).toEqual({ ok: false, problem: 'too-large' });
  });
});

test('a page to sign in, as Slack gives it without files:read, is no file', async () => {
  const { id } = upload();
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  const files = createFiles(client, { token: 'xoxb-of-another-app', apiUrl: slack.apiUrl, fetch }, log);
  expect(await files.read(id, { ownerId: OWNER, mostBytes: 1000 })).toEqual(UNREADABLE);
  expect(log.lines).toMatchObject([{ data: { cause: 'HTTP 200 text/html; charset=utf-8' } }]);
});

test.each([404, 500])('HTTP %i is no file', async (status) => {
  const { id } = upload();
  slack.faults.next(FILE_ADDRESS, { status });
  expect(await read(id)).toEqual(UNREADABLE);
});

test.each([
  ['https://files.slack.com/files-pri/T1-F1/x.csv', true],
  ['https://files-origin.slack.com/files-pri/T1-F1/x.csv', true],
  ['https://slack.com/x', true],
  ['http://files.slack.com/x', false],
  ['https://files.slack.com:8443/x', false],
  ['https://notslack.com/x', false],
  ['https://slack.com.example.jp/x', false],
  ['https://slack.com@example.jp/x', false],
  ['https://example.jp/slack.com', false],
])('whether %s gets the token: %s', (address, gets) => {
  expect(getsToken(new URL(address), new URL('https://slack.com/api/'))).toBe(gets);
});
