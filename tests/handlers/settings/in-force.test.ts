import { afterEach, beforeEach, expect, test } from 'vitest';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { countOf, recordByForm, send } from '../steps.ts';

const ASKED = '予定どおり実施されましたか';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({ now: '2023-08-01T10:00:00+09:00' });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Saves 設定; whatever else was asked for is filled in. */
const save = async (entries: Readonly<Record<string, string>>): Promise<void> => {
  const form = await (await practice.secretary.command('/kyodo', '設定')).opened();
  expect(await send(form, { 問合せ先: '内線0000', ...entries })).toEqual({});
};

/** The moments come, and the jobs are looked at; those at which `remind` ran, by this look or by the bot's own. */
const ranAt = async (...moments: readonly string[]): Promise<readonly string[]> => {
  const slots = () => countOf(practice, `job_slot where name = 'remind'`);
  const ran: string[] = [];
  for (const moment of moments) {
    const before = await slots();
    await runJobsAt(practice, moment);
    if ((await slots()) > before) ran.push(moment);
  }
  return ran;
};

test('a meeting of Thu 10 August is asked about on Wed 16 where Mon 14 and Tue 15 are 閉庁日', async () => {
  await save({ 閉庁日: '2023-08-14\n令和5年8月15日' });
  await recordByForm(practice, { 開催日: '2023-08-10' });
  const MORNINGS = ['2023-08-14T09:00', '2023-08-15T09:00', '2023-08-16T08:59', '2023-08-16T09:00'];
  expect(await ranAt(...MORNINGS)).toEqual(['2023-08-16T09:00']);
  const asked = await practice.slack.dm(SECRETARY).next(({ plain }) => plain.includes(ASKED));
  expect(asked.plain).toContain('令和5年8月10日');
});

test('with 朝の通知 at 9:30 the morning begins then, and at 16:59 it is still worth running', async () => {
  await save({ 朝の通知: '09:30' });
  expect(
    await ranAt(
      '2023-08-10T09:00',
      '2023-08-10T09:29',
      '2023-08-10T09:30',
      '2023-08-10T09:31',
      '2023-08-14T16:59',
      '2023-08-15T17:00',
    ),
  ).toEqual(['2023-08-10T09:30', '2023-08-14T16:59']);
});
