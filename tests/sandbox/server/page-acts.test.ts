import { request } from 'node:http';
import type { HomeView, ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startHttpBot, type TinyBot } from '../tiny-bot.ts';

const person = 'U0HANAKO';
let slack: Sandbox;
let bot: TinyBot | undefined;
beforeEach(async () => {
  slack = await startSandbox({ people: [{ id: person }, { id: 'U0TARO' }], patience: 200 });
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await slack.stop();
});

const post = async (
  path: string,
  type: string,
  body: string | Uint8Array,
  headers = {},
): Promise<Answered> => {
  const init = { method: 'POST', headers: { 'content-type': type, ...headers }, body };
  const response = await fetch(`${slack.url}/sandbox/${path}`, init);
  return { status: response.status, answer: JSON.parse(await response.text()) };
};
type Answered = {
  readonly status: number;
  readonly answer: { readonly ok: boolean; readonly file?: { readonly url_private: string } };
};
const done = async (path: string, body: object): Promise<unknown> =>
  (await post(path, 'application/json', JSON.stringify(body))).answer;
const state = async (who: string): Promise<unknown> =>
  (await fetch(`${slack.url}/sandbox/state?person=${who}`)).json();

describe('a file chosen on the page', () => {
  const path = `upload?person=${person}&name=${encodeURIComponent('名簿.csv')}`;
  const bytes = Uint8Array.of(0x93, 0xfa, 0x00, 0x0a);
  const binary = 'application/octet-stream';

  it('is given to Slack byte by byte', async () => {
    const { answer } = await post(path, binary, bytes);
    expect(answer).toMatchObject({ ok: true, file: { name: '名簿.csv', size: 4, user: person } });
    const got = await fetch(answer.file?.url_private ?? '', {
      headers: { authorization: `Bearer ${slack.botToken}` },
    });
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(bytes);
  });

  it.each([
    ['of nobody', 'upload?person=U0NOBODY&name=a.csv', binary, {}, 400],
    ['without a name', `upload?person=${person}`, binary, {}, 400],
    ['from a form of another page', path, 'text/plain', {}, 400],
    ['from another site', path, binary, { 'sec-fetch-site': 'cross-site' }, 403],
  ])('is not taken %s', async (_what, where, type, headers, status) => {
    expect((await post(where, type, bytes, headers)).status).toBe(status);
  });

  it('may have 10 MB and no more', async () => {
    const most = 10 * 1024 * 1024;
    expect((await post(path, binary, new Uint8Array(most))).answer).toMatchObject({ file: { size: most } });
    const tooLarge = new Promise((resolve, reject) => {
      const headers = { 'content-type': binary, 'content-length': most + 1 };
      const asking = request(`${slack.url}/sandbox/${path}`, { method: 'POST', headers }, (answer) => {
        asking.destroy();
        resolve(answer.statusCode);
      });
      asking.on('error', reject);
      asking.flushHeaders();
    });
    expect(await tooLarge).toBe(413);
  });
});

describe('the Home tab on the page', () => {
  const words = (text: string) => ({ type: 'plain_text', text }) as const;
  const home: HomeView = {
    type: 'home',
    blocks: [
      {
        type: 'actions',
        block_id: 'row',
        elements: [{ type: 'button', action_id: 'go', value: '7', text: words('記録する') }],
      },
    ],
  };
  const form: ModalView = { type: 'modal', title: words('記録'), blocks: [{ type: 'divider' }] };

  it('tells the bot, shows what the bot publishes, and presses its buttons', async () => {
    bot = await startHttpBot(slack);
    const values: unknown[] = [];
    bot.app.action('go', async ({ ack, action, body, client }) => {
      await ack();
      values.push('value' in action ? action.value : undefined);
      if (body.type === 'block_actions') await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    expect(await state(person)).toMatchObject({ home: null });
    expect(await done('home', { person })).toEqual({ ok: true });
    expect((await slack.person(person).homeUntil(() => true)).text).toBe('ようこそ');
    await bot.app.client.views.publish({ token: slack.botToken, user_id: person, view: home });
    const { viewId, hash } = await slack.person(person).homeUntil((each) => each.buttons.length > 0);
    expect(await state(person)).toMatchObject({ home: { id: viewId, hash, blocks: home.blocks } });
    expect(await state('U0TARO')).toMatchObject({ home: null });

    const pressed = { viewId, blockId: 'row', actionId: 'go', values: {} };
    expect(await done('view-action', { person: 'U0TARO', ...pressed })).toMatchObject({ ok: false });
    expect(await done('view-action', { person, ...pressed })).toEqual({ ok: true });
    expect((await slack.person(person).nextForm()).title).toBe('記録');
    expect(values).toEqual(['7']);
  });

  it('says so when the app does not answer', async () => {
    expect(await done('home', { person })).toEqual({
      ok: false,
      problem: 'アプリから応答がありませんでした。もう一度お試しください。',
    });
  });
});

it('asks the bot for the options of a field in a message and in a form, and for no form of another person', async () => {
  bot = await startHttpBot(slack);
  bot.app.options('section', ({ ack, payload }) =>
    ack({ options: [{ text: { type: 'plain_text', text: `${payload.value}課` }, value: '7' }] }),
  );
  const block = {
    type: 'actions',
    block_id: 'row',
    elements: [{ type: 'external_select', action_id: 'section', min_query_length: 0 }],
  } as const;
  const { client } = bot.app;
  const token = slack.botToken;
  const { ts } = await client.chat.postMessage({ token, channel: person, text: '課', blocks: [block] });
  await client.views.publish({ token, user_id: person, view: { type: 'home', blocks: [block] } });
  const { viewId } = await slack.person(person).homeUntil(() => true);
  const asked = { blockId: 'row', actionId: 'section', typed: '市民' };
  const given = { ok: true, options: [{ text: { type: 'plain_text', text: '市民課' }, value: '7' }] };
  expect(await done('options', { person, channel: 'D0HANAKO', ts, ...asked })).toEqual(given);
  expect(await done('options', { person, viewId, values: {}, ...asked })).toEqual(given);
  expect(await done('options', { person: 'U0TARO', viewId, values: {}, ...asked })).toMatchObject({
    ok: false,
  });
});
