import { expect, test } from 'vitest';
import { startPractice } from '../support/practice.ts';
import { answerTo } from './steps.ts';

test('Socket Mode is tried again within seconds when Slack does not answer, and then stands twice', async () => {
  const practice = await startPractice({
    mode: 'socket',
    prepare: ({ faults }) => faults.next('apps.connections.open', { status: 503 }, 2),
  });
  expect(practice.slack.socket.connections()).toBe(2);
  expect((await answerTo(practice.secretary, '/kyodo')).plain.split('\n')[0]).toBe('協DOボット');
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});
