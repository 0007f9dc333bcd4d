import type { Deps } from './deps.ts';
import { DELIVER_INSTALLED, deliverTask } from './domain/delivery/delivery.ts';
import { QUEUES } from './domain/queues.ts';
import { RUN_INSTALLED, runTask } from './domain/run-task.ts';
import { deliverJob } from './jobs/deliver.ts';
import { type Queue, startQueue, WORKERS } from './jobs/queue.ts';
import { runDueJob } from './jobs/run-due.ts';
import type { MachineTime } from './slack/pace.ts';
import type { BackgroundDeps } from './workspace-deps.ts';

/** What does the jobs of a process: the messages of its workspaces, and the runs of what is due for them. */
export type Queues = { readonly sending: Queue; readonly running: Queue };

/** So long at most a look for messages waits for those who wait for an answer: what they do is what most messages are about. */
const GIVES_WAY_FOR_MS = 100;

/**
 * Begins to work through the queue. `only` are the workspaces of a token of the environment; without them the process takes the jobs of
 * all in which the app is installed.
 */
export const startQueues = async (
  { connection, background, boundaries, holds, log, workspaces }: Deps,
  machine: MachineTime,
  only: readonly string[] | undefined,
): Promise<Queues> => {
  const partsOf = async (teamId: string): Promise<BackgroundDeps | undefined> =>
    (await workspaces.of({ teamId }))?.inBackground;
  const tasks = (names: readonly string[], task: Parameters<typeof startQueue>[1][string]) =>
    Object.fromEntries(names.map((name) => [name, task]));
  const deliver = deliverJob({
    db: background,
    log,
    partsOf: async (id) => {
      const parts = await partsOf(id);
      return parts && { ...parts, people: parts.peopleAtOnce };
    },
  });
  const sending = await startQueue(
    connection,
    tasks(only?.map(deliverTask) ?? [DELIVER_INSTALLED], deliver),
    log,
    {
      holds,
      machine,
      workers: only === undefined ? WORKERS.ofMany : WORKERS.ofOne,
      giveWay: () => boundaries.answered(GIVES_WAY_FOR_MS),
    },
  );
  // By themselves: a run may take minutes, where Slack has who lists people wait, and planning takes the database's time from who sends.
  const runs = tasks(only?.map(runTask) ?? [RUN_INSTALLED], runDueJob(partsOf));
  try {
    return {
      sending,
      running: await startQueue(connection, runs, log, {
        queue: QUEUES.ofRuns,
        machine,
        workers: WORKERS.ofRuns,
      }),
    };
  } catch (error) {
    await sending.stop();
    throw error;
  }
};
