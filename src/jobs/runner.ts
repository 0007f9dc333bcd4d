import cron from 'node-cron';
import type { DueSlot } from '../db/due-jobs.ts';
import type { Log } from '../domain/log.ts';
import type { ServiceDeps } from '../services/service-deps.ts';
import { dueSlotOf, JOBS, type Job } from './jobs.ts';

export type JobRunner = { readonly stop: () => Promise<void> };

/** The length of an ISO time down to its minute. */
const MINUTE = '2026-11-24T09:00'.length;

type RunnerDeps = ServiceDeps & {
  readonly log: Log;
  /** The workspaces whose jobs are to be run now, whichever process looks. */
  readonly served: () => Promise<readonly string[]>;
};

/** What is due at `now`: each slot of each job, in the order of the jobs, and the workspaces it is due for. */
const dueAt = (
  jobs: readonly Job[],
  facts: Awaited<ReturnType<RunnerDeps['db']['dueJobs']['facts']>>,
  now: Date,
): readonly DueSlot[] =>
  jobs.flatMap((job) => {
    const bySlot = new Map<number, string[]>();
    for (const each of facts) {
      const slot = dueSlotOf(job, each, now)?.getTime();
      if (slot === undefined) continue;
      const workspaceIds = bySlot.get(slot) ?? [];
      bySlot.set(slot, workspaceIds);
      workspaceIds.push(each.workspaceId);
    }
    return [...bySlot].map(([slot, workspaceIds]) => ({
      name: job.name,
      slot: new Date(slot),
      workspaceIds,
    }));
  });

/**
 * Looks once, for all workspaces: claims every job whose slot has come and which no process has claimed, and adds it to the queue; and
 * has messages leave whose time has come, and those that lost their job.
 */
export const lookForDue = async (
  { clock, db, log, served }: RunnerDeps,
  jobs: readonly Job[] = JOBS,
): Promise<void> => {
  const workspaceIds = await served();
  const now = clock.now();
  const due = dueAt(jobs, await db.dueJobs.facts(workspaceIds), now);
  if (due.length > 0) await db.dueJobs.claim(due, now);
  await db.dueDeliveries.wake(workspaceIds, clock.now());
  const recovered = await db.dueDeliveries.recover(workspaceIds);
  if (recovered > 0) log.warn({ recovered }, 'messages without a job were given one');
  await db.dueDeliveries.refreshReports(workspaceIds);
};

/**
 * Looks at every new minute of the clock, and once at the start, so that a slot missed while the bot was down is made up for.
 * The clock may be set forward: it is read every second, which asks the database nothing while the minute is the same. Every
 * process looks, and none leads: what one has claimed the others pass over.
 */
export const startRunner = (deps: RunnerDeps): JobRunner => {
  let running = Promise.resolve();
  let looked = '';
  const look = (): void => {
    const minute = deps.clock.now().toISOString().slice(0, MINUTE);
    if (minute === looked) return;
    looked = minute;
    running = running
      .then(() => lookForDue(deps))
      .catch((error: unknown) => deps.log.error({ err: error }, 'jobs could not be looked up'));
  };
  const task = cron.schedule('* * * * * *', look, { timezone: 'Asia/Tokyo' });
  look();
  return {
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
};
