import cron from 'node-cron';
import { newFailureId } from '../domain/delivery/failure-id.ts';
import { runOf } from '../domain/delivery/run-report.ts';
import type { Log } from '../domain/log.ts';
import { subjectOf } from '../domain/subject.ts';
import { noteFailure } from '../services/delivery/note-failure.ts';
import { reportRun } from '../services/delivery/report-run.ts';
import { JOBS, type Job, type JobDeps } from './jobs.ts';

export type JobRunner = { readonly stop: () => Promise<void> };

/** The length of an ISO time down to its minute. */
const MINUTE = '2026-11-24T09:00'.length;

type RunnerDeps = JobDeps & { readonly log: Log };

/** Runs every job whose slot has come and which no process has claimed. A job that fails is in the log; others go on. */
export const runDueJobs = async (
  { log, ...deps }: RunnerDeps,
  jobs: readonly Job[] = JOBS,
): Promise<void> => {
  const { id: workspaceId } = deps.workspace;
  const { deliveries, jobSlots, settings } = deps.db.record(workspaceId);
  const present = await settings.read();
  for (const job of jobs) {
    const now = deps.clock.now();
    const slot = job.slotAt(now, present);
    if (slot === undefined || (await job.isWanted?.(deps, workspaceId)) === false) continue;
    if (!(await jobSlots.claim(job.name, slot, now))) continue;
    const run = runOf(job.name, slot);
    try {
      const counts = await job.run(deps, workspaceId, run);
      await jobSlots.finish(job.name, slot, deps.clock.now(), counts);
      log.info({ job: job.name, slot, ...counts }, 'job done');
      await reportRun(deps, { name: job.name, slot, counts });
    } catch (error) {
      const failureId = newFailureId();
      log.error({ job: job.name, slot, failureId, err: error }, 'job failed');
      await noteFailure(deps, { id: failureId, what: 'job' }).catch((unheard: unknown) =>
        log.error({ job: job.name, failureId, err: unheard }, 'failure could not be told'),
      );
    }
  }
  await deliveries.wake(deps.clock.now());
  const recovered = await deliveries.recover();
  if (recovered > 0) log.warn({ recovered }, 'messages without a job were given one');
  for (const run of await deliveries.runsUnderWay()) await deliveries.refresh(subjectOf('run', run));
};

/**
 * Looks at every new minute of the clock, and once at the start, so that a slot missed while the bot was down is made up for.
 * The clock may be set forward: it is read every second, which asks the database nothing while the minute is the same.
 */
export const startRunner = (
  { clock, log }: Pick<RunnerDeps, 'clock' | 'log'>,
  served: () => Promise<readonly RunnerDeps[]>,
): JobRunner => {
  let running = Promise.resolve();
  let looked = '';
  const look = (): void => {
    const minute = clock.now().toISOString().slice(0, MINUTE);
    if (minute === looked) return;
    looked = minute;
    running = running
      .then(async () => {
        for (const deps of await served()) await runDueJobs(deps);
      })
      .catch((error: unknown) => log.error({ err: error }, 'jobs could not be looked up'));
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
