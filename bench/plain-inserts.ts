import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** The rows that recording a meeting leaves, written by hand in one transaction. */
const STATEMENTS: readonly string[] = [
  `insert into meeting (workspace_id, id, body_id, fiscal_year, way, precision, held_on, attendees,
     attendees_without_slack, recorded_by, recorded_at, confirmed_at, held_confirmed_at)
   select workspace_id, $1, body_id, 2023, 'onsite', 'day', date '2023-08-10', '{}', '{}', 'bench', now(), now(), now()
   from body_year limit 1`,
  `insert into agenda_item (workspace_id, meeting_id, position, text)
   select workspace_id, id, 1, '年間の予定' from meeting where id = $1`,
  `insert into submission (workspace_id, key, digest, created_at)
   select id, 'bench:' || $1::uuid, 'digest', now() from workspace`,
  `insert into audit_line (workspace_id, at, actor, via, action, subject, after)
   select id, now(), 'bench', 'slack', 'bench', 'meeting:' || $1::uuid, '{"items": ["年間の予定"]}' from workspace`,
  `insert into delivery (workspace_id, id, key, kind, recipient, subject, planned_at)
   select id, $1, 'bench:' || $1::uuid, 'meeting-recorded', 'bench', 'meeting:' || $1::uuid, now() from workspace`,
  // A job nobody works on.
  `select graphile_worker.add_job('bench', json_build_object('id', $1::uuid), queue_name := $1::uuid::text)`,
];

/** What is not part of the record: a job's queue would look through those that nobody works on. */
const JOBS_OF_BENCH = `delete from graphile_worker._private_jobs where task_id in (
  select id from graphile_worker._private_tasks where identifier = 'bench')`;

export type PlainInserts = {
  readonly write: () => Promise<void>;
  /** Takes out of the queue what was put there. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The least a record can cost: `write` is one meeting, over one of as many connections as the bot has. */
export const openPlainInserts = (connection: pg.PoolConfig): PlainInserts => {
  const pool = new pg.Pool({ ...connection, max: 10 });
  // The database is ended before whoever holds these.
  pool.on('error', () => undefined);
  return {
    write: async () => {
      const id = randomUUID();
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (const statement of STATEMENTS) await client.query(statement, [id]);
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    clear: async () => {
      await pool.query(JOBS_OF_BENCH);
    },
    close: () => pool.end(),
  };
};
