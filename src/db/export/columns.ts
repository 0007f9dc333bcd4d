import type pg from 'pg';
import { groupBy } from '../../domain/group-by.ts';
import { BYTES_BESIDE, COLUMNS_NOT_EXPORTED, NOT_EXPORTED } from './form.ts';

/** A table with rows of workspaces, as an export has it. */
export type ExportedTable = {
  readonly table: string;
  /** In their order, without what the database makes itself of others and without bytes that are files of their own. */
  readonly columns: readonly string[];
  /** What its rows are ordered by, as SQL: the same in every database, whatever its language is. */
  readonly order: readonly string[];
  /** The column whose bytes are files of their own. */
  readonly bytes: string | undefined;
};

/** How values are written and read, whatever the server or the role is set to. */
export const SETTINGS = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** A name in SQL. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

type Row = {
  readonly table: string;
  readonly column: string;
  readonly ordinary: boolean;
  readonly place: number | null;
};

/**
 * Every table that has rows of workspaces with its columns, from the database itself: what is new can't be forgotten.
 */
export const readExportedTables = async (client: pg.Client): Promise<readonly ExportedTable[]> => {
  const { rows } = await client.query<Row>(
    `select c.relname as table, a.attname as column, array_position(i.indkey::int2[], a.attnum)::int as place,
       a.attcollation = 0 and t.typtype <> 'e' as ordinary
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     join pg_type t on t.oid = a.atttypid
     left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
       and exists (select from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id' and not w.attisdropped)
     order by c.relname collate "C", a.attnum`,
  );
  const exported = rows.filter(
    ({ table, column }) =>
      NOT_EXPORTED[table] === undefined && COLUMNS_NOT_EXPORTED[table]?.includes(column) !== true,
  );
  return [...groupBy(exported, ({ table }) => table)].map(([table, columns]) => {
    const bytes = BYTES_BESIDE[table];
    const key = columns.filter(({ place }) => place !== null);
    return {
      table,
      columns: columns.map(({ column }) => column).filter((column) => column !== bytes),
      order: key
        .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
        .map(({ column, ordinary }) => (ordinary ? named(column) : `${named(column)}::text collate "C"`)),
      bytes,
    };
  });
};

/** The last migration that a database has. */
export const readMigration = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name collate "C" desc limit 1`,
  );
  return rows[0]?.name ?? '';
};
