import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startHttpBot, type TinyBot } from '../tiny-bot.ts';

let slack: Sandbox;
let bot: TinyBot;

beforeEach(async () => {
  slack = await startSandbox({
    now: () => new Date('2023-08-10T09:00:00+09:00'),
    team: { id: 'T0PRACTICE', name: '練習市' },
    people: [
      { id: 'U0HANAKO', real_name: '事務局 花子', title: '係長' },
      { id: 'U0TARO', real_name: '協働 太郎' },
    ],
    channels: [{ id: 'C0GENERAL', name: '全庁' }],
    shortcuts: [{ callbackId: 'meeting', name: '会議を記録' }],
    messageShortcuts: [{ callbackId: 'article', name: '協DOの記事にする' }],
    commands: [{ command: '/tiny-list', hint: '年度' }],
  });
  bot = await startHttpBot(slack);
});
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

const get = async (path: string): Promise<unknown> => (await fetch(`${slack.url}/sandbox/${path}`)).json();
const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${slack.url}/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const done = async (path: string, body: object): Promise<unknown> => (await post(path, body)).json();

const person = 'U0HANAKO';
const channel = 'D0HANAKO';

it('shows the people, and what one of them sees', async () => {
  expect(await get('people')).toEqual({
    people: [
      { id: 'U0HANAKO', name: '事務局 花子', title: '係長' },
      { id: 'U0TARO', name: '協働 太郎' },
    ],
    team: { id: 'T0PRACTICE', name: '練習市' },
    workspaces: [{ id: 'T0PRACTICE', name: '練習市' }],
    shortcuts: [{ callbackId: 'meeting', name: '会議を記録' }],
    messageShortcuts: [{ callbackId: 'article', name: '協DOの記事にする' }],
    commands: [{ command: '/tiny-list', hint: '年度' }],
  });
  expect(await done('command', { person, channel: 'C0GENERAL', text: '/tiny-list R5' })).toEqual({
    ok: true,
  });
  expect(await get('state?person=U0HANAKO')).toEqual({
    version: expect.any(Number),
    names: { U0KYODOBOT: '協DOボット', U0HANAKO: '事務局 花子', U0TARO: '協働 太郎', C0GENERAL: '全庁' },
    channels: [
      {
        id: 'C0GENERAL',
        name: '全庁',
        kind: 'channel',
        unread: 1,
        messages: [
          {
            ts: expect.any(String),
            author: { id: 'U0KYODOBOT', name: '協DOボット', isBot: true },
            text: '一覧 R5',
            files: [],
            ephemeral: true,
            edited: false,
            reactions: [],
            time: '8月10日 9:00',
            replies: [],
          },
        ],
      },
      { id: 'D0HANAKO', name: '協DOボット', kind: 'dm', unread: 0, messages: [] },
    ],
    choosable: [{ id: 'C0GENERAL', name: '全庁' }],
    view: null,
    home: null,
    sockets: 0,
  });
  expect(await get('state?person=U0TARO')).toMatchObject({ channels: [{ messages: [] }, { messages: [] }] });
});

it('opens, changes and sends a form, and presses a button', async () => {
  expect(await done('shortcut', { person, callbackId: 'meeting' })).toEqual({ ok: true });
  const form = await slack.person(person).nextForm();
  const viewId = form.viewId;
  expect(await get('state?person=U0HANAKO')).toMatchObject({
    view: { id: viewId, isLast: true, callback_id: 'meeting' },
  });

  const option = { text: { type: 'plain_text', text: 'その他' }, value: 'other' };
  const values = {
    body: { body: { type: 'static_select', selected_option: option } },
    agenda: { agenda: { type: 'plain_text_input', value: 'だめ' } },
  };
  const action = { person, viewId, blockId: 'body', actionId: 'body', option, values };
  expect(await done('view-action', action)).toEqual({ ok: true });
  await form.until((each) => each.labels.includes('その他の名称'));

  const refused = { ok: false, errors: { agenda: '案件を見直してください。' } };
  expect(await done('submit', { person, viewId, values })).toEqual(refused);
  const agenda = { agenda: { type: 'plain_text_input', value: '改正' } };
  expect(await done('submit', { person, viewId, values: { ...values, agenda } })).toEqual({ ok: true });
  const { ts } = await slack.dm(person).next();
  const pressed = { person, channel, ts, blockId: 'confirm', actionId: 'confirm', value: '8' };
  expect(await done('press', pressed)).toEqual({ ok: true });
  expect((await slack.dm(person).until((each) => each.edited)).plain).toBe('確認済み 7 @事務局 花子');
});

it('gives replies with what they answer, and a shortcut on a message that is there', async () => {
  const { client } = bot.app;
  const token = slack.botToken;
  const { ts = '' } = await client.chat.postMessage({ token, channel: 'C0GENERAL', text: '号' });
  await client.chat.postMessage({ token, channel: 'C0GENERAL', text: '記事', thread_ts: ts });
  const messages = [{ text: '号', replies: [{ text: '記事', replies: [] }] }];
  expect(await get('state?person=U0TARO')).toMatchObject({ channels: [{ messages }, { messages: [] }] });

  const heard: unknown[] = [];
  bot.app.shortcut({ type: 'message_action', callback_id: 'article' }, async ({ ack, shortcut }) => {
    await ack();
    heard.push([shortcut.user.id, shortcut.message_ts]);
  });
  const chosen = { person, callbackId: 'article', channel: 'C0GENERAL' };
  expect(await done('message-shortcut', { ...chosen, ts })).toEqual({ ok: true });
  expect(await done('message-shortcut', { ...chosen, ts: '1.0' })).toMatchObject({ ok: false });
  expect(heard).toEqual([[person, ts]]);
});

describe('what the page cannot do', () => {
  const gone = { ok: false, problem: '画面が新しくなりました。もう一度お試しください。' };

  it('submits no form of another person', async () => {
    const form = await (await slack.person(person).command('/tiny-meeting')).opened();
    expect(await done('submit', { person: 'U0TARO', viewId: form.viewId, values: {} })).toEqual(gone);
  });

  it('says so when the app does not answer', async () => {
    await bot.stop();
    expect(await done('command', { person, channel, text: '/tiny-list' })).toEqual({
      ok: false,
      problem: '/tiny-list はアプリから応答がなかったため失敗しました。',
    });
  });

  it.each([
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form of another page', { 'content-type': 'text/plain' }, 400],
  ])('takes nothing from %s', async (_what, headers, status) => {
    expect((await post('command', { person, channel, text: 'x' }, headers)).status).toBe(status);
    expect(slack.messages(person)).toEqual([]);
  });

  it('takes no body of another shape', async () => {
    expect((await post('press', { person, channel })).status).toBe(400);
  });
});

it('tells a waiting page that something has changed', async () => {
  const response = await fetch(`${slack.url}/sandbox/events?person=U0HANAKO`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  expect(first?.value).toMatch(/^event: changed\ndata: \d+\n\n$/);
  await done('command', { person, channel, text: 'こんにちは' });
  const second = await reader?.read();
  expect(second?.value).toMatch(/^event: changed\n/);
  await reader?.cancel();
});

it('serves the built page and nothing beside it, and passes the health of the bot on', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>練習</title>');
  const practice = await startSandbox({ pageDirectory: directory });
  const read = async (path: string): Promise<readonly [number, string]> => {
    const response = await fetch(practice.url + path);
    return [response.status, await response.text()];
  };
  expect(await read('/readyz')).toEqual([503, '{"ok":false,"problem":"アプリが起動していません。"}']);
  practice.connectHttp({ url: `${slack.url}/slack/events` });
  expect(await read('/')).toEqual([200, '<!doctype html><title>練習</title>']);
  expect(await read('/..%2f..%2fetc%2fpasswd')).toEqual([404, 'このページはありません。\n']);
  // Behind it stands the other workspace, and behind that a bot that has no such page and says so without words.
  expect(await read('/healthz')).toEqual([404, '']);
  await practice.stop();
  await rm(directory, { recursive: true });
});
