import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { answerTo } from './steps.ts';

const CROWD = Array.from({ length: 200 }, (_, number) => ({
  id: `U0CROWD${number}`,
  real_name: `職員 ${number}`,
  email: `crowd${number}@city.example`,
}));

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ people: CROWD });
});
afterAll(() => practice.stop());

const asked = (method: string): number =>
  practice.slack.calls.filter((call) => call.method === method).length;
const limit = (method: string): void =>
  practice.slack.faults.random({ seed: 1, share: 1, faults: [{ rateLimited: 60 }], methods: [method] });

test('after 200 changes of people a command is answered at once, while Slack limits questions about people', async () => {
  await answerTo(practice.secretary, '/kyodo');
  // What is known of her is older than it counts usually.
  practice.clock.set('2026-11-24T10:06:00+09:00');
  limit('users.info');
  const before = asked('users.info');
  await Promise.all(CROWD.map(({ id }) => practice.slack.changePerson(id, { title: '会議中' })));
  expect(asked('users.info')).toBe(before);
  expect((await answerTo(practice.secretary, '/kyodo')).plain.split('\n')[0]).toBe('協DOボット');
});

test('who was told of by a change is known without a question', async () => {
  limit('users.info');
  await practice.slack.changePerson(STAFF, { title: '昼休み' });
  const before = asked('users.info');
  expect((await answerTo(practice.slack.person(STAFF), '/kyodo')).plain).toContain('協DOボット');
  expect(asked('users.info')).toBe(before);
  await practice.slack.changePerson(STAFF, { deleted: true });
  expect((await practice.slack.person(STAFF).command('/kyodo')).answer?.plain ?? '').not.toContain(
    '協DOボット',
  );
});

test.each([
  'users.info',
  'users.lookupByEmail',
  'conversations.info',
  'files.info',
  'auth.test',
  'views.publish',
])('a limit of %s holds up no form', async (method) => {
  limit(method);
  await practice.secretary.openHome();
  expect((await (await practice.secretary.command('/kyodo-meeting')).opened()).title).toBe('会議を記録');
});

test('a call that Slack puts off for a second is made again', async () => {
  practice.slack.faults.random(undefined);
  practice.slack.faults.next('views.open', { rateLimited: 1 });
  expect((await (await practice.secretary.command('/kyodo-meeting')).opened()).title).toBe('会議を記録');
  expect(practice.slack.person(SECRETARY).answers.filter(({ plain }) => plain.includes('受付番号'))).toEqual(
    [],
  );
});

test('an account that was stopped acts no more, though Slack has told of nothing', async () => {
  practice.slack.faults.random(undefined);
  const id = 'U0CROWD7';
  expect((await answerTo(practice.slack.person(id), '/kyodo')).plain).toContain('協DOボット');
  await practice.slack.changePerson(id, { deleted: true }, { isTold: false });
  practice.clock.set('2026-11-24T10:06:06+09:00');
  expect((await answerTo(practice.slack.person(id), '/kyodo')).plain).toContain('市の職員のためのもの');
});

test('while Slack says nothing of people, who is known is answered all the same', async () => {
  await answerTo(practice.secretary, '/kyodo');
  practice.clock.set('2026-11-24T10:12:00+09:00');
  practice.slack.faults.random({ seed: 1, share: 1, faults: [{ hang: true }], methods: ['users.info'] });
  expect((await answerTo(practice.secretary, '/kyodo')).plain).toContain('協DOボット');
});
