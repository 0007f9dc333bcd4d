import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { createTestClock } from '../support/practice.ts';

const clock = createTestClock('2026-11-30T09:00:00+09:00');
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  for (const id of ['T0NORTH', 'T0SOUTH']) await prepareWorkspace({ clock, db: database.db }, id);
});
afterEach(() => database.drop());

const planFor = (workspaceId: string, count: number) =>
  database.db.record(workspaceId).deliveries.planAll(
    Array.from({ length: count }, (_, index) => ({
      key: `answer:${index}`,
      kind: 'free-text-answer',
      recipient: `U0P${index}`,
      subject: `slack-user:U0P${index}`,
    })),
    clock.now(),
  );

/** The workspaces of the jobs that are due, in the order in which the queue takes them. */
const dueOf = async (): Promise<readonly unknown[]> =>
  (
    await ask(
      database,
      `select payload->>'workspaceId' as workspace from graphile_worker._private_jobs where run_at <= now()
       order by priority, run_at`,
    )
  ).map(({ workspace }) => workspace);

test('of 10,000 messages a minute’s are due at once, and the rest at the pace of Slack', async () => {
  await planFor('T0NORTH', 10_000);
  expect((await dueOf()).length).toBeGreaterThanOrEqual(295);
  expect((await dueOf()).length).toBeLessThan(400);
  const [row] = await ask(
    database,
    `select extract(epoch from max(run_at) - min(run_at)) / 60 as minutes from graphile_worker.jobs`,
  );
  expect(Number(row?.minutes)).toBeCloseTo(10_000 / 295, 1);
});

test('the morning of one city takes turns with the 10,000 of another, and a single message goes before both', async () => {
  await planFor('T0NORTH', 10_000);
  await planFor('T0SOUTH', 112);
  const mixed = await dueOf();
  // What the other planned in the moments between is all that may stand before the last of the 112.
  expect(mixed.lastIndexOf('T0SOUTH')).toBeLessThan(2 * 112 + 100);
  expect(new Set(mixed.slice(-100))).toEqual(new Set(['T0NORTH']));
  await database.db
    .record('T0SOUTH')
    .deliveries.plan(
      { key: 'one', kind: 'free-text-answer', recipient: 'U0ONE', subject: 'slack-user:U0ONE' },
      clock.now(),
    );
  expect((await dueOf())[0]).toBe('T0SOUTH');
});

test('a job says whose it is, and goes to whoever has the token of its workspace', async () => {
  await ask(
    database,
    `insert into installation (id, kind, bot_token, key_id, bot_id, bot_user_id, app_id, scopes, installed_by, installed_at)
     values ('T0SOUTH', 'workspace', '', '', '', '', '', '{}', '', now())`,
  );
  await ask(database, `update workspace set installation_id = id where id = 'T0SOUTH'`);
  for (const id of ['T0NORTH', 'T0SOUTH']) await planFor(id, 1);
  const jobs = () =>
    ask(
      database,
      `select task_identifier as task, array(select jsonb_object_keys(flags) order by 1) as flags from graphile_worker.jobs
       order by task_identifier`,
    );
  const needsOf = (id: string) => ['', ':post', ':slack', ':to:U0P0'].map((what) => `workspace:${id}${what}`);
  const expected = [
    { task: 'deliver-installed', flags: needsOf('T0SOUTH') },
    { task: 'deliver:T0NORTH', flags: needsOf('T0NORTH') },
  ];
  expect(await jobs()).toEqual(expected);
  await ask(database, 'delete from graphile_worker._private_jobs');
  for (const id of ['T0NORTH', 'T0SOUTH']) expect(await database.db.record(id).deliveries.recover()).toBe(1);
  expect(await jobs()).toEqual(expected);
  // Installed since: its own process takes it no more.
  await ask(database, `update workspace set installation_id = 'T0SOUTH' where id = 'T0NORTH'`);
  expect(await database.db.record('T0NORTH').deliveries.recover()).toBe(1);
});
