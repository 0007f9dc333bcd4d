import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type ExportedTable, named } from './columns.ts';
import { hasRow, withField } from './copied-bytes.ts';
import { BOM, filePath, type Manifest, tablePath } from './form.ts';

/** What stands in a file can't be rows of its table, or was changed since it was looked at. Nothing of the whole is kept then. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly path: string;
  constructor(file: string, reason: string) {
    super(reason);
    this.path = file;
  }
}

/** Tables in an order in which each comes after those that its rows refer to. */
export const inOrderOfReferences = async (
  client: pg.Client,
  tables: readonly ExportedTable[],
): Promise<readonly ExportedTable[]> => {
  const { rows } = await client.query<{ table: string; to: string }>(
    `select own.relname as table, other.relname as to from pg_constraint c
     join pg_class own on own.oid = c.conrelid join pg_class other on other.oid = c.confrelid
     where c.contype = 'f' and own.relnamespace = current_schema()::regnamespace and c.conrelid <> c.confrelid`,
  );
  const ordered: ExportedTable[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ table }) => table));
    const ready = left.filter(
      ({ table }) => !rows.some((reference) => reference.table === table && waiting.has(reference.to)),
    );
    if (ready.length === 0) throw new Error(`tables refer to each other: ${[...waiting].join(', ')}`);
    ordered.push(...ready);
    left = left.filter((each) => !ready.includes(each));
  }
  return ordered;
};

/** More than the names of all columns of a table take. */
const HEADING_BYTES = 64 * 1024;

/** The columns that a CSV names in its first line. */
const headingOf = async (file: string): Promise<readonly string[]> => {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(HEADING_BYTES),
      0,
      HEADING_BYTES,
      BOM.length,
    );
    const [line = ''] = buffer.toString('utf8', 0, bytesRead).split('\n');
    return line.split(',');
  } finally {
    await handle.close();
  }
};

type Loading = {
  readonly client: pg.Client;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly onBytes: (count: number) => void;
};

const NOTHING = new Uint8Array();

/** Puts one file of an export through `sql`: what stands after `before` in it, as `made` makes it. How many rows came of it. */
const loadFile = async (
  { client, folder, manifest, onBytes }: Loading,
  name: string,
  sql: string,
  before: Uint8Array,
  made: (content: AsyncIterable<Uint8Array>, length: number) => AsyncIterable<Uint8Array>,
): Promise<number> => {
  const told = manifest.files.find((file) => file.path === name);
  const hash = createHash('sha256').update(before);
  const content = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path.join(folder, name), { start: before.length })) {
      hash.update(piece);
      onBytes(piece.length);
      yield piece;
    }
  };
  const copied = client.query(copyFrom(sql));
  await pipeline(made(content(), told?.length ?? 0), copied);
  if (hash.digest('hex') !== told?.sha256) throw new UnreadableFile(name, 'changed meanwhile');
  return copied.rowCount;
};

/** Puts a CSV into a table of these columns, and gives how many rows it had. */
const loadCsv = (
  loading: Loading,
  name: string,
  into: string,
  columns: readonly string[],
): Promise<number> => {
  const sql = `copy ${into} (${columns.map(named).join(', ')}) from stdin (format csv, header)`;
  return loadFile(loading, name, sql, BOM, (content) => content);
};

/** Puts stored files into their table, whose CSV has all of them but their bytes; how many rows it had. No file is in memory as a whole. */
const loadFiles = async (
  loading: Loading,
  { table, bytes = '' }: ExportedTable,
  columns: readonly string[],
): Promise<number> => {
  const { client, manifest } = loading;
  const list = columns.map(named).join(', ');
  await client.query(
    `create temporary table incoming on commit drop as select ${list} from ${named(table)} with no data`,
  );
  await client.query('alter table incoming add primary key (id)');
  const count = await loadCsv(loading, tablePath(table), 'incoming', columns);
  const sql = `copy ${named(table)} (${list}, ${named(bytes)}) from stdin (format binary)`;
  for (const { path: name } of manifest.files) {
    if (!name.startsWith(filePath(''))) continue;
    const id = pg.escapeLiteral(name.slice(filePath('').length));
    const row = await buffer(
      client.query(copyTo(`copy (select ${list} from incoming where id = ${id}) to stdout (format binary)`)),
    );
    if (!hasRow(row)) throw new UnreadableFile(name, 'no row has this file');
    await loadFile(loading, name, sql, NOTHING, (content, length) => withField(row, length, content));
  }
  return count;
};

/** What PostgreSQL finds in a file that is none of what it is to hold. */
const unreadable =
  (name: string) =>
  (error: unknown): never => {
    throw error instanceof pg.DatabaseError ? new UnreadableFile(name, error.message) : error;
  };

/** Puts one table back. Throws UnreadableFile when its file has not just the rows of its own workspace that the manifest says. */
export const loadTable = async (loading: Loading, each: ExportedTable): Promise<void> => {
  const { client, folder, manifest } = loading;
  const { table, bytes } = each;
  const told = manifest.tables.find((one) => one.table === table);
  // A table that came after this export was written.
  if (told === undefined) return;
  const name = tablePath(table);
  const columns = await headingOf(path.join(folder, name));
  const unknown = columns.filter((column) => !each.columns.includes(column));
  if (unknown.length > 0) throw new UnreadableFile(name, unknown.join(', '));
  const count = await (bytes === undefined
    ? loadCsv(loading, name, named(table), columns)
    : loadFiles(loading, each, columns)
  ).catch(unreadable(name));
  const { rows } = await client.query<{ count: string }>(
    `select count(*) as count from ${named(table)} where workspace_id = $1`,
    [manifest.workspace.id],
  );
  // Fewer are there where one was of another workspace.
  if (count !== told.rows || Number(rows[0]?.count) !== told.rows)
    throw new UnreadableFile(name, `${count}, ${rows[0]?.count}, ${told.rows}`);
};
