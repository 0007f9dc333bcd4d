import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Job } from '../../src/jobs/jobs.ts';
import { createKeptLog, type Desk, openDesk } from '../support/desk.ts';
import { runDueJobs } from '../support/jobs.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** A job due at any time for the slot `at`, that counts its runs. */
const createJob = (name: string, at: string | undefined, work = async () => ({ sent: 1 })) => {
  let runs = 0;
  const job: Job = {
    name,
    slotAt: () => (at === undefined ? undefined : new Date(at)),
    run: () => {
      runs += 1;
      return work();
    },
  };
  return { job, runs: () => runs };
};

const runAt = async (now: string, ...jobs: readonly Job[]) => {
  desk.clock.set(now);
  const log = createKeptLog();
  const { clock, db, people, channels, workspaceId } = desk;
  await runDueJobs(
    desk.database,
    { clock, db, people, channels, log, workspace: { id: workspaceId, secretariat: [] } },
    jobs,
  );
  return log.lines;
};

const NINE = '2026-11-24T09:00:00+09:00';

test('a slot is run once, whoever looks and however often, and its counts are in the log', async () => {
  const { job, runs } = createJob('once', NINE);
  const logs = await Promise.all([runAt(NINE, job), runAt(NINE, job), runAt(NINE, job)]);
  await runAt('2026-11-24T16:00:00+09:00', job);
  expect(runs()).toBe(1);
  expect(logs.flat()).toEqual([
    {
      level: 'info',
      event: 'job done',
      data: { workspaceId: desk.workspaceId, job: 'once', slot: new Date(NINE), sent: 1 },
    },
  ]);
});

test('a job without a slot now is not run, and the next slot is another run', async () => {
  const early = createJob('daily', undefined);
  const first = createJob('daily', NINE);
  const second = createJob('daily', '2026-11-25T09:00:00+09:00');
  await runAt('2026-11-24T08:59:00+09:00', early.job);
  await runAt(NINE, first.job);
  await runAt('2026-11-25T09:00:00+09:00', second.job);
  expect([early.runs(), first.runs(), second.runs()]).toEqual([0, 1, 1]);
});

test('a job that fails is in the log with its error, and the others run', async () => {
  const failure = new Error('no light');
  const failing = createJob('failing', NINE, () => Promise.reject(failure));
  const other = createJob('other', NINE);
  expect(await runAt(NINE, failing.job, other.job)).toEqual([
    {
      level: 'error',
      event: 'job failed',
      data: {
        workspaceId: desk.workspaceId,
        job: 'failing',
        slot: new Date(NINE),
        failureId: expect.stringMatching(/^[0-9a-f]{8}$/u),
        err: failure,
      },
    },
    {
      level: 'info',
      event: 'job done',
      data: { workspaceId: desk.workspaceId, job: 'other', slot: new Date(NINE), sent: 1 },
    },
  ]);
});

test.each([
  { name: 'died-9', now: '2026-11-24T09:09:59+09:00', runs: 1 },
  { name: 'died-10', now: '2026-11-24T09:10:00+09:00', runs: 1 },
  { name: 'died-11', now: '2026-11-24T09:10:00.001+09:00', runs: 2 },
])('a claim of 9:00 that nobody finished makes $runs runs by $now', async ({ name, now, runs }) => {
  const dying = createJob(name, NINE, () => Promise.reject(new Error('died')));
  await runAt(NINE, dying.job);
  await runAt(now, dying.job);
  expect(dying.runs()).toBe(runs);
});

test('a claim taken over is again taken by one only', async () => {
  const dying = createJob('shared', NINE, () => Promise.reject(new Error('died')));
  await runAt(NINE, dying.job);
  const next = createJob('shared', NINE);
  const later = '2026-11-24T09:11:00+09:00';
  await Promise.all([runAt(later, next.job), runAt(later, next.job)]);
  expect(next.runs()).toBe(1);
});
