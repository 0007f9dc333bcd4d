import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRates } from '../../src/sandbox/rates.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { call, type Listener, startCities, startListener } from './cities.ts';

let slack: Sandbox;
let bot: Listener;

beforeEach(async () => {
  slack = await startCities();
  bot = await startListener(slack);
});
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

const modal = { type: 'modal', title: { type: 'plain_text', text: '様式' }, blocks: [{ type: 'divider' }] };
const texts = (team: string, place: string): readonly string[] =>
  slack
    .workspace(team)
    .messages(place)
    .map(({ text }) => text);

describe('a token of one city', () => {
  it('posts in its own channel and direct messages, also where another has the same ids', async () => {
    await call(slack, 'xoxb-sakura', 'chat.postMessage', { channel: 'C0ZEN', text: '桜から' });
    await call(slack, 'xoxb-kaede', 'chat.postMessage', { channel: 'C0ZEN', text: '楓から' });
    await call(slack, 'xoxb-kaede', 'chat.postMessage', { channel: 'U0JIMU', text: '楓の事務局へ' });
    expect(texts('T0SAKURA', 'C0ZEN')).toEqual(['桜から']);
    expect(texts('T0KAEDE', 'C0ZEN')).toEqual(['楓から']);
    expect(texts('T0SAKURA', 'U0JIMU')).toEqual([]);
    expect(texts('T0KAEDE', 'U0JIMU')).toEqual(['楓の事務局へ']);
    expect(slack.messages('C0ZEN').map(({ text }) => text)).toEqual(['桜から']);
  });

  it('reaches nothing of another, whatever team it names', async () => {
    const { ts } = await call(slack, 'xoxb-kaede', 'chat.postMessage', { channel: 'C0KAEDE', text: '内' });
    const kaede = slack.workspace('T0KAEDE');
    const file = kaede.upload('U0JIMU', { name: '名簿.csv', content: '氏名' });
    const of = { team_id: 'T0KAEDE' };
    const errors = await Promise.all(
      (
        [
          ['chat.postMessage', { channel: 'C0KAEDE', text: '外' }, 'channel_not_found'],
          ['chat.update', { channel: 'C0KAEDE', ts, text: '外' }, 'channel_not_found'],
          ['conversations.history', { channel: 'C0KAEDE' }, 'channel_not_found'],
          ['conversations.info', { channel: 'C0KAEDE' }, 'channel_not_found'],
          ['users.lookupByEmail', { email: 'jimu@kaede.example' }, 'users_not_found'],
          ['files.info', { file: file.id }, 'file_not_found'],
          ['views.open', { trigger_id: kaede.trigger('U0JIMU'), view: modal }, 'invalid_trigger_id'],
        ] as const
      ).map(async ([method, args, wanted]) => [
        method,
        (await call(slack, 'xoxb-sakura', method, { ...args, ...of })).error,
        wanted,
      ]),
    );
    for (const [method, error, wanted] of errors) expect([method, error]).toEqual([method, wanted]);
    const download = await fetch(String(file.url_private), {
      headers: { authorization: 'Bearer xoxb-sakura' },
    });
    expect(await download.text()).toContain('Sign in');
    const own = await fetch(String(file.url_private), { headers: { authorization: 'Bearer xoxb-kaede' } });
    expect(await own.text()).toBe('氏名');
  });

  it('is told who it is', async () => {
    expect(await call(slack, 'xoxb-sakura', 'auth.test')).toMatchObject({
      team_id: 'T0SAKURA',
      user_id: 'U0KYODOBOT',
    });
    expect(await call(slack, 'xoxb-kaede', 'auth.test')).toMatchObject({
      team_id: 'T0KAEDE',
      team: '楓市',
      user_id: 'U0KYODOBOT0KAEDE',
      bot_id: 'B0KYODOBOT0KAEDE',
      is_enterprise_install: false,
    });
    expect((await call(slack, 'xoxb-nobody', 'auth.test')).error).toBe('invalid_auth');
  });

  it('answers a press by a response url in its own city', async () => {
    await call(slack, 'xoxb-kaede', 'chat.postMessage', {
      channel: 'U0JIMU',
      text: '確認',
      blocks: [
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'ok', text: { type: 'plain_text', text: '確認' } }],
        },
      ],
    });
    await slack.workspace('T0KAEDE').person('U0JIMU').press('確認');
    const { response_url: url } = bot.heard.at(-1) ?? {};
    await fetch(String(url), {
      method: 'POST',
      body: JSON.stringify({ text: '済み', replace_original: true }),
    });
    expect(texts('T0KAEDE', 'U0JIMU')).toEqual(['済み']);
  });
});

describe('a token of an organisation', () => {
  it('is told the organisation', async () => {
    expect(await call(slack, 'xoxb-toshi', 'auth.test')).toMatchObject({
      team_id: 'E0TOSHI',
      enterprise_id: 'E0TOSHI',
      is_enterprise_install: true,
    });
  });

  it('has to name the workspace where only that tells it', async () => {
    const list = (team?: string) => call(slack, 'xoxb-toshi', 'users.list', { team_id: team });
    expect((await list()).error).toBe('missing_argument');
    expect((await list('T0SAKURA')).error).toBe('team_access_not_granted');
    expect((await list('T0MINAMI')).members).toMatchObject([
      { id: /BOT/ },
      { id: 'U0KENMU' },
      { id: 'U0MINAMI' },
    ]);
  });

  it('reaches each channel of its workspaces by its id, and none of other cities', async () => {
    await call(slack, 'xoxb-toshi', 'chat.postMessage', { channel: 'C0KITA', text: '北へ' });
    await call(slack, 'xoxb-toshi', 'chat.postMessage', { channel: 'C0MINAMI', text: '南へ' });
    expect(texts('T0KITA', 'C0KITA')).toEqual(['北へ']);
    expect(texts('T0MINAMI', 'C0MINAMI')).toEqual(['南へ']);
    const outside = await call(slack, 'xoxb-toshi', 'chat.postMessage', { channel: 'C0ZEN', text: '外へ' });
    expect(outside.error).toBe('channel_not_found');
  });

  it('reaches somebody of two workspaces in the one it names, and else in their own', async () => {
    const post = (text: string, team?: string) =>
      call(slack, 'xoxb-toshi', 'chat.postMessage', { channel: 'U0KENMU', text, team_id: team });
    const { channel, ts } = await post('南の件', 'T0MINAMI');
    await post('北の件', 'T0KITA');
    await post('どちらとも言わない件');
    expect(texts('T0KITA', 'U0KENMU')).toEqual(['北の件', 'どちらとも言わない件']);
    await call(slack, 'xoxb-toshi', 'chat.update', { channel, ts, text: '南の件(変更)' });
    expect(texts('T0MINAMI', 'U0KENMU')).toEqual(['南の件(変更)']);
  });

  it('opens and publishes views in the workspace of the trigger and of the team', async () => {
    const trigger = slack.workspace('T0MINAMI').trigger('U0KENMU');
    const opened = await call(slack, 'xoxb-toshi', 'views.open', { trigger_id: trigger, view: modal });
    expect(opened.view).toMatchObject({ team_id: 'T0MINAMI', app_installed_team_id: 'E0TOSHI' });
    const home = { type: 'home', blocks: [{ type: 'divider' }] };
    await call(slack, 'xoxb-toshi', 'views.publish', { user_id: 'U0KENMU', view: home, team_id: 'T0MINAMI' });
    expect(slack.workspace('T0MINAMI').person('U0KENMU').home).toBeDefined();
    expect(slack.workspace('T0KITA').person('U0KENMU').home).toBeUndefined();
    expect(slack.workspace('T0KITA').person('U0KENMU').form).toBeUndefined();
  });

  it('shows somebody with all their workspaces', async () => {
    const shown = await call(slack, 'xoxb-toshi', 'users.info', { user: 'U0KENMU', team_id: 'T0MINAMI' });
    expect(shown.user).toMatchObject({
      team_id: 'T0KITA',
      enterprise_user: { enterprise_id: 'E0TOSHI', teams: ['T0KITA', 'T0MINAMI'] },
    });
  });
});

describe('what goes wrong', () => {
  it('in one city leaves the others alone: rates', async () => {
    await bot.stop();
    await slack.stop();
    slack = await startCities({ rates: createRates(() => 0) });
    bot = await startListener(slack);
    const list = (token: string) => call(slack, token, 'users.list', { limit: 1 });
    for (let count = 0; count < 20; count += 1) expect((await list('xoxb-sakura')).ok).toBe(true);
    expect((await list('xoxb-sakura')).status).toBe(429);
    expect((await list('xoxb-kaede')).ok).toBe(true);
  });

  it('in one city leaves the others alone: faults, for as long as they last', async () => {
    const kaede = slack.workspace('T0KAEDE');
    const end = kaede.faults.always('chat.postMessage', { rateLimited: 30 });
    const post = async (token: string) =>
      (await call(slack, token, 'chat.postMessage', { channel: 'C0ZEN', text: '件' })).status;
    expect([await post('xoxb-kaede'), await post('xoxb-kaede'), await post('xoxb-sakura')]).toEqual([
      429, 429, 200,
    ]);
    expect((await call(slack, 'xoxb-kaede', 'auth.test')).ok).toBe(true);
    end();
    expect(await post('xoxb-kaede')).toBe(200);
    slack.faults.next('chat.postMessage', { status: 500 });
    expect([await post('xoxb-sakura'), await post('xoxb-sakura')]).toEqual([500, 200]);
  });

  it('is counted where it happened', async () => {
    await call(slack, 'xoxb-kaede', 'chat.postMessage', { channel: 'C0ZEN', blocks: [{ type: 'header' }] });
    expect(slack.workspace('T0KAEDE').refusals).toHaveLength(1);
    expect(slack.workspace('T0SAKURA').refusals).toEqual([]);
    expect(slack.refusals).toHaveLength(1);
    expect(slack.workspace('T0KAEDE').calls).toHaveLength(1);
    expect(slack.workspace('T0SAKURA').calls).toEqual([]);
    expect(slack.calls).toHaveLength(1);
  });
});
