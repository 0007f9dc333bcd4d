import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** prisma/migrations of this package. */
export const MIGRATIONS_DIRECTORY: string = fileURLToPath(
  new URL('../../../prisma/migrations', import.meta.url),
);

/** What Prisma's own command line wants to find beside the migrations. */
export const LOCK_FILE = { name: 'migration_lock.toml', content: 'provider = "postgresql"\n' } as const;

/** One step of the schema: a directory named by its time (UTC) and purpose, e.g. `20261124000000_init`, and its SQL. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The migrations in `directory`, oldest first; none when there is no such directory. Throws when one lacks its SQL. */
export const readMigrations = (directory: string): readonly Migration[] => {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((name) => ({ name, sql: readFileSync(path.join(directory, name, 'migration.sql'), 'utf8') }));
};
