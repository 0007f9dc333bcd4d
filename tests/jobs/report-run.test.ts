import { afterEach, beforeEach, expect, test } from 'vitest';
import { JOBS, type Job } from '../../src/jobs/jobs.ts';
import { ask, createKeptLog, type Desk, openDesk } from '../support/desk.ts';
import { runDueJobs } from '../support/jobs.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

const jobNamed = (name: string): Job => {
  const found = JOBS.find((job) => job.name === name);
  if (found === undefined) throw new Error(`no job ${name}`);
  return found;
};

/** The job's slot of a day has come and it counts so; looked at twice, as by a bot that was started again in between. */
const runOn = async (day: string, name: string, counts: Readonly<Record<string, number>>): Promise<void> => {
  desk.clock.set(`${day}T09:00:00+09:00`);
  const { clock, db, people, channels, workspace } = desk;
  const job = { ...jobNamed(name), run: async () => counts };
  for (let looked = 0; looked < 2; looked += 1)
    await runDueJobs(
      desk.database,
      { clock, db, people, channels, log: createKeptLog(), workspace: { ...workspace, logChannel: 'C0LOG' } },
      [job],
    );
};

/** The days in Japan of whose runs 運用ログ is told. */
const toldDays = async (): Promise<readonly unknown[]> =>
  (
    await ask(
      desk.database,
      `select to_char(planned_at at time zone 'Asia/Tokyo', 'MM-DD') as day
       from delivery where kind = 'job-report' order by planned_at`,
    )
  ).map(({ day }) => day);

test.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
  // Two weeks from Tuesday, 24 November 2026, closing days too.
  ['nothing ever changes', {}, ['11-24', '12-01']],
  ['somebody left on Thursday', { '2026-11-26': 1 }, ['11-24', '11-26', '12-03']],
  [
    'three days in a row bring changes',
    { '2026-11-28': 2, '2026-11-29': 1, '2026-11-30': 4 },
    ['11-24', '11-28', '11-29', '11-30', '12-07'],
  ],
  ['the last day of the week is one of change', { '2026-11-30': 1 }, ['11-24', '11-30', '12-07']],
])('職員の確認, when %s, says 変更なし once a week', async (_what, changes, told) => {
  for (let count = 0; count < 14; count += 1) {
    const day = new Date(Date.UTC(2026, 10, 24 + count)).toISOString().slice(0, 10);
    await runOn(day, 'check-people', { changed: changes[day] ?? 0, deactivated: 0 });
  }
  expect(await toldDays()).toEqual(told);
});

test('a week in which the bot was down ends with a word', async () => {
  for (const day of ['2026-11-24', '2026-12-03', '2026-12-04'])
    await runOn(day, 'check-people', { changed: 0, deactivated: 0 });
  expect(await toldDays()).toEqual(['11-24', '12-03']);
});

test('朝の通知 that sends nothing says so every day', async () => {
  for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) await runOn(day, 'remind', { messages: 0 });
  expect(await toldDays()).toEqual(['11-24', '11-25', '11-26']);
});
