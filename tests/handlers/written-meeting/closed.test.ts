import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { answerInWriting, askBody, CHAIR, startAskedBody } from '../asked-body.ts';
import { homeOf, pressAnywhere } from '../asked-city.ts';
import { rowsOf } from '../steps.ts';

/** On the working day after the answers have ended the secretariat is told to put the result together: once, and nobody else. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedBody('2026-11-24T10:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** On which mornings who was told of it. */
const toldOf = (meeting: string) =>
  rowsOf(
    practice,
    `select d.recipient, split_part(d.key, ':', 3) as day from morning_line l join delivery d on d.id = l.delivery_id
     where l.kind = 'written-closed' and l.ref = $1 order by day, recipient`,
    [`written-meeting:${meeting}`],
  );

test('after the due day, with the way to the result; on Home until that is told, and after 再開 no more', async () => {
  const meeting = await askBody(practice);
  await answerInWriting(
    practice,
    CHAIR,
    { meeting, position: 1 },
    { 案件1: '異議なし', 案件2: '確認しました' },
  );
  await runJobsAt(practice, '2026-12-10T09:00:00');
  expect(await toldOf(meeting)).toEqual([]);
  await runJobsAt(practice, '2026-12-11T00:00:30');
  await runJobsAt(practice, '2026-12-11T09:00:00');
  const words = '協働推進本部会議(書面開催)の回答の受付が終わりました(回答1/4名)。結果をまとめてください。';
  const told = await practice.slack.dm(SECRETARY).until(({ plain }) => plain.includes(words));
  expect(told.buttons).toEqual(expect.arrayContaining(['結果をまとめる', '状況']));
  // Who answered what is in no message.
  expect(told.plain).not.toMatch(/異議|髙田/u);
  await runJobsAt(practice, '2026-12-14T09:00:00');
  expect(await toldOf(meeting)).toEqual([{ recipient: SECRETARY, day: '2026-12-11' }]);
  expect((await homeOf(practice)).text).toContain(words);
  const form = await pressAnywhere(practice, SECRETARY, 'written-meeting.reopen', meeting);
  await form.fill({ 新しい回答期限: '2026-12-17', 理由: '追加の資料があるため' });
  expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
  await practice.slack
    .dm(SECRETARY)
    .until(({ plain }) =>
      plain.includes('協働推進本部会議(書面開催)の回答の受付を再開しました(回答期限:令和8年12月17日(木))。'),
    );
  expect((await homeOf(practice)).text).not.toContain(words);
});

test('after a due day on a Saturday before a holiday it is the working day after both', async () => {
  practice.clock.set('2026-12-15T10:00:00+09:00');
  const meeting = await askBody(practice, { dueOn: localDate('2027-01-09') });
  for (const morning of ['2027-01-08', '2027-01-12']) {
    await runJobsAt(practice, `${morning}T00:00:30`);
    await runJobsAt(practice, `${morning}T09:00:00`);
  }
  expect(await toldOf(meeting)).toEqual([{ recipient: SECRETARY, day: '2027-01-12' }]);
});
