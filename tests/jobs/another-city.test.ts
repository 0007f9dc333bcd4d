import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliverTask } from '../../src/domain/delivery/delivery.ts';
import { runOf } from '../../src/domain/delivery/run-report.ts';
import { deliverJob } from '../../src/jobs/deliver.ts';
import { JOBS, type JobDeps } from '../../src/jobs/jobs.ts';
import { runDueJob } from '../../src/jobs/run-due.ts';
import { ask, createKeptLog, type Desk, openDesk } from '../support/desk.ts';
import { fillWorkspace, type Observer, openObserver } from '../support/full-workspace/full-workspace.ts';
import { MARK, SLACK_ID } from '../support/full-workspace/names.ts';

/**
 * What time brings, in a city that shares its database with one that is full, and somebody with it: jobs and deliveries of the one do
 * nothing in the other, whatever ids they name.
 */

const FULL = 'T0FULL';

let desk: Desk;
let observer: Observer;
/** All of the full city, as it must stay. */
let whole: unknown;
beforeEach(async () => {
  desk = await openDesk('2026-11-24T10:00:00+09:00', [{ id: SLACK_ID, real_name: '竹取 花子' }]);
  await fillWorkspace(desk.db, FULL);
  observer = await openObserver(desk.database);
  whole = await observer.wholeOf(FULL);
});
afterEach(async () => {
  await observer.close();
  await desk.stop();
});

const log = createKeptLog();
const deps = (): JobDeps & { readonly log: typeof log } => ({ ...desk, log });

/** Nothing was changed in the full city, nothing of it is in the other, and Slack was told nothing of it. */
const expectTheWall = async (): Promise<void> => {
  expect(await observer.wholeOf(FULL)).toEqual(whole);
  expect(JSON.stringify(await observer.wholeOf(desk.workspaceId))).not.toMatch(
    new RegExp(`${MARK}|${FULL}`, 'u'),
  );
  const shown = [SLACK_ID, 'U0SECRETARY', 'C0GENERAL'].map((place) => desk.slack.messages(place));
  expect(JSON.stringify(shown)).not.toContain(MARK);
};

const deliveriesOf = (workspaceId: string) =>
  ask(desk.database, 'select id from delivery where workspace_id = $1', [workspaceId]);

test.each(JOBS.map((job) => [job.name, job] as const))(
  '%s of one city leaves the other alone',
  async (name, job) => {
    // Every slot of every job is due for somebody of both: what is in the other is not theirs here.
    await job.run(deps(), desk.workspaceId, runOf(name, new Date('2026-11-24T09:00:00+09:00')));
    await expectTheWall();
  },
);

const given = { claim: async () => async () => undefined, lookIn: () => undefined };

test('a run of the other city is no work of a process that does not serve it', async () => {
  const served = async (id: string) => (id === desk.workspaceId ? deps() : undefined);
  const slot = '2026-11-24T09:00:00+09:00';
  for (const { name } of JOBS) await runDueJob(served)({ workspaceId: FULL, runs: [{ name, slot }] }, given);
  await expectTheWall();
});

test('a delivery of the other city is sent by nobody here, whichever city its job names', async () => {
  const parts = deps();
  const run = deliverJob({
    db: desk.db,
    log,
    partsOf: async (id) => (id === desk.workspaceId ? { ...desk, ...parts } : undefined),
  });
  const job = {
    attempts: 1,
    max_attempts: 12,
    priority: 0,
    flags: null,
    task_identifier: deliverTask(desk.workspaceId),
  };
  for (const { id } of await deliveriesOf(FULL))
    for (const workspaceId of [desk.workspaceId, 'T0NOWHERE'])
      await run({ workspaceId, deliveryId: id }, { ...given, job });
  await expectTheWall();
  expect(await deliveriesOf(desk.workspaceId)).toEqual([]);
});
