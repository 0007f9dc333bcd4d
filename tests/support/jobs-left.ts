import type { TestDatabase } from './database.ts';
import { ask } from './desk.ts';

const LEFT = `
  select job.key, task_identifier as task, locked_by, locked_at, attempts, last_error, run_at, now() as asked_at, state, recipient
  from graphile_worker.jobs job left join delivery on delivery.id::text = job.key`;

/** The jobs that the queue still has, each with all that tells why. */
export const jobsLeft = (
  database: Pick<TestDatabase, 'connection'>,
): Promise<readonly Readonly<Record<string, unknown>>[]> => ask(database, `${LEFT} order by run_at`);

/** Of those the ones that workers have taken of which there is no sign of life. */
export const jobsOfTheEnded = (
  database: Pick<TestDatabase, 'connection'>,
): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  ask(
    database,
    `${LEFT} where locked_by is not null and pg_try_advisory_xact_lock(hashtextextended(locked_by, 0))`,
  );
