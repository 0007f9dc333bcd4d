import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOST_BYTES } from '../../src/http-mode/body.ts';
import { answerTo, post, WORKSPACE } from '../handlers/steps.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(async () => {
  await practice.stop();
});

/** The bot goes on as if nothing had been. */
const stillAnswers = async (): Promise<void> => {
  expect((await answerTo(practice.secretary, '/kyodo', 'ヘルプ')).plain).toContain('使い方');
};

const interaction = (payload: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
const json = { type: 'application/json' };

const user = { id: SECRETARY };
const team = { id: WORKSPACE };
const event = { type: 'event_callback', team_id: WORKSPACE, event_id: 'Ev1' };
const button = { type: 'button', block_id: 'b', action_id: 'meeting.open', value: 'new' };
const pressed = { type: 'block_actions', user, team, trigger_id: '', actions: [button] };
const form = {
  type: 'view_submission',
  user,
  team,
  view: {
    id: 'V1',
    type: 'modal',
    callback_id: 'meeting.record',
    private_metadata: '{}',
    blocks: [{ type: 'input', block_id: 'items' }],
    state: { values: {} },
  },
};
const command = {
  command: '/kyodo',
  text: '',
  user_id: SECRETARY,
  team_id: WORKSPACE,
  trigger_id: '1.1',
  response_url: 'http://127.0.0.1:1/',
};
const without = (fields: Readonly<Record<string, string>>, name: string): string =>
  new URLSearchParams(Object.entries(fields).filter(([key]) => key !== name)).toString();

describe('what Slack has signed and nobody can read is answered 400, and the bot goes on', () => {
  test.each([
    ['null', interaction(null)],
    ['a number', interaction(42)],
    ['a word', interaction('payload')],
    ['an array', interaction([pressed])],
    ['an empty object', interaction({})],
    ['broken JSON', 'payload=%7B%22type%22%3A'],
    ['an empty payload', 'payload='],
    ['no payload', 'other=1'],
    ['nothing at all', ''],
    ['10,000 brackets', `payload=${'['.repeat(10_000)}`],
    ['a form without user', interaction({ ...form, user: null })],
    ['a form without view', interaction({ ...form, view: null })],
    ['a form without values', interaction({ ...form, view: { ...form.view, state: null } })],
    ['a form whose blocks are a word', interaction({ ...form, view: { ...form.view, blocks: 'none' } })],
    ['a press without actions', interaction({ ...pressed, actions: null })],
    ['a press of nothing', interaction({ ...pressed, actions: [] })],
    ['a press of null', interaction({ ...pressed, actions: [null] })],
    ['a press by nobody', interaction({ ...pressed, user: null })],
    ['a press in no view', interaction({ ...pressed, view: null })],
    ['a press by a number', interaction({ ...pressed, user: { id: 7 } })],
    ['a shortcut without callback', interaction({ type: 'shortcut', user, team, trigger_id: '1' })],
    [
      'a shortcut on no message',
      interaction({ type: 'message_action', user, team, trigger_id: '1', callback_id: 'x', message: null }),
    ],
    ...Object.keys(command)
      .filter((name) => !['command', 'response_url'].includes(name))
      .map((name): [string, string] => [`a command without ${name}`, without(command, name)]),
  ])('%s', async (_what, body) => {
    expect(await post(practice, body)).toEqual({ status: 400, body: '' });
  });

  test.each([
    ['null', null],
    ['a number', 1],
    ['an array', []],
    ['an event that is null', { ...event, event: null }],
    ['an event without inner event', event],
    ['an event of no kind', { ...event, event: {} }],
    ['an event that is a word', { ...event, event: 'message' }],
    ['a look at Home by nobody', { ...event, event: { type: 'app_home_opened', tab: 'home', user: null } }],
    ['a changed nobody', { ...event, event: { type: 'user_change', user: null } }],
    ['a message of a null user', { ...event, event: { type: 'message', user: null, channel: 'D1' } }],
    ['a reaction to null', { ...event, event: { type: 'reaction_added', item: null } }],
    ['a challenge that is none', { type: 'url_verification', challenge: null, event: null }],
  ])('as JSON: %s', async (_what, body) => {
    expect(await post(practice, JSON.stringify(body), json)).toEqual({ status: 400, body: '' });
  });

  test('as broken JSON', async () => {
    expect(await post(practice, '{"type":', json)).toEqual({ status: 400, body: '' });
    await stillAnswers();
  });
});

test.each([
  ['limits that Slack tells of', { type: 'app_rate_limited', team_id: WORKSPACE, minute_rate_limited: 1 }],
  ['a kind of Slack’s that the bot does not know', { type: 'something_new' }],
  ['an event that nobody asked for', { ...event, event: { type: 'team_join', user } }],
])('%s: an empty 200', async (_what, body) => {
  expect(await post(practice, JSON.stringify(body), json)).toEqual({ status: 200, body: '' });
});

test('a button that nobody answers gets 404 at once', async () => {
  const begun = performance.now();
  const body = interaction({ ...pressed, actions: [{ ...button, action_id: 'of.long.ago' }] });
  expect(await post(practice, body)).toEqual({ status: 404, body: '' });
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('Slack’s look at the address is answered with its challenge', async () => {
  const body = JSON.stringify({ type: 'url_verification', token: 'x', challenge: '3eZbrw1aB' });
  expect(await post(practice, body, json)).toEqual({ status: 200, body: '{"challenge":"3eZbrw1aB"}' });
});

test.each([
  ['ssl_check=1&token=x', 200],
  ['ssl_check=1', 200],
  [`ssl_check=0&${new URLSearchParams(command)}`, 401],
  [new URLSearchParams(command).toString(), 401],
])('unsigned, without a timestamp: %s gives %i', async (body, status) => {
  const type = 'application/x-www-form-urlencoded';
  const answer = await fetch(`${practice.bot.url}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  expect([answer.status, await answer.text()]).toEqual([status, '']);
});

describe('a body of more than 1 MB', () => {
  /** Sends `bytes` of a body that is announced as `announced` long, and reads the status. */
  const send = (bytes: number, announced: number | undefined): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = announced === undefined ? {} : { 'content-length': announced };
      const sent = request(`${practice.bot.url}/slack/events`, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        response.resume();
        sent.destroy();
      });
      sent.once('error', reject);
      sent.write('x'.repeat(bytes));
    });

  test('is refused unread where it says so', async () => {
    expect(await send(1, MOST_BYTES + 1)).toBe(413);
  });

  test('is refused when it comes to that', async () => {
    expect(await send(MOST_BYTES + 1, undefined)).toBe(413);
    await stillAnswers();
  });

  test('of just 1 MB is read', async () => {
    const rest = MOST_BYTES - 'ssl_check=1&x='.length;
    const body = `ssl_check=1&x=${'x'.repeat(rest)}`;
    const type = 'application/x-www-form-urlencoded';
    const answer = await fetch(`${practice.bot.url}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(answer.status).toBe(200);
  });
});

test('five deliveries of one signed press are one act, and each is acknowledged', async () => {
  const action = { ...button, action_id: 'meeting.open' };
  const body = interaction({ ...pressed, trigger_id: '77.1', actions: [action] });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const { signingSecret } = practice.slack;
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const deliver = async (retry: number) => {
    const answer = await fetch(`${practice.bot.url}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${digest}`,
        ...(retry === 0
          ? {}
          : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
      },
      body,
    });
    return answer.status;
  };
  const before = practice.slack.calls.filter(({ method }) => method === 'views.open').length;
  expect(await Promise.all([0, 1, 2].map(deliver))).toEqual([200, 200, 200]);
  expect([await deliver(3), await deliver(4)]).toEqual([200, 200]);
  // A press is acknowledged before it is carried out.
  await practice.bot.settled();
  expect(practice.slack.calls.filter(({ method }) => method === 'views.open').length - before).toBe(1);
});
