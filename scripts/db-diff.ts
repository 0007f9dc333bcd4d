import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from '../src/db/client.ts';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { openSchemaEngine } from '../src/db/migrate/engine.ts';
import { LOCK_FILE, MIGRATIONS_DIRECTORY, readMigrations } from '../src/db/migrate/files.ts';
import { applyMigrations } from '../src/db/migrate/migrate.ts';

/**
 * Each migration keeps the Prisma schema it leads to beside its SQL, and the next one is reckoned from there. Reading the
 * schema back from a database where all migrations were replayed would also see what was written by hand into a migration
 * and has no word in a Prisma schema, such as partial indexes and checks, and would drop it again; and the engine cannot
 * read PostgreSQL's type "char" through our adapter anyway. Prisma's command line reads only migration.sql in there.
 */
const SCHEMA_COPY = 'schema.prisma';

const NAME = /^[a-z][a-z0-9_]*$/;

/** What a new migration is made of. */
export interface MigrationRequest {
  /** Its purpose in small letters, digits and underscores, e.g. `add_newsletter`. */
  readonly name: string;
  readonly schemaFile: string;
  readonly migrationsDirectory: string;
  readonly at: Date;
  /** An empty database to try all migrations on. */
  readonly scratch: Connection;
}

/** E.g. 2026-11-24T00:00:00Z is `20261124000000`, as Prisma names them. */
const stamp = (at: Date): string => at.toISOString().replace(/\D/g, '').slice(0, 14);

/** A migration written by hand, without a copy, leaves the schema as it was, or is followed by one that has it. */
const lastSchema = (directory: string): string | undefined => {
  const copies = readMigrations(directory).map(({ name }) => path.join(directory, name, SCHEMA_COPY));
  const last = copies.findLast((file) => existsSync(file));
  return last === undefined ? undefined : readFileSync(last, 'utf8');
};

/** The SQL from the schema as of the last migration to `schemaFile`; undefined when they are the same to the database. */
export const pendingChange = async (
  request: Pick<MigrationRequest, 'schemaFile' | 'migrationsDirectory' | 'scratch'>,
): Promise<string | undefined> => {
  const engine = await openSchemaEngine(request.scratch);
  try {
    return await engine.diff(
      lastSchema(request.migrationsDirectory),
      readFileSync(request.schemaFile, 'utf8'),
    );
  } finally {
    await engine.close();
  }
};

/**
 * Writes the migration that leads from the last one to the schema file, having applied all of them to the scratch database;
 * gives its directory's name, or undefined when nothing changed. Throws, leaving no file behind, when the name is not one,
 * would not come last, the schema is not valid, or a migration fails.
 */
export const writeMigration = async (request: MigrationRequest): Promise<string | undefined> => {
  const { migrationsDirectory, schemaFile } = request;
  if (!NAME.test(request.name)) {
    throw new Error('名前は英小文字で始め、英小文字・数字・下線で指定してください。例: add_newsletter');
  }
  const sql = await pendingChange(request);
  if (sql === undefined) return undefined;
  const name = `${stamp(request.at)}_${request.name}`;
  const last = readMigrations(migrationsDirectory).at(-1)?.name ?? '';
  if (name <= last) throw new Error(`${name} が最後の ${last} より後になりません。時計を確かめてください。`);
  const directory = path.join(migrationsDirectory, name);
  mkdirSync(directory, { recursive: true });
  try {
    writeFileSync(path.join(directory, 'migration.sql'), sql);
    writeFileSync(path.join(directory, SCHEMA_COPY), readFileSync(schemaFile));
    await applyMigrations(request.scratch, migrationsDirectory);
  } catch (error) {
    rmSync(directory, { recursive: true });
    throw error;
  }
  writeFileSync(path.join(migrationsDirectory, LOCK_FILE.name), LOCK_FILE.content);
  return name;
};

/** `npm run db:diff -- NAME`. Exit status 0 done or nothing to do, 1 refused, 2 wrong usage. */
const main = async (name: string | undefined): Promise<number> => {
  if (name === undefined) {
    process.stderr.write('使い方: npm run db:diff -- 名前（例: add_newsletter）\n');
    return 2;
  }
  const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-db-diff-'));
  const server = await openEmbedded(directory, { flags: { fsync: 'off' } });
  try {
    const written = await writeMigration({
      name,
      schemaFile: fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url)),
      migrationsDirectory: MIGRATIONS_DIRECTORY,
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
    rmSync(directory, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv[2]);
