import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { Exchange } from '../../src/sandbox/wire.ts';
import { startHttpBot, type TinyBot } from './tiny-bot.ts';

const person = 'U0HANAKO';
let slack: Sandbox;
let bot: TinyBot;
beforeEach(async () => {
  slack = await startSandbox({
    now: () => new Date('2026-11-26T09:00:00+09:00'),
    people: [{ id: person }],
    channels: [{ id: 'C0GENERAL', name: '全庁' }],
  });
  bot = await startHttpBot(slack);
});
afterEach(async () => {
  await bot.stop();
  await slack.stop();
});

const wire = async (since = 0): Promise<readonly Exchange[]> => {
  const answer = await fetch(`${slack.url}/sandbox/wire?person=${person}&since=${since}`);
  return JSON.parse(await answer.text());
};
const post = async (path: string, body: object): Promise<unknown> => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return (await fetch(`${slack.url}/sandbox/${path}`, init)).json();
};
const told = (exchanges: readonly Exchange[]) => exchanges.map(({ to, what, status }) => [to, what, status]);

it('keeps both directions in the order of their ends, numbered, with what was sent and answered', async () => {
  await slack.person(person).shortcut('meeting');
  const form = await slack.person(person).nextForm();
  await form.fill({ 会議体: '協働推進本部会議', 案件: 'だめ' });
  await form.submit({ force: true });
  await bot.app.client.chat.postMessage({ token: slack.botToken, channel: 'C0GENERAL', text: '案内' });
  const exchanges = await wire();
  // A bot may answer first or call first: the order within an act is its own.
  expect(new Set(exchanges.map(({ to, what, status }) => `${to} ${what} ${status}`))).toEqual(
    new Set([
      'bot shortcut meeting 200',
      'slack views.open 200',
      'slack auth.test 200',
      'bot block_actions meeting 200',
      'slack views.update 200',
      'bot view_submission meeting 200',
      'slack chat.postMessage 200',
    ]),
  );
  expect(exchanges.map(({ id }) => id)).toEqual(exchanges.map((_, index) => index + 1));
  expect(exchanges.at(-1)).toMatchObject({
    at: Date.parse('2026-11-26T09:00:00+09:00'),
    request: { channel: 'C0GENERAL', text: '案内' },
    answer: { ok: true, channel: 'C0GENERAL' },
    rules: [],
  });
  // It came as text in a form body; so nobody could read it.
  expect(exchanges.find(({ what }) => what === 'views.open')?.request).toMatchObject({
    view: { type: 'modal', callback_id: 'meeting' },
  });
  expect(exchanges.find(({ what }) => what.startsWith('view_submission'))?.answer).toEqual({
    response_action: 'errors',
    errors: { agenda: '案件を見直してください。' },
  });
  expect(await wire(exchanges.length - 1)).toEqual(exchanges.slice(-1));
});

it('says what the rules said, with the pointer', async () => {
  const { client } = bot.app;
  const header = { type: 'header', text: { type: 'plain_text', text: 'あ'.repeat(151) } } as const;
  const posting = { token: slack.botToken, channel: 'C0GENERAL', text: '案内', blocks: [header] };
  await expect(client.chat.postMessage(posting)).rejects.toThrow('invalid_blocks');
  const rule = '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]';
  expect((await wire()).at(-1)).toMatchObject({ what: 'chat.postMessage', rules: [rule] });
  expect(await post('check', { surface: 'message', payload: { text: '案内', blocks: [header] } })).toEqual({
    ok: true,
    errors: [rule],
  });
});

it('says what was wrong with an ack, of which the bot itself hears nothing', async () => {
  bot.app.command('/wrong', ({ ack }) => ack({ text: '<!channel>', response_type: 'in_channel' }));
  await slack.person(person).command('/wrong');
  expect(told((await wire()).slice(-2))).toEqual([
    ['bot', '/wrong', 200],
    ['slack', 'ack of a command', 0],
  ]);
  expect((await wire()).at(-1)?.rules.join()).toContain('mention not allowed: <!channel>');
});

it('shows a fault as what the bot got: no answer, or another status', async () => {
  const { client } = bot.app;
  const posting = { token: slack.botToken, channel: 'C0GENERAL', text: '案内' };
  for (const fault of ['cut', 'broken']) {
    expect(await post('fault', { fault, method: 'chat.postMessage' })).toEqual({ ok: true });
    await client.chat.postMessage(posting).catch(() => undefined);
  }
  expect(
    told(await wire())
      .filter(([, what]) => what === 'chat.postMessage')
      .slice(0, 2),
  ).toEqual([
    ['slack', 'chat.postMessage', 0],
    ['slack', 'chat.postMessage', 500],
  ]);
});

it('never shows a token or the signing secret, and keeps the latest 300', async () => {
  const { client } = bot.app;
  for (let count = 0; count < 310; count += 1)
    await client.chat.postMessage({ token: slack.botToken, channel: person, text: `案内${count}` });
  await slack.person(person).command('/tiny-list', 'R5');
  const exchanges = await wire();
  expect(exchanges).toHaveLength(300);
  const whole = JSON.stringify(exchanges);
  for (const secret of [slack.botToken, slack.appToken, slack.signingSecret, 'practice-verification-token'])
    expect(whole).not.toContain(secret);
  expect(whole).toContain('"token":"(非表示)"');
});

it('has no sockets to disturb over HTTP, and says so', async () => {
  expect(await post('connection', { connection: 'cut' })).toEqual({
    ok: false,
    problem: 'ボットはSocket Modeでつながっていません。',
  });
});
