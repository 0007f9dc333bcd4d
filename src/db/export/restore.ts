import type pg from 'pg';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { type Connection, servingName } from '../client.ts';
import { MIGRATIONS_DIRECTORY, readMigrations } from '../migrate/files.ts';
import { withClient } from '../migrate/migrate.ts';
import type { TableRows } from '../workspace-holdings.ts';
import { type CheckProblem, checkExport } from './check.ts';
import { type ExportedTable, named, readExportedTables, SETTINGS } from './columns.ts';
import { type Manifest, NOT_EXPORTED } from './form.ts';
import { beyondFresh, takeOut } from './fresh.ts';
import { inOrderOfReferences, loadTable, UnreadableFile } from './load.ts';

/** Why nothing is put back. */
export type RestoreProblem =
  | CheckProblem
  /** It is of another workspace than the one meant. */
  | { readonly kind: 'other-workspace'; readonly id: string }
  /** A bot works with its token. */
  | { readonly kind: 'bot-at-work'; readonly id: string }
  /** There is a record of it already. */
  | { readonly kind: 'not-empty'; readonly id: string; readonly rows: readonly TableRows[] }
  /** What stands in a file can't be put into the record. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/** What was put back, or would be: how much, and how many messages are held. */
export type Restored = { readonly manifest: Manifest; readonly held: number };

type Restoring = {
  /** The workspace that is meant; undefined for that of the export. */
  readonly workspaceId: string | undefined;
  /** Who does it, e.g. `cli:kyodo`. */
  readonly by: string;
  readonly now: Date;
  /** Everything is tried, and nothing kept. */
  readonly isDryRun: boolean;
  /** Hears how much is done of the reading, and then of the writing. */
  readonly onProgress: (done: number, whole: number) => void;
};

/** Carries the refusal out of the transaction, of which nothing stays then. */
class Refused extends Error {
  readonly problem: RestoreProblem;
  constructor(problem: RestoreProblem) {
    super('refused');
    this.problem = problem;
  }
}

const isServed = async (client: pg.Client, workspaceId: string): Promise<boolean> => {
  const { rowCount } = await client.query(
    'select from pg_stat_activity where datname = current_database() and application_name = $1',
    [servingName(workspaceId)],
  );
  return rowCount !== 0;
};

/** Makes room: takes hold of the workspace, and out of it what a first start wrote; refused when there is more. */
const makeRoom = async (
  client: pg.Client,
  exported: readonly ExportedTable[],
  { workspace: { id, createdAt, clockAhead } }: Manifest,
): Promise<void> => {
  const tables = [...exported.map(({ table }) => table), ...Object.keys(NOT_EXPORTED)];
  // Whoever would add anything to it waits from here on.
  await client.query('select from workspace where id = $1 for update', [id]);
  if (await isServed(client, id)) throw new Refused({ kind: 'bot-at-work', id });
  const rows = await beyondFresh(client, tables, id);
  if (rows.length > 0) throw new Refused({ kind: 'not-empty', id, rows });
  const installation = await takeOut(client, tables, id);
  await client.query(
    'insert into workspace (id, created_at, clock_ahead, installation_id) values ($1, $2, $3, $4)',
    [id, createdAt, clockAhead, installation],
  );
};

/** Numbers that the database gives itself go on after those that were put back. */
const goOnCounting = async (
  client: pg.Client,
  tables: readonly ExportedTable[],
  id: string,
): Promise<void> => {
  for (const { table, columns } of tables)
    for (const column of columns) {
      const { rows } = await client.query<{ sequence: string | null }>(
        'select pg_get_serial_sequence($1, $2) as sequence',
        [named(table), column],
      );
      const sequence = rows[0]?.sequence ?? null;
      if (sequence === null) continue;
      await client.query(
        `select setval('${sequence}', greatest(last_value, highest)) from ${sequence},
           (select max(${named(column)}) as highest from ${named(table)} where workspace_id = $1) put_back
         where highest is not null`,
        [id],
      );
    }
};

/** Nothing of what came with an export leaves before the secretariat chose; how many messages wait for that. */
const hold = async (
  client: pg.Client,
  { workspace: { id, clockAhead }, exportedAt }: Manifest,
  { by, now }: Pick<Restoring, 'by' | 'now'>,
): Promise<number> => {
  await client.query(
    `update delivery set held = true where workspace_id = $1 and state in ('planned', 'sending', 'sent')`,
    [id],
  );
  await client.query(
    'insert into restoration (workspace_id, as_of, restored_at, restored_by) values ($1, $2, $3, $4)',
    [id, exportedAt, new Date(now.getTime() + clockAhead), by],
  );
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from delivery where workspace_id = $1 and held and state in ('planned', 'sending')`,
    [id],
  );
  return rows[0]?.count ?? 0;
};

const putBack = async (
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  restoring: Restoring,
): Promise<Restored> => {
  const tables = await readExportedTables(client);
  await makeRoom(client, tables, manifest);
  const unknown = manifest.tables.find(({ table }) => tables.every((each) => each.table !== table));
  if (unknown !== undefined) throw new Refused({ kind: 'newer-form' });
  const whole = manifest.files.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  const onBytes = (count: number): void => {
    done += count;
    restoring.onProgress(done, whole);
  };
  for (const each of await inOrderOfReferences(client, tables))
    await loadTable({ client, folder, manifest, onBytes }, each);
  await goOnCounting(client, tables, manifest.workspace.id);
  return { manifest, held: await hold(client, manifest, restoring) };
};

/**
 * Puts an export back into its workspace, of which the database may hold no more than a first start writes: all of it in one
 * transaction, or nothing. Every byte is checked before anything is written. Nothing is sent: what came with it is held, and no job
 * runs, until the secretariat chooses.
 */
export const restoreExport = async (
  connection: Connection,
  folder: string,
  restoring: Restoring,
): Promise<Result<Restored, RestoreProblem>> => {
  const checked = await checkExport(folder, restoring.onProgress);
  if (!checked.ok) return checked;
  const manifest = checked.value;
  const { id } = manifest.workspace;
  if (restoring.workspaceId !== undefined && restoring.workspaceId !== id)
    return refuse({ kind: 'other-workspace', id });
  if (readMigrations(MIGRATIONS_DIRECTORY).every(({ name }) => name !== manifest.migration))
    return refuse({ kind: 'newer-form' });
  try {
    return await withClient(connection, async (client) => {
      await client.query('begin');
      await client.query(SETTINGS);
      const restored = await putBack(client, folder, manifest, restoring);
      await client.query(restoring.isDryRun ? 'rollback' : 'commit');
      return succeed(restored);
    });
  } catch (error) {
    if (error instanceof Refused) return refuse(error.problem);
    if (error instanceof UnreadableFile)
      return refuse({ kind: 'unreadable', path: error.path, reason: error.message });
    throw error;
  }
};
