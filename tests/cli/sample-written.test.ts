import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRACTICE_MEMBERS, PRACTICE_TEAM } from '../../src/cli/practice-people.ts';
import { beginPracticeRecord } from '../../src/cli/sample-past.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createTestClock } from '../support/practice.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the sample has a 書面開催 with its result, a meeting of the record at its 回答期限, of which only the result is to be sent', async () => {
  const clock = createTestClock('2026-11-27T10:00:00+09:00');
  const sample = { roster: [], accounts: PRACTICE_MEMBERS };
  expect(await beginPracticeRecord({ clock, db: database.db }, sample)).toBe(true);
  const [meeting] = await database.db.record(PRACTICE_TEAM.id).writtenMeetings.inState(['announced']);
  expect(meeting).toMatchObject({ askedOn: '2026-10-14', dueOn: '2026-10-28', documentNumber: '豊コ第41号' });
  expect(
    await database.ask(
      `select way::text, precision::text, held_on::text as held_on from meeting where id = $1`,
      [meeting?.recordId],
    ),
  ).toEqual([{ way: 'written', precision: 'until', held_on: '2026-10-28' }]);
  expect(
    await database.ask('select kind, count(*)::int as count from delivery group by kind order by kind'),
  ).toEqual([
    { kind: 'meeting-recorded', count: 1 },
    { kind: 'written-meeting-asked-now', count: 3 },
    { kind: 'written-result-now', count: 3 },
  ]);
});
