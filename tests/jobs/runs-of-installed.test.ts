import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the runs of a workspace that has installed the app go to any process that serves many', async () => {
  await ask(
    database,
    `insert into installation (id, kind, bot_token, key_id, bot_id, bot_user_id, app_id, scopes, installed_by, installed_at)
     values ('T0SOUTH', 'workspace', '', '', '', '', '', '{}', '', now())`,
  );
  await ask(
    database,
    `insert into workspace (id, created_at, installation_id) values ('T0NORTH', now(), null), ('T0SOUTH', now(), 'T0SOUTH')`,
  );
  const slot = new Date('2026-11-24T09:00:00+09:00');
  await database.db.dueJobs.claim([{ name: 'remind', slot, workspaceIds: ['T0NORTH', 'T0SOUTH'] }], slot);
  expect(
    await ask(database, 'select task_identifier as task from graphile_worker_runs.jobs order by 1'),
  ).toEqual([{ task: 'run-due-installed' }, { task: 'run-due:T0NORTH' }]);
});
