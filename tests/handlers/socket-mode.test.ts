import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { answerTo } from './steps.ts';

const start = (prepare: (slack: Sandbox) => void = () => undefined): Promise<Practice> =>
  startPractice({ mode: 'socket', prepare });
const standsTwice = ({ slack }: Practice) =>
  expect.poll(() => slack.socket.connections(), { timeout: 10_000 }).toBe(2);
const isReady = async ({ bot }: Practice) => (await fetch(`${bot.url}/readyz`)).ok;

const works = async (practice: Practice): Promise<void> => {
  expect((await answerTo(practice.secretary, '/kyodo')).plain.split('\n')[0]).toBe('協DOボット');
  expect(practice.slack.refusals).toEqual([]);
};

test.each([
  ['does not answer', { status: 503 }],
  ['has trouble of its own', { error: 'internal_error' }],
] as const)(
  'Socket Mode is tried again within seconds when Slack %s, and then stands twice',
  async (_what, fault) => {
    const practice = await start(({ faults }) => faults.next('apps.connections.open', fault, 2));
    await standsTwice(practice);
    await works(practice);
    await practice.stop();
  },
);

test('a token that Slack refuses for a while ends nothing: the bot says that it is not ready, and comes back', async () => {
  const practice = await start();
  await standsTwice(practice);
  practice.slack.faults.next('apps.connections.open', { error: 'invalid_auth' }, 2);
  practice.slack.socket.cut();
  // What /readyz says is a second old at most.
  await expect.poll(() => isReady(practice), { timeout: 10_000 }).toBe(false);
  await standsTwice(practice);
  await expect.poll(() => isReady(practice), { timeout: 10_000 }).toBe(true);
  await works(practice);
  await practice.stop();
});

test('the bot works with one connection while the other gets no hello', async () => {
  const practice = await start(({ socket }) => socket.receive('silence'));
  expect(await isReady(practice)).toBe(true);
  await works(practice);
  await practice.stop();
});

test('connections that end at once, are too many or lose their link are replaced, never more than three at a time', async () => {
  const practice = await start(({ socket }) => {
    socket.receive('end', 4);
    socket.receive('too_many_websockets', 2);
    socket.receive('link_disabled', 2);
  });
  const { socket } = practice.slack;
  await standsTwice(practice);
  socket.disable();
  await expect.poll(() => socket.seen().opened).toBe(12);
  await standsTwice(practice);
  expect(socket.seen().opened).toBe(12);
  expect(socket.seen().most).toBeLessThanOrEqual(3);
  await works(practice);
  await practice.stop();
});

test('envelopes of any shape are acknowledged and end nothing', async () => {
  const practice = await start();
  const { socket } = practice.slack;
  const payloads = [
    { type: 'app_rate_limited', minute_rate_limited: 1 },
    { event: { type: 'app_home_opened' } },
    { event: { type: 'user_change', user: null } },
    { event: { type: 'message', item: null } },
    { type: 'block_actions', actions: [] },
    { type: 'block_actions', actions: [null], user: {} },
    { type: 'view_submission', view: null, user: null },
    { type: 'view_closed' },
    { type: 'message_action', channel: null },
    { command: '/kyodo' },
    { command: '/nobody', user_id: SECRETARY, team_id: 'T0SANDBOX' },
    null,
    [],
    'text',
  ];
  const types = ['events_api', 'interactive', 'slash_commands', 'hello', 'unheard-of'];
  const frames = types.flatMap((type) =>
    payloads.map((payload, number) => ({ type, envelope_id: `${type} ${number}`, payload })),
  );
  for (const frame of frames) socket.send(JSON.stringify(frame));
  const ids = frames.flatMap(({ type, envelope_id }) => (type === 'hello' ? [] : envelope_id));
  await expect.poll(() => socket.acks().toSorted(), { timeout: 10_000 }).toEqual(ids.toSorted());
  await works(practice);
  expect(socket.connections()).toBe(2);
  await practice.stop();
});

test('a form that nobody takes is not acknowledged: whoever sent it must not believe that it was recorded', async () => {
  const practice = await start();
  const submission = {
    type: 'view_submission',
    view: {
      id: 'V1',
      type: 'modal',
      callback_id: 'gone',
      private_metadata: '',
      blocks: [],
      state: { values: {} },
    },
  };
  expect(await practice.slack.interaction(SECRETARY, submission)).toBe(0);
  await works(practice);
  await practice.stop();
});

test('a connection that was asked to leave twice is replaced once, and none is left when the bot stops', async () => {
  const practice = await start();
  const { socket } = practice.slack;
  await standsTwice(practice);
  socket.warn();
  await expect.poll(() => socket.connections()).toBe(3);
  socket.refreshOne();
  await works(practice);
  expect(socket.connections()).toBe(3);
  await practice.bot.stop();
  await expect.poll(() => socket.connections()).toBe(0);
  await practice.stop();
});
