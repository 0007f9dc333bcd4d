import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from '../src/db/client.ts';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { openSchemaEngine } from '../src/db/migrate/engine.ts';
import { LOCK_FILE, MIGRATIONS_DIRECTORY, readMigrations } from '../src/db/migrate/files.ts';
import { applyMigrations, withClient } from '../src/db/migrate/migrate.ts';
import { whatIsLacking } from '../src/db/migrate/schema-state.ts';

/** The schema as it is to be. */
const SCHEMA = 'schema.prisma';
/**
 * The schema as the migrations leave it: the next one is reckoned from there. Reading it back from a database where all
 * migrations were replayed would also see what was written by hand into a migration and has no word in a Prisma schema, such as
 * partial indexes and checks, and would drop it again; and the engine cannot read PostgreSQL's type "char" through our
 * adapter anyway.
 */
const MIGRATED = 'migrated.prisma';
const MIGRATIONS = 'migrations';

const NAME = /^[a-z][a-z0-9_]*$/;

/** What a new migration is made of. */
export interface MigrationRequest {
  /** Its purpose in small letters, digits and underscores, e.g. `add_newsletter`. */
  readonly name: string;
  /** Where the two schemas and the migrations are. */
  readonly directory: string;
  readonly at: Date;
  /** An empty database to try all migrations on. */
  readonly scratch: Connection;
}

/** E.g. 2026-11-24T00:00:00Z is `20261124000000`, as Prisma names them. */
const stamp = (at: Date): string => at.toISOString().replace(/\D/g, '').slice(0, 14);

/** The SQL from the one schema to the other; undefined when they are the same to the database. */
const changeOf = async (
  scratch: Connection,
  from: string | undefined,
  to: string,
): Promise<string | undefined> => {
  const engine = await openSchemaEngine(scratch);
  try {
    return await engine.diff(from, to);
  } finally {
    await engine.close();
  }
};

/**
 * The SQL from the schema as of the last migration to the schema; undefined when they are the same to the database. Throws when
 * they are the same, but the migrations, applied to the scratch database, do not make all of it.
 */
export const pendingChange = async ({
  directory,
  scratch,
}: Pick<MigrationRequest, 'directory' | 'scratch'>): Promise<string | undefined> => {
  const migrated = path.join(directory, MIGRATED);
  const from = existsSync(migrated) ? readFileSync(migrated, 'utf8') : undefined;
  const to = readFileSync(path.join(directory, SCHEMA), 'utf8');
  const sql = await changeOf(scratch, from, to);
  if (sql !== undefined) return sql;
  await applyMigrations(scratch, path.join(directory, MIGRATIONS));
  const problem = await withClient(scratch, (client) => whatIsLacking(client, to));
  if (problem?.kind === 'lacking')
    throw new Error(`${MIGRATED} にあって、マイグレーションが作らないもの: ${problem.tables.join('、')}`);
  return undefined;
};

/**
 * Writes the migration that leads from the last one to the schema file, having applied all of them to the scratch database;
 * gives its directory's name, or undefined when nothing changed. Throws, leaving no file behind, when the name is not one,
 * would not come last, the schema is not valid, or a migration fails.
 */
export const writeMigration = async (request: MigrationRequest): Promise<string | undefined> => {
  if (!NAME.test(request.name)) {
    throw new Error('名前は英小文字で始め、英小文字・数字・下線で指定してください。例: add_newsletter');
  }
  const sql = await pendingChange(request);
  if (sql === undefined) return undefined;
  const migrations = path.join(request.directory, MIGRATIONS);
  const name = `${stamp(request.at)}_${request.name}`;
  const last = readMigrations(migrations).at(-1)?.name ?? '';
  if (name <= last) throw new Error(`${name} が最後の ${last} より後になりません。時計を確かめてください。`);
  const written = path.join(migrations, name);
  mkdirSync(written, { recursive: true });
  try {
    writeFileSync(path.join(written, 'migration.sql'), sql);
    await applyMigrations(request.scratch, migrations);
  } catch (error) {
    rmSync(written, { recursive: true });
    throw error;
  }
  copyFileSync(path.join(request.directory, SCHEMA), path.join(request.directory, MIGRATED));
  writeFileSync(path.join(migrations, LOCK_FILE.name), LOCK_FILE.content);
  return name;
};

/** `npm run db:diff -- NAME`. Exit status 0 done or nothing to do, 1 refused, 2 wrong usage. */
const main = async (name: string | undefined): Promise<number> => {
  if (name === undefined) {
    process.stderr.write('使い方: npm run db:diff -- 名前（例: add_newsletter）\n');
    return 2;
  }
  const data = mkdtempSync(path.join(tmpdir(), 'kyodo-db-diff-'));
  const server = await openEmbedded(data, { flags: { fsync: 'off' } });
  try {
    const written = await writeMigration({
      name,
      directory: path.dirname(MIGRATIONS_DIRECTORY),
      at: new Date(),
      scratch: server.connection,
    });
    process.stdout.write(
      written === undefined ? '変更はありません。\n' : `prisma/migrations/${written} を作りました。\n`,
    );
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    await server.release();
    rmSync(data, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv[2]);
