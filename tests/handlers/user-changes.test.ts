import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchEverybody } from '../../src/services/person/match.ts';
import { createPeople } from '../../src/slack/people.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { answerTo, rowsOf, WORKSPACE, withDatabase } from './steps.ts';

const CROWD = Array.from({ length: 200 }, (_, number) => ({
  id: `U0CROWD${number}`,
  real_name: `職員 ${number}`,
  email: `crowd${number}@city.example`,
}));

/** People whose workspace is another one, as Slack tells of them on Enterprise Grid. */
const ELSEWHERE = [
  ['U0GRID', ['T0WATER', WORKSPACE], {}],
  ['U0GRIDGUEST', ['T0WATER', WORKSPACE], { is_restricted: true }],
  ['U0GRIDAWAY', ['T0WATER'], {}],
  ['U0GRIDSTRANGER', ['T0FAR', WORKSPACE], { is_stranger: true }],
] as const;
const GRID = ELSEWHERE.map(([id, teams, facts]) => ({
  ...{ id, real_name: `水道 ${id}`, email: `${id.toLowerCase()}@city.example`, team_id: teams[0] },
  ...{ enterprise_user: { id: `W${id.slice(1)}`, teams }, ...facts },
}));

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ people: [...CROWD, ...GRID] });
});
afterAll(() => practice.stop());

const asked = (method: string): number =>
  practice.slack.calls.filter((call) => call.method === method).length;
const limit = (method: string): void =>
  practice.slack.faults.random({ seed: 1, share: 1, faults: [{ rateLimited: 60 }], methods: [method] });

test('a member of several workspaces of the organisation is staff here, and is connected', async () => {
  const lines = [
    { department: '水道局', section: '水道課', name: '水道 太郎', email: 'u0grid@city.example' },
    { department: '水道局', section: '浄水課', name: '水道 次郎', email: 'u0gridaway@city.example' },
  ];
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, lines, practice.clock.now()));
  const { clock, slack } = practice;
  const people = createPeople(new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }), clock);
  await withDatabase(practice, (db) => matchEverybody({ clock, db, people }, WORKSPACE, 'job:test'));
  expect(await rowsOf(practice, 'select email, slack_id from person where email is not null')).toEqual(
    expect.arrayContaining([
      { email: 'u0grid@city.example', slack_id: 'U0GRID' },
      { email: 'u0gridaway@city.example', slack_id: null },
    ]),
  );
  const answered: string[] = [];
  for (const { id } of GRID)
    answered.push((await answerTo(practice.slack.person(id), '/kyodo')).plain.split('\n')[0] ?? '');
  const turnedAway = expect.stringContaining('市の職員のためのもの');
  expect(answered).toEqual(['協DOボット', turnedAway, turnedAway, turnedAway]);
});

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
