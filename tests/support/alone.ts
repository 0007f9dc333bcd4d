import type { TaskHelpers } from '../../src/jobs/queue.ts';

type Given = Omit<TaskHelpers, 'job'> & {
  readonly job: Pick<
    TaskHelpers['job'],
    'task_identifier' | 'attempts' | 'max_attempts' | 'priority' | 'flags'
  >;
};

/** What the queue gives a job of deliver where nothing else runs. */
export const alone = (job: Partial<Given['job']> = {}): Given => ({
  job: {
    task_identifier: 'deliver:T0',
    attempts: 1,
    max_attempts: 12,
    priority: 0,
    flags: null,
    ...job,
  },
  claim: async () => async () => undefined,
  lookIn: () => undefined,
});
