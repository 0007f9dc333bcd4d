import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startHttpBot, type TinyBot } from '../tiny-bot.ts';

const hanako = 'U0HANAKO';
const taro = 'U0TARO';
let slack: Sandbox;
let bot: TinyBot;
beforeEach(async () => {
  slack = await startSandbox({
    people: [{ id: hanako }, { id: taro }],
    channels: [
      { id: 'C0ALL', name: '全庁' },
      { id: 'C0OPEN', name: '公園', members: [taro] },
      { id: 'C0OLD', name: '昔の話', is_archived: true },
      { id: 'C0SECRET', name: '人事', is_private: true, members: [taro] },
    ],
  });
  bot = await startHttpBot(slack);
});
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

const get = async (path: string): Promise<unknown> => (await fetch(`${slack.url}/sandbox/${path}`)).json();
const read = (person: string, channel: string, ts: string): Promise<Response> =>
  fetch(`${slack.url}/sandbox/read`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person, channel, ts }),
  });
const post = async (channel: string, more: object = {}): Promise<string> => {
  const { client } = bot.app;
  return (await client.chat.postMessage({ token: slack.botToken, channel, text: '案内', ...more })).ts ?? '';
};

it('counts for each person what others wrote and that person has not looked at', async () => {
  const first = await post('C0ALL');
  await post('C0ALL', { thread_ts: first });
  await post(hanako);
  await slack.person(taro).message('了解です', { channel: 'C0ALL' });
  await bot.app.client.chat.postEphemeral({
    token: slack.botToken,
    channel: 'C0ALL',
    user: taro,
    text: '控え',
  });
  expect(await get('unread')).toEqual({ [hanako]: 3, [taro]: 2 });
  expect(await get(`state?person=${hanako}`)).toMatchObject({
    channels: [
      { id: 'C0ALL', unread: 2 },
      { id: 'D0HANAKO', unread: 1 },
    ],
  });
  await read(hanako, 'C0ALL', first);
  expect(await get('unread')).toEqual({ [hanako]: 2, [taro]: 2 });
  const latest = slack.messages('C0ALL').at(-1)?.ts ?? '';
  await read(hanako, 'C0ALL', latest);
  await read(hanako, 'C0ALL', first);
  expect(await get('unread')).toEqual({ [hanako]: 1, [taro]: 2 });
});

it('offers in fields every open channel, and the closed ones that one is in', async () => {
  const choosable = async (person: string): Promise<unknown> => await get(`state?person=${person}`);
  const all = { id: 'C0ALL', name: '全庁' };
  const park = { id: 'C0OPEN', name: '公園' };
  expect(await choosable(hanako)).toMatchObject({ choosable: [all, park] });
  expect(await choosable(taro)).toMatchObject({ choosable: [all, park, { id: 'C0SECRET', name: '人事' }] });
});
