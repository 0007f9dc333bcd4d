import cron from 'node-cron';
import { runOf } from '../domain/delivery.ts';
import type { Log } from '../domain/log.ts';
import { JOBS, type Job, type JobDeps } from './jobs.ts';

export type JobRunner = { readonly stop: () => Promise<void> };

type RunnerDeps = JobDeps & { readonly log: Log };

/** Runs every job whose slot has come and which no process has claimed. A job that fails is in the log; others go on. */
export const runDueJobs = async (
  { log, ...deps }: RunnerDeps,
  jobs: readonly Job[] = JOBS,
): Promise<void> => {
  const { workspaceId } = deps.household;
  const { jobSlots, settings } = deps.db.record(workspaceId);
  const present = await settings.read();
  for (const job of jobs) {
    const now = deps.clock.now();
    const slot = job.slotAt(now, present);
    if (slot === undefined || !(await jobSlots.claim(job.name, slot, now))) continue;
    try {
      const counts = await job.run(deps, workspaceId, runOf(job.name, slot));
      await jobSlots.finish(job.name, slot, deps.clock.now());
      log.info({ job: job.name, slot, ...counts }, 'job done');
    } catch (error) {
      log.error({ job: job.name, slot, err: error }, 'job failed');
    }
  }
  await deps.db.record(workspaceId).deliveries.wake(deps.clock.now());
};

/** Looks every minute, and once at the start, so that a slot missed while the bot was down is made up for. */
export const startRunner = (deps: RunnerDeps): JobRunner => {
  let running = Promise.resolve();
  const look = (): Promise<void> => {
    running = running
      .then(() => runDueJobs(deps))
      .catch((error: unknown) => deps.log.error({ err: error }, 'jobs could not be looked up'));
    return running;
  };
  const task = cron.schedule('* * * * *', look, { timezone: 'Asia/Tokyo' });
  void look();
  return {
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
};
