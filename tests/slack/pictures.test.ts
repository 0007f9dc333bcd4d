import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { createPictures, type Pictures } from '../../src/slack/pictures.ts';
import { createUploads } from '../../src/slack/uploads.ts';
import { createKeptLog, type KeptLog } from '../support/desk.ts';

let slack: Sandbox;
let log: KeptLog;
let pictures: Pictures;
beforeEach(async () => {
  slack = await startSandbox();
  log = createKeptLog();
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
  pictures = createPictures(client, createUploads(client, fetch), log, PATIENCE_MS);
});
afterEach(() => slack.stop());

/** Longer than anything here takes on a busy machine. */
const PATIENCE_MS = 10_000;

const BYTES = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);

const idOf = (key = 'numbers') => pictures.idOf({ key, fileName: 'kensyu.png', draw: async () => BYTES });

const uploads = (): number =>
  slack.calls.filter(({ method }) => method === 'files.completeUploadExternal').length;

test('a picture is brought to Slack as a file of the bot, and is there as it was drawn', async () => {
  const id = await idOf();
  const { status, headers } = await fetch(`${slack.url}/picture/${id}`);
  expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(new Uint8Array(await (await fetch(`${slack.url}/picture/${id}`)).arrayBuffer())).toEqual(BYTES);
});

test('the same picture is brought once; another one is another file', async () => {
  const [first, again, other] = [await idOf(), await idOf(), await idOf('other numbers')];
  expect([first === again, first === other, uploads()]).toEqual([true, false, 2]);
});

test('one that somebody deleted at Slack is brought anew', async () => {
  const first = await idOf();
  slack.faults.next('files.info', { error: 'file_deleted' });
  const second = await idOf();
  expect([first === second, uploads()]).toEqual([false, 2]);
});

test('a file that Slack still looks into is waited for', async () => {
  slack.faults.next('files.info', { error: 'file_not_found' }, 2);
  expect([typeof (await idOf()), uploads()]).toEqual(['string', 1]);
});

test.each(['files.getUploadURLExternal', 'files.completeUploadExternal'])(
  'what keeps Slack from taking it (%s) is in the log, and the next try is another',
  async (method) => {
    slack.faults.next(method, { error: 'missing_scope' });
    expect(await idOf()).toBeUndefined();
    expect(log.lines).toMatchObject([{ level: 'warn', event: 'picture not brought to Slack' }]);
    expect(await idOf()).toMatch(/^F0/u);
  },
);

test('bytes of another length than was announced, or for no announced file, are not taken', async () => {
  const sent = await fetch(`${slack.url}/upload/${slack.team.id}/unknown`, { method: 'POST', body: BYTES });
  expect([sent.status, (await fetch(`${slack.url}/picture/F0NONE`)).status]).toEqual([400, 404]);
});

test('a picture that takes long keeps nobody waiting, is drawn once, and is there the next time', async () => {
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  const hurried = createPictures(client, createUploads(client, fetch), log, 0);
  let drawn = 0;
  const picture = {
    key: 'slow',
    fileName: 'kensyu.png',
    draw: async () => {
      drawn += 1;
      return BYTES;
    },
  };
  expect([await hurried.idOf(picture), await hurried.idOf(picture)]).toEqual([undefined, undefined]);
  await expect.poll(() => uploads()).toBe(1);
  expect(drawn).toBe(1);
});
