import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { BackupError, FORM, HEAD_NAME, SUMS_NAME, thisMachine } from '../../../src/db/backup/form.ts';
import { putBack } from '../../../src/db/backup/put-back.ts';
import { takeBackup } from '../../../src/db/backup/take.ts';
import type { EmbeddedServer } from '../../../src/db/embedded/embedded.ts';
import { MIGRATIONS_DIRECTORY, readMigrations } from '../../../src/db/migrate/files.ts';
import type { BackupProblem } from '../../../src/domain/backup-problem.ts';
import { type Entry, entriesOf, repack } from '../../support/backups.ts';
import { ask, createEmbeddedPlaces } from '../../support/embedded-places.ts';

vi.setConfig({ testTimeout: 120_000 });

const { root, place, open, prepare, release, remove } = createEmbeddedPlaces();
beforeAll(prepare);
afterEach(release);
afterAll(remove);

const MIGRATION = readMigrations(MIGRATIONS_DIRECTORY)[0]?.name;

const HEAD = {
  form: FORM,
  at: '2026-11-24T00:00:00.000Z',
  bot: '0.1.0',
  postgres: '18.4.0',
  machine: thisMachine(),
};

const backupOf = async (server: EmbeddedServer, parent: string, head: object = {}): Promise<string> => {
  const file = path.join(root, `${path.basename(parent)}.tar.gz`);
  const directory = path.join(parent, 'postgres');
  await takeBackup({ connection: server.connection, directory }, file, { ...HEAD, ...head });
  return file;
};

/** A backup of a database with one row, made anew with what `change` makes of it. */
const changedBackup = async (change: (entries: readonly Entry[]) => readonly Entry[]): Promise<string> => {
  const parent = place('database');
  const server = await open(parent);
  await ask(server, 'create table written as select 1 as id');
  return repack(await backupOf(server, parent), path.join(root, `${path.basename(parent)}-b.tar.gz`), change);
};

const problemOf = async (work: Promise<unknown>): Promise<BackupProblem> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BackupError)) throw new Error(`Not refused as expected: ${error}`);
  return error.problem;
};

/** Why a backup is not put back; nothing of it is there then. */
const refusedWith = async (file: string): Promise<BackupProblem> => {
  const parent = place('nothing');
  const problem = await problemOf(putBack(parent, file));
  expect(readdirSync(parent)).toEqual([]);
  return problem;
};

/** The same sums for other entries, as somebody would write them who knows how. */
const withRightSums = (entries: readonly Entry[]): readonly Entry[] => {
  const sums = entries
    .filter(({ type, name }) => type === 'file' && name !== SUMS_NAME)
    .map(({ name, bytes }) => ({
      name,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }));
  return entries.map((entry) =>
    entry.name === SUMS_NAME ? { ...entry, bytes: Buffer.from(JSON.stringify(sums)) } : entry,
  );
};

describe('a backup is not put back', () => {
  test('when a byte of a table is another', async () => {
    let changed = '';
    const file = await changedBackup((entries) => {
      const table = entries.filter(({ name }) => /^postgres\/base\/\d+\/\d+$/u.test(name)).at(-1);
      changed = table?.name ?? '';
      return entries.map((entry) => {
        if (entry.name !== changed) return entry;
        const bytes = Buffer.from(entry.bytes);
        bytes[100] = (bytes[100] ?? 0) ^ 1;
        return { ...entry, bytes };
      });
    });
    expect(await refusedWith(file)).toEqual({ kind: 'damaged', what: changed });
  });

  test('when PostgreSQL can not recover it, whatever its sums say', async () => {
    const file = await changedBackup((entries) =>
      withRightSums(entries.filter(({ name }) => !/pg_wal\/\d/u.test(name))),
    );
    expect(await refusedWith(file)).toMatchObject({
      kind: 'does-not-start',
      output: expect.arrayContaining([
        expect.stringContaining('could not locate required checkpoint record'),
      ]),
    });
  });

  test.each([
    [{ machine: 'plan9-mips' }, { kind: 'other-machine', found: 'plan9-mips', expected: thisMachine() }],
    [{ postgres: '16.2.0' }, { kind: 'other-postgres', found: '16', expected: '18' }],
    [{ form: FORM + 1 }, { kind: 'newer-form' }],
  ] as const)('when it says %j', async (head, problem) => {
    const parent = place('database');
    expect(await refusedWith(await backupOf(await open(parent), parent, head))).toEqual(problem);
  });

  test('when a newer version has used its record, over which this one would not start', async () => {
    const parent = place('database');
    const server = await open(parent);
    await ask(
      server,
      `create table _prisma_migrations as
       select name as migration_name, now() as finished_at, now() as started_at, null::timestamptz as rolled_back_at, '' as checksum
       from unnest(array['${MIGRATION}', '29991231000000_later']) name`,
    );
    expect(await refusedWith(await backupOf(server, parent))).toEqual({ kind: 'newer-form' });
  });

  test('over a record, which stays as it is', async () => {
    const parent = place('database');
    const file = await backupOf(await open(parent), parent);
    const directory = path.join(parent, 'postgres');
    expect(await problemOf(putBack(parent, file))).toEqual({ kind: 'record-there', directory });
    expect(readdirSync(parent)).toEqual(['postgres']);
  });
});

describe('a backup is not made', () => {
  test.each([
    ['of a server that an earlier version started', { wal_level: 'minimal' }, { kind: 'server-too-old' }],
  ] as const)('%s', async (_, flags, problem) => {
    const parent = place('database');
    const server = await open(parent, flags);
    expect(await problemOf(backupOf(server, parent))).toEqual(problem);
    expect(readdirSync(root).filter((name) => name.startsWith(path.basename(parent)))).toEqual([
      path.basename(parent),
    ]);
  });

  test('while another is made, which is not disturbed though it has the same name', async () => {
    const parent = place('database');
    const server = await open(parent);
    await ask(server, 'create table filling as select gen_random_uuid() from generate_series(1, 100000)');
    const both = await Promise.allSettled([backupOf(server, parent), backupOf(server, parent)]);
    const made = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(both.flatMap((one) => (one.status === 'rejected' ? [one.reason.problem] : []))).toEqual([
      { kind: 'another-is-made' },
    ]);
    expect((await entriesOf(made[0] ?? '')).at(-1)?.name).toBe(SUMS_NAME);
  });

  test('over one of another record that had the same name at the same time', async () => {
    const parents = [place('database'), place('database')];
    const file = path.join(root, 'same.tar.gz');
    const both = await Promise.allSettled(
      parents.map(async (parent) => {
        const { connection } = await open(parent);
        return takeBackup({ connection, directory: path.join(parent, 'postgres') }, file, HEAD);
      }),
    );
    const whole = (await entriesOf(file)).at(-1)?.name;
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason.problem] : []));
    expect({ whole, refused }).toEqual({ whole: SUMS_NAME, refused: [{ kind: 'file-there' }] });
    expect(readdirSync(root).filter((name) => name.startsWith('same'))).toEqual(['same.tar.gz']);
  });

  test('where its folder is missing', async () => {
    const parent = place('database');
    const server = await open(parent);
    const directory = path.join(parent, 'postgres');
    const made = takeBackup({ connection: server.connection, directory }, path.join(root, 'no', 'a'), HEAD);
    expect(await problemOf(made)).toMatchObject({
      kind: 'not-written',
      reason: expect.stringContaining('ENOENT'),
    });
  });
});

test("only what is the database's is in it, and it is put back into an empty folder, be it on another disk", async () => {
  const parent = place('database');
  const server = await open(parent);
  await ask(server, 'create table written as select 7 as id');
  const data = path.join(parent, 'postgres');
  writeFileSync(path.join(data, 'メモ.txt'), 'メモ');
  writeFileSync(path.join(data, '.hidden'), 'メモ');
  symlinkSync('/etc', path.join(data, 'link'));
  mkdirSync(path.join(data, 'base/pgsql_tmp'));
  const file = await backupOf(server, parent);
  const names = (await entriesOf(file)).map(({ name }) => name);
  expect(names[0]).toBe(HEAD_NAME);
  expect(names.at(-1)).toBe(SUMS_NAME);
  expect(
    names.filter((name) => /メモ|hidden|link|pgsql_tmp|postmaster|\.s\.PGSQL|replslot\/./u.test(name)),
  ).toEqual([]);
  expect(names.filter((name) => name.startsWith('postgres/pg_wal/'))).toHaveLength(2);
  expect(names.indexOf('postgres/global/pg_control')).toBeGreaterThan(names.indexOf('postgres/pg_xact/0000'));

  const other = place('nothing');
  mkdirSync(path.join(root, 'disk'));
  mkdirSync(other, { recursive: true });
  symlinkSync(path.join(root, 'disk'), path.join(other, 'postgres'));
  expect(await putBack(other, file)).toEqual(HEAD);
  expect(existsSync(path.join(other, 'postgres/backup_label'))).toBe(false);
  const anew = await open(other);
  expect(anew.how).toBe('started');
  expect(await ask(anew, 'select id from written')).toEqual([[7]]);
  rmSync(file);
});
