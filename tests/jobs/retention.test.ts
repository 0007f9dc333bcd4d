import { afterAll, beforeAll, expect, test } from 'vitest';
import { forecast } from '../../src/services/morning/forecast.ts';
import { ask, createKeptLog, type Desk, openDesk } from '../support/desk.ts';
import { runDueJobs } from '../support/jobs.ts';
import { SECRETARY } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('2026-06-01T10:00:00+09:00', [{ id: 'U0SECOND', real_name: '事務 二郎' }]);
});
afterAll(() => desk.stop());

const depsOf = () => {
  const { clock, db, people, channels, workspaceId } = desk;
  const secretariat = ['jimukyoku@city.example', 'U0SECOND'];
  return { clock, db, people, channels, workspace: { id: workspaceId, secretariat } };
};

/** The moments come one after another, twice each; gives those at which the job was done, with how many it told. */
const at = async (...moments: readonly string[]) => {
  const done: (readonly [string, unknown])[] = [];
  for (const moment of moments.flatMap((one) => [one, one])) {
    desk.clock.set(`${moment}+09:00`);
    const log = createKeptLog();
    await runDueJobs(desk.database, { ...depsOf(), log });
    for (const { event, data } of log.lines)
      if (event === 'job failed' || ('job' in data && data.job === 'retention'))
        done.push([moment, 'told' in data ? data.told : data]);
  }
  return done;
};

const planned = async () =>
  (await ask(desk.database, "select key from delivery where kind = 'retention' order by key")).map(
    ({ key }) => key,
  );
const keysOf = (day: string) => ['U0SECOND', SECRETARY].map((id) => `retention:${day}:${id}`).toSorted();
const foretold = async (now: string) => {
  desk.clock.set(`${now}+09:00`);
  const all = await forecast(depsOf(), desk.workspaceId, 10);
  return all
    .flatMap(({ kind, day, recipient }) => (kind === 'retention' ? [[day, recipient]] : []))
    .toSorted();
};

test('while nothing is past nobody is told', async () => {
  expect(await foretold('2027-03-29T10:00:00')).toEqual([]);
  expect(await at('2027-04-01T09:00:00')).toEqual([['2027-04-01T09:00:00', 0]]);
  expect(await planned()).toEqual([]);
});

test('each of the secretariat is told once, on the first working day of a year, from the hour of the morning until 17:00', async () => {
  await putRoster(
    desk.db,
    desk.workspaceId,
    [
      {
        department: '総務部',
        section: '総務課',
        name: '山田 太郎',
        startsOn: '2016-04-01',
        endsOn: '2017-03-31',
      },
    ],
    desk.clock.now(),
  );
  // 1 April 2028 is a Saturday.
  expect(await foretold('2028-03-30T10:00:00')).toEqual([
    ['2028-04-03', 'U0SECOND'],
    ['2028-04-03', SECRETARY],
  ]);
  expect(
    await at(
      '2028-03-31T09:00:00',
      '2028-04-01T09:00:00',
      '2028-04-03T08:59:00',
      '2028-04-03T16:59:00',
      '2028-04-03T17:00:00',
      '2028-04-04T09:00:00',
      '2028-06-01T09:00:00',
    ),
  ).toEqual([['2028-04-03T16:59:00', 2]]);
  expect(await planned()).toEqual(keysOf('2028-04-03'));
  // 1 April 2032 is a Thursday.
  expect(await at('2032-04-01T09:00:00', '2032-04-02T09:00:00')).toEqual([['2032-04-01T09:00:00', 2]]);
  expect(await planned()).toEqual([...keysOf('2028-04-03'), ...keysOf('2032-04-01')]);
  expect(
    await ask(desk.database, 'select count(*)::int as kept from person where erased_at is null'),
  ).toEqual([{ kept: 1 }]);
});

test('with 保存期間 0 nobody is told', async () => {
  await ask(
    desk.database,
    `insert into settings (workspace_id, contact, retention_years) values ('${desk.workspaceId}', '事務局', 0)`,
  );
  expect(await at('2033-04-01T09:00:00')).toEqual([['2033-04-01T09:00:00', 0]]);
  expect(await planned()).toHaveLength(4);
});
