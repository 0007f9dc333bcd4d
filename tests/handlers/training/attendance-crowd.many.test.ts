import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, startPractice } from '../../support/practice.ts';
import { answerTo, rowsOf } from '../steps.ts';
import { recordTraining } from './steps.ts';

const CROWD = Array.from({ length: 300 }, (_, index) => `U0CROWD${String(index).padStart(3, '0')}`);
/** So many type at the same moment. */
const AT_ONCE = 10;

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    people: CROWD.map((id) => ({ id, real_name: `受講 ${id}`, email: `${id}@city.example`.toLowerCase() })),
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test('three hundred people who type one code, some of them twice, are three hundred attendances', async () => {
  const told = await recordTraining(practice, { 開催日: '2026-11-24', 受付: ['受付コードを発行する'] });
  const code = /受付コード (\d{3}-\d{3})/u.exec(told.plain)?.[1] ?? '';
  const answers = new Set<string | undefined>();
  for (let from = 0; from < CROWD.length; from += AT_ONCE)
    await Promise.all(
      CROWD.slice(from, from + AT_ONCE).map(async (id, index) => {
        const person = practice.slack.person(id);
        await Promise.all([
          person.command('/kyodo-training', `受付 ${code}`),
          ...(index % 3 === 0 ? [person.command('/kyodo-training', `受付 ${code}`)] : []),
        ]);
        answers.add((await person.nextAnswer()).plain.split('\n')[0]);
        if (index % 3 === 0) answers.add((await person.nextAnswer()).plain.split('\n')[0]);
      }),
    );
  expect(answers).toEqual(new Set(['受講を記録しました', 'すでに記録されています']));
  const [counts] = await rowsOf(
    practice,
    `select (select count(*)::int from attendance where state = 'present') as attendances,
       (select count(*)::int from attendance_event) as events,
       (select count(distinct p.slack_id)::int from attendance a join person p on p.id = a.person_id) as people,
       (select count(*)::int from person) as everybody`,
  );
  expect(counts).toEqual({ attendances: 300, events: 300, people: 300, everybody: 300 });
  expect((await answerTo(practice.secretary, '/kyodo-training', '一覧')).plain).toContain(
    '参加者 300人・記録された受講者 300名',
  );
}, 120_000);
