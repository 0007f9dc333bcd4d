import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { DatabaseProblem } from '../../domain/database-problem.ts';
import type { Migration } from './files.ts';

/** A migration that the database has begun and not rolled back. */
export type Recorded = {
  readonly name: string;
  readonly finished: boolean;
  /** SHA-256 of its SQL, in hexadecimal digits. */
  readonly checksum: string;
};

const OLDEST = 140_000;

/** What the database says of its migrations; undefined where none was ever applied. */
export const recordedMigrations = async (client: pg.Client): Promise<readonly Recorded[] | undefined> => {
  const { rows: looked } = await client.query<{ is_there: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as is_there`,
  );
  if (looked[0]?.is_there !== true) return undefined;
  const { rows } = await client.query<Recorded>(
    'select migration_name as name, finished_at is not null as finished, checksum from _prisma_migrations where rolled_back_at is null order by started_at',
  );
  return rows;
};

const checksum = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/** Line ends may have been turned on the way through version control; that changes no statement. */
const isSame = (sql: string, recorded: string): boolean =>
  [sql, sql.replaceAll('\r\n', '\n'), sql.replaceAll(/\r?\n/gu, '\r\n')].some(
    (form) => checksum(form) === recorded,
  );

const ownTables = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
  );
  return rows.map(({ name }) => name);
};

/** What forbids to bring this database to the form of `migrations`; undefined when nothing does. Writes nothing. */
export const whyNotToMigrate = async (
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<DatabaseProblem | undefined> => {
  const { rows } = await client.query<{
    number: number;
    version: string;
    encoding: string;
    creates: boolean | null;
  }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
       current_setting('server_encoding') as encoding,
       has_schema_privilege(current_schema(), 'create') as creates`,
  );
  const [server] = rows;
  if (server !== undefined && server.number < OLDEST) return { kind: 'too-old', version: server.version };
  // Search compares what `normalize` gives, which PostgreSQL has for no other.
  if (server !== undefined && server.encoding !== 'UTF8')
    return { kind: 'encoding', encoding: server.encoding };
  const recorded = await recordedMigrations(client);
  if (recorded === undefined) {
    const tables = await ownTables(client);
    if (tables.length > 0) return { kind: 'other-application', tables };
  }
  const known = new Map(migrations.map(({ name, sql }) => [name, sql]));
  const done = (recorded ?? []).filter(({ finished }) => finished);
  const unknown = done.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0 && unknown.length === done.length)
    return { kind: 'other-application', tables: await ownTables(client) };
  if (unknown.length > 0) return { kind: 'newer', migrations: unknown };
  const changed = done.filter(({ name, checksum: was }) => !isSame(known.get(name) ?? '', was));
  if (changed.length > 0) return { kind: 'changed', migrations: changed.map(({ name }) => name) };
  if (done.length < migrations.length && server?.creates !== true)
    return { kind: 'no-rights', what: ['CREATE ON SCHEMA'] };
  return undefined;
};

const SCHEMA: string = fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url));

/** Each table of a Prisma schema with its columns, by the names they have in the database. */
export const tablesOf = (schema: string): ReadonlyMap<string, readonly string[]> => {
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gmu)].map(
    ([, name = '', body = '']) => ({
      name,
      body,
    }),
  );
  const names = new Set(models.map(({ name }) => name));
  const columns = (body: string): readonly string[] =>
    [...body.matchAll(/^ {2}(\w+)\s+(\w+)[^\n]*/gmu)]
      .filter(([, , type = '']) => !names.has(type))
      .map(([line, field = '']) => /[^@]@map\("([^"]+)"\)/u.exec(line)?.[1] ?? field);
  return new Map(
    models.map(({ name, body }) => [/@@map\("([^"]+)"\)/u.exec(body)?.[1] ?? name, columns(body)]),
  );
};

/**
 * What a schema has, the newest unless told, and this database has not, or lets nobody use; undefined when it is whole. Writes
 * nothing.
 */
export const whatIsLacking = async (
  client: pg.Client,
  schema: string = readFileSync(SCHEMA, 'utf8'),
): Promise<DatabaseProblem | undefined> => {
  const { rows } = await client.query<{ name: string; usable: boolean; columns: readonly string[] }>(
    `select relname as name, array_agg(attname::text) as columns,
       bool_and(has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert')) as usable
     from pg_class c join pg_attribute on attrelid = c.oid
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
     group by 1`,
  );
  const there = new Map(rows.map(({ name, columns }) => [name, new Set(columns)]));
  const lacking = [...tablesOf(schema)].flatMap(([table, columns]) => {
    const has = there.get(table);
    return has === undefined
      ? [table]
      : columns.filter((column) => !has.has(column)).map((column) => `${table}.${column}`);
  });
  if (lacking.length > 0) return { kind: 'lacking', tables: lacking };
  const closed = rows.filter(({ usable }) => !usable).map(({ name }) => name);
  return closed.length > 0 ? { kind: 'no-rights', what: closed } : undefined;
};
