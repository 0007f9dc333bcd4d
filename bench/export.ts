import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { bundled } from '../src/cli/bundle.mjs';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { createLog, openRecord, systemClock } from '../src/deps.ts';
import { prepareWorkspace } from '../src/services/settings/prepare-workspace.ts';
import { printResults } from './results.ts';

/**
 * In how much memory a workspace of 1,000,000 rows and 2 GB of files is exported, and restored into another database. Takes three minutes and 12 GB
 * of disk. Ends with 1 when a bound is missed; `npm run bench:export -- --json` prints the figures too.
 */

const WORKSPACE = 'T0MANY';
const ROWS = 1_000_000;
const MB = 1024 * 1024;
/** Of files of 20 MB each there are many, and one is large. */
const SIZES: readonly number[] = [...Array.from({ length: 90 }, () => 20 * MB), 200 * MB];
const BYTES = SIZES.reduce((sum, size) => sum + size, 0);
/** What `md5` gives of one value. */
const BYTES_OF_MD5 = 16;

type Figures = {
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly megabytes: number;
};

const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-bench-'));

/** A database of its own, as a bot has it. */
const opened = async (name: string) => {
  const dataDir = path.join(directory, name);
  const { db, close } = await openRecord({ databaseUrl: undefined, dataDir }, createLog('silent'));
  const embedded = await openEmbedded(dataDir);
  return {
    db,
    connection: embedded.connection,
    close: async () => {
      await embedded.release();
      await close();
    },
  };
};

const child = await bundled('bench/move-record.ts');
const moved = (way: 'export' | 'restore', connection: unknown): Figures =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [child, way, JSON.stringify(connection), WORKSPACE, path.join(directory, 'out')],
      { encoding: 'utf8' },
    ),
  );

const origin = await opened('origin');
const client = new pg.Client(origin.connection);
await client.connect();
await prepareWorkspace({ clock: systemClock, db: origin.db }, WORKSPACE);
await client.query(
  `insert into audit_line (workspace_id, at, actor, via, action, subject, names)
   select $1, now(), 'U0KAKU', 'slack', 'confirm-meeting', 'meeting:' || gen_random_uuid(), '{}' from generate_series(1, $2::int)`,
  [WORKSPACE, ROWS],
);
// Compressed, what repeats would be no 2 GB.
await client.query('alter table stored_file alter bytes set storage external');
for (const size of SIZES)
  await client.query(
    `insert into stored_file select $1, gen_random_uuid(), '様式.xlsx', decode(repeat(md5(random()::text), $2::int), 'hex'), 'U0KAKU', now()`,
    [WORKSPACE, size / BYTES_OF_MD5],
  );
await client.end();
const exported = moved('export', origin.connection);
await origin.close();

const other = await opened('other');
const restored = moved('restore', other.connection);
await other.close();
rmSync(directory, { recursive: true, force: true });

const resultsOf = (what: string, { rows, bytes, seconds, megabytes }: Figures) =>
  [
    { what: `rows ${what}`, is: rows, bound: [ROWS, Number.POSITIVE_INFINITY] },
    { what: `bytes ${what}`, is: bytes, bound: [BYTES, Number.POSITIVE_INFINITY] },
    { what: `memory at most, MB (${what} in ${seconds} s)`, is: megabytes, bound: [0, 300] },
  ] as const;
const isKept = printResults([...resultsOf('exported', exported), ...resultsOf('restored', restored)], {
  exported,
  restored,
});
process.exitCode = isKept ? 0 : 1;
