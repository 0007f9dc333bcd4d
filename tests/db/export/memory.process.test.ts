import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { bundled } from '../../../src/cli/bundle.mjs';
import { prepareWorkspace } from '../../../src/services/settings/prepare-workspace.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { newFolder, removeFolders } from '../../support/exports.ts';

const CITY = 'T0CITY';
const FILE_MB = 60;
const run = promisify(execFile);

afterAll(removeFolders);

/** In how many megabytes a process of its own moves a record. */
const moved = async (
  way: 'export' | 'restore',
  { connection }: TestDatabase,
  folder: string,
): Promise<number> => {
  const program = await bundled('bench/move-record.ts');
  const { stdout } = await run(process.execPath, [program, way, JSON.stringify(connection), CITY, folder]);
  return JSON.parse(stdout).megabytes;
};

/** The same of a record of so many rows with one file of so many megabytes, out and back. */
const outAndBack = async (rows: number, megabytes: number): Promise<readonly [out: number, back: number]> => {
  const folder = newFolder();
  const [origin, other] = [await createTestDatabase(), await createTestDatabase()];
  try {
    await prepareWorkspace({ clock: { now: () => new Date() }, db: origin.db }, CITY);
    await origin.ask(
      `insert into audit_line (workspace_id, at, actor, via, action, subject, names)
       select $1, now(), 'U0KAKU', 'slack', 'confirm-meeting', 'meeting:' || n, '{}' from generate_series(1, $2::int) n`,
      [CITY, rows],
    );
    await origin.ask(
      `insert into stored_file values ($1, gen_random_uuid(), '様式.xlsx', decode(repeat('00ff0a0d', $2::int), 'hex'), 'U0KAKU', now())`,
      [CITY, (megabytes * 1024 * 1024) / 4],
    );
    const out = await moved('export', origin, folder);
    return [out, await moved('restore', other, folder)];
  } finally {
    await origin.drop();
    await other.drop();
  }
};

test('a record of many rows and a large file goes out and comes back in about as much memory as a small one', async () => {
  const [small, large] = [await outAndBack(1, 0), await outAndBack(20_000, FILE_MB)];
  for (const way of [0, 1] as const) expect(large[way] - small[way]).toBeLessThan(FILE_MB * 0.75);
}, 120_000);
