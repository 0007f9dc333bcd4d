import { z } from 'zod';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { newFailureId } from '../domain/delivery/failure-id.ts';
import { runOf } from '../domain/delivery/run-report.ts';
import type { Log } from '../domain/log.ts';
import { runTask } from '../domain/run-task.ts';
import { noteFailure } from '../services/delivery/note-failure.ts';
import { reportRun } from '../services/delivery/report-run.ts';
import { dueSlotOf, JOBS, type Job, type JobDeps } from './jobs.ts';
import type { TaskHelpers } from './queue.ts';

type RunDeps = JobDeps & { readonly log: Log };

const Payload = z.object({
  workspaceId: z.string(),
  runs: z.array(z.object({ name: z.string(), slot: z.coerce.date() })),
});

/**
 * Whether a run is still worth it when its turn has come, which may be long after it was claimed. A job of every minute that waited
 * is due for a later minute by then, and once is enough.
 */
const isStillDue = async ({ clock, db }: RunDeps, workspaceId: string, job: Job, slot: Date) => {
  const [facts] = await db.dueJobs.facts([workspaceId]);
  const due = facts && dueSlotOf(job, facts, clock.now());
  return due !== undefined && due >= slot && todayInTokyo(due) === todayInTokyo(slot);
};

/** What a run counted: of one that was finished by a process which died before it told of it, what it counted then. */
const runJob = async (deps: RunDeps, workspaceId: string, job: Job, slot: Date) => {
  const { clock, db, log } = deps;
  const { jobSlots } = db.record(workspaceId);
  const before = await jobSlots.countsOf(job.name, slot);
  if (before !== undefined) return before;
  if (!(await isStillDue(deps, workspaceId, job, slot))) {
    await jobSlots.letGo(job.name, slot);
    return undefined;
  }
  const counts = await job.run(deps, workspaceId, runOf(job.name, slot));
  await jobSlots.finish(job.name, slot, clock.now(), counts);
  log.info({ workspaceId, job: job.name, slot, ...counts }, 'job done');
  return counts;
};

const runAndTell = async (deps: RunDeps, workspaceId: string, job: Job, slot: Date): Promise<void> => {
  const { name } = job;
  try {
    const counts = await runJob(deps, workspaceId, job, slot);
    if (counts !== undefined) await reportRun(deps, { name, slot, counts });
  } catch (error) {
    const id = newFailureId();
    deps.log.error({ workspaceId, job: name, slot, failureId: id, err: error }, 'job failed');
    await noteFailure(deps, { id, what: 'job' }).catch((unheard: unknown) =>
      deps.log.error({ job: name, failureId: id, err: unheard }, 'failure could not be told'),
    );
  }
};

/** So long the runs wait of a workspace of which others are under way. */
const AGAIN_AFTER_MS = 5000;

/**
 * Runs what is due for one workspace, as it was claimed: one job after the other, in their order, and none beside another of that
 * workspace, in whatever process. One that fails is in the log; the others go on. `depsOf` gives what the jobs of a workspace are made
 * of; undefined where nothing may be done for it now.
 */
export const runDueJob =
  (depsOf: (workspaceId: string) => Promise<RunDeps | undefined>, jobs: readonly Job[] = JOBS) =>
  async (payload: unknown, { claim, lookIn }: Pick<TaskHelpers, 'claim' | 'lookIn'>): Promise<void> => {
    const due = Payload.parse(payload);
    const { workspaceId, runs } = due;
    const deps = await depsOf(workspaceId);
    if (deps === undefined) return;
    const release = await claim(runTask(workspaceId));
    if (release === undefined) {
      await deps.db.dueJobs.putBack(due, AGAIN_AFTER_MS);
      return lookIn(AGAIN_AFTER_MS);
    }
    try {
      for (const { name, slot } of runs) {
        const job = jobs.find((known) => known.name === name);
        // A process of another version may know jobs that this one does not: it claims them again.
        if (job === undefined) deps.log.warn({ workspaceId, job: name, slot }, 'job of another version');
        else await runAndTell(deps, workspaceId, job, slot);
      }
    } finally {
      await release();
    }
  };
