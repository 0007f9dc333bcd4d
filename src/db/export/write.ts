import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Connection } from '../client.ts';
import { withClient } from '../migrate/migrate.ts';
import { onePiece } from '../whole-files.ts';
import { type ExportedTable, named, readExportedTables, readMigration, SETTINGS } from './columns.ts';
import { onlyField } from './copied-bytes.ts';
import { beginFolder, type FolderProblem, type NewFolder } from './folder.ts';
import { BOM, EXPORT_FORM, filePath, MANIFEST, type Manifest, tablePath, writeManifest } from './form.ts';

/** Why there is no export: the folder is none to write into, or there is no such workspace. */
export type ExportProblem = FolderProblem | { readonly kind: 'no-workspace' };

/** What an export is made of, besides the record. */
type Writing = {
  /** The version of the bot. */
  readonly bot: string;
  readonly now: Date;
  /** Hears how much of the whole is done. */
  readonly onProgress: (done: number, whole: number) => void;
};

type WorkspaceRow = { readonly created_at: Date; readonly clock_ahead: string };

const readWorkspace = async (client: pg.Client, id: string): Promise<WorkspaceRow | undefined> => {
  const { rows } = await client.query<WorkspaceRow>(
    'select created_at, clock_ahead from workspace where id = $1',
    [id],
  );
  return rows[0];
};

/** Rows of a table, and how much there is to be done for it: bytes weigh as much as rows of about their length. */
type Size = { readonly rows: number; readonly weight: number };
const BYTES_A_ROW = 200;

const sizeOf = async (client: pg.Client, { table, bytes }: ExportedTable, id: string): Promise<Size> => {
  const length = bytes === undefined ? '0' : `coalesce(sum(octet_length(${named(bytes)})), 0)`;
  const { rows } = await client.query<{ rows: string; length: string }>(
    `select count(*) as rows, ${length} as length from ${named(table)} where workspace_id = $1`,
    [id],
  );
  const count = Number(rows[0]?.rows ?? 0);
  return { rows: count, weight: count + Number(rows[0]?.length ?? 0) / BYTES_A_ROW };
};

/** One snapshot of a workspace, written file by file. */
const writeTables = async (
  client: pg.Client,
  workspaceId: string,
  folder: NewFolder,
  { onProgress }: Pick<Writing, 'onProgress'>,
): Promise<Pick<Manifest, 'tables' | 'files'>> => {
  const owner = pg.escapeLiteral(workspaceId);
  const tables = await readExportedTables(client);
  const sizes = new Map<string, Size>();
  for (const each of tables) sizes.set(each.table, await sizeOf(client, each, workspaceId));
  const whole = [...sizes.values()].reduce((sum, { weight }) => sum + weight, 0);
  let done = 0;
  const files: Manifest['files'] = [];
  for (const { table, columns, order, bytes } of tables) {
    const { rows, weight } = sizes.get(table) ?? { rows: 0, weight: 0 };
    const asked = `select ${columns.map(named).join(', ')} from ${named(table)} where workspace_id = ${owner} order by ${order.join(', ')}`;
    const copied = client.query(copyTo(`copy (${asked}) to stdout (format csv, header)`));
    const begun = done;
    const csv = async function* (): AsyncGenerator<Uint8Array> {
      yield BOM;
      for await (const piece of copied) {
        // A row comes in a piece of its own, the heading too.
        done = Math.min(done + 1, begun + rows);
        onProgress(done, whole);
        yield piece;
      }
    };
    files.push(await folder.write(tablePath(table), csv()));
    done = begun + rows;
    if (bytes === undefined) continue;
    const ids = await client.query<{ id: string }>(
      `select id from ${named(table)} where workspace_id = $1 order by id`,
      [workspaceId],
    );
    for (const { id } of ids.rows) {
      const field = `select ${named(bytes)} from ${named(table)} where workspace_id = ${owner} and id = ${pg.escapeLiteral(id)}`;
      const content = onlyField(client.query(copyTo(`copy (${field}) to stdout (format binary)`)));
      const file = await folder.write(filePath(id), content);
      files.push(file);
      done += file.length / BYTES_A_ROW;
      onProgress(done, whole);
    }
    done = begun + weight;
  }
  onProgress(whole, whole);
  return { tables: tables.map(({ table }) => ({ table, rows: sizes.get(table)?.rows ?? 0 })), files };
};

/**
 * Writes all that the record holds of a workspace into a new folder, as of one moment and while the bot works: a CSV for each table, each
 * stored file, and a manifest with the sums of all. Tokens stay where they are. However much there is, little of it is in memory at once.
 * The folder has its name only when it is whole.
 */
export const writeExport = (
  connection: Connection,
  workspaceId: string,
  directory: string,
  writing: Writing,
): Promise<Result<Manifest, ExportProblem>> =>
  withClient(connection, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    await client.query(SETTINGS);
    const workspace = await readWorkspace(client, workspaceId);
    if (workspace === undefined) return refuse({ kind: 'no-workspace' });
    const begun = await beginFolder(directory);
    if (!begun.ok) return begun;
    const folder = begun.value;
    try {
      const clockAhead = Number(workspace.clock_ahead);
      const migration = await readMigration(client);
      const manifest: Manifest = {
        form: EXPORT_FORM,
        bot: writing.bot,
        migration,
        workspace: { id: workspaceId, createdAt: workspace.created_at.toISOString(), clockAhead },
        exportedAt: new Date(writing.now.getTime() + clockAhead).toISOString(),
        ...(await writeTables(client, workspaceId, folder, writing)),
      };
      await folder.write(MANIFEST, onePiece(writeManifest(manifest)));
      await folder.finish();
      return succeed(manifest);
    } catch (error) {
      await folder.abandon();
      throw error;
    }
  });
