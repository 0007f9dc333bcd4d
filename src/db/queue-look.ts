import { deliverTask } from '../domain/delivery/delivery.ts';
import type { Connection } from './client.ts';
import { withClient } from './migrate/migrate.ts';

/** A workspace whose messages wait in the queue, and how many. */
export type WaitingMessages = { readonly workspaceId: string; readonly count: number };

/** A message this long after its time has not gone out because nobody takes it, or Slack is away. */
const OVERDUE_MINUTES = 10;

/**
 * The messages that the queue of the database at `connection` holds longer than it should, of workspaces other than `workspaceId`, by
 * their workspace. Writes nothing; none where no bot has made a queue yet. Throws DatabaseError when it cannot be reached.
 */
export const lookAtOthersQueue = (
  connection: Connection,
  workspaceId: string,
): Promise<readonly WaitingMessages[]> =>
  withClient(connection, async (client) => {
    const { rows: made } = await client.query(
      `select 1 where to_regclass('graphile_worker.jobs') is not null`,
    );
    if (made.length === 0) return [];
    const { rows } = await client.query<WaitingMessages>(
      `select substr(task_identifier, length($1) + 1) as "workspaceId", count(*)::int as count
       from graphile_worker.jobs
       where starts_with(task_identifier, $1) and task_identifier <> $2
         and run_at < now() - make_interval(mins => $3)
       group by 1 order by 1`,
      [deliverTask(''), deliverTask(workspaceId), OVERDUE_MINUTES],
    );
    return rows;
  });
