import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type Practice, startPractice } from '../support/practice.ts';
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
    expect(practice.slack.socket.connections()).toBe(2);
    await works(practice);
    await practice.stop();
  },
);

test('a token that Slack refuses for a while ends nothing: the bot says that it is not ready, and comes back', async () => {
  const practice = await start();
  practice.slack.faults.next('apps.connections.open', { error: 'invalid_auth' }, 2);
  practice.slack.socket.cut();
  await expect.poll(() => isReady(practice)).toBe(false);
  await standsTwice(practice);
  await expect.poll(() => isReady(practice)).toBe(true);
  await works(practice);
  await practice.stop();
});

test('a connection that was asked to leave twice is replaced once, and none is left when the bot stops', async () => {
  const practice = await start();
  const { socket } = practice.slack;
  socket.warn();
  await expect.poll(() => socket.connections()).toBe(4);
  socket.refreshOne();
  await works(practice);
  expect(socket.connections()).toBe(4);
  await practice.bot.stop();
  await expect.poll(() => socket.connections()).toBe(0);
  await practice.stop();
});
