import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createArchive } from '../../../src/db/backup/archive.ts';
import { BackupError, DATA_NAME, FORM, HEAD_NAME, SUMS_NAME } from '../../../src/db/backup/form.ts';
import { unpackBackup } from '../../../src/db/backup/unpack.ts';
import type { BackupProblem } from '../../../src/domain/backup-problem.ts';
import { type Entry, repack } from '../../support/backups.ts';

const root = mkdtempSync(path.join(tmpdir(), 'kyodo-backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let places = 0;
const place = (): string => {
  places += 1;
  const folder = path.join(root, String(places));
  mkdirSync(folder);
  return folder;
};

const HEAD = { form: FORM, at: '2026-11-24T00:00:00.000Z', bot: '0.1.0', postgres: '18.4.0', machine: 'm' };
const WAL = `${DATA_NAME}pg_wal/000000010000000000000003`;
const FILES: Readonly<Record<string, Buffer>> = {
  [`${DATA_NAME}PG_VERSION`]: Buffer.from('18\n'),
  [`${DATA_NAME}base/5/1259`]: Buffer.alloc(3 << 20, '協働'),
  [`${DATA_NAME}base/5/1260`]: Buffer.alloc(0),
  [WAL]: Buffer.alloc(70_000, 7),
};

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
}

const writeBackup = async (head: object = HEAD): Promise<string> => {
  const file = path.join(place(), 'a.tar.gz');
  const archive = await createArchive(`${file}.part`);
  await archive.addText(HEAD_NAME, JSON.stringify(head));
  for (const folder of ['base/', 'base/5/', 'pg_wal/']) await archive.addFolder(`${DATA_NAME}${folder}`);
  for (const [name, bytes] of Object.entries(FILES))
    await archive.addFile(name, bytes.length, inPieces(bytes));
  await archive.finish(file);
  return file;
};

const repacked = async (change: (entries: readonly Entry[]) => readonly Entry[]): Promise<string> =>
  repack(await writeBackup(), path.join(place(), 'b.tar.gz'), change);

const bytesChanged = async (change: (bytes: Buffer) => Buffer): Promise<string> => {
  const file = await writeBackup();
  writeFileSync(file, change(readFileSync(file)));
  return file;
};

const problemOf = async (file: string): Promise<BackupProblem> => {
  const error: unknown = await unpackBackup(file, place(), () => {}).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BackupError)) throw new Error(`Not refused as expected: ${error}`);
  return error.problem;
};

/** Comparing megabytes byte for byte takes seconds. */
const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const SUMS = Object.fromEntries(Object.entries(FILES).map(([name, bytes]) => [name, sumOf(bytes)]));

const contents = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [`${DATA_NAME}${name}`, sumOf(readFileSync(path.join(folder, name)))]),
  );

describe('an archive', () => {
  test('comes back as it was written, for its owner alone', async () => {
    const file = await writeBackup();
    const folder = place();
    expect(await unpackBackup(file, folder, () => {})).toEqual(HEAD);
    expect(contents(folder)).toEqual(SUMS);
    const modes = [file, path.join(folder, 'PG_VERSION'), path.join(folder, 'base')];
    expect(modes.map((name) => statSync(name).mode & 0o777)).toEqual([0o600, 0o600, 0o700]);
  });

  test('is read by any other tar', async () => {
    const folder = place();
    const { status } = spawnSync('tar', ['-xzf', await writeBackup(), '-C', folder]);
    expect(status).toBe(0);
    expect(contents(path.join(folder, 'postgres'))).toEqual(SUMS);
  });

  test('has its name only when it is whole, and leaves nothing when it is abandoned', async () => {
    const folder = place();
    const archive = await createArchive(path.join(folder, 'a.tar.gz.part'));
    await archive.addText(HEAD_NAME, JSON.stringify(HEAD));
    expect(readdirSync(folder)).toEqual(['a.tar.gz.part']);
    await archive.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('tells of a folder that is not there', async () => {
    await expect(createArchive(path.join(root, 'nowhere', 'a.tar.gz'))).rejects.toThrow('ENOENT');
  });
});

const other = (name: string, bytes: Buffer) => (entries: readonly Entry[]) =>
  entries.map((entry) => (entry.name === name ? { ...entry, bytes } : entry));
const without = (name: string) => (entries: readonly Entry[]) =>
  entries.filter((entry) => entry.name !== name);
const withOne =
  (name: string, type: Entry['type'] = 'file') =>
  (entries: readonly Entry[]) =>
    entries.toSpliced(-1, 0, { name, type, bytes: Buffer.from('x') });

test('a disk that takes nothing is no fault of the backup', async () => {
  const nowhere = path.join(root, 'nowhere');
  await expect(unpackBackup(await writeBackup(), nowhere, () => {})).rejects.toMatchObject({
    code: 'ENOENT',
  });
});

describe('a damaged archive is refused:', () => {
  const PAGES = `${DATA_NAME}base/5/1259`;
  const changed = Buffer.from(FILES[PAGES] ?? []);
  changed[1_000_000] = 0;

  test.each([
    ['a byte of a table is another', other(PAGES, changed), PAGES],
    ['a byte of the WAL is another', other(WAL, Buffer.alloc(70_000, 8)), WAL],
    ['its head is another', other(HEAD_NAME, Buffer.from(JSON.stringify({ ...HEAD, bot: '9' }))), HEAD_NAME],
    ['a file is shorter', other(WAL, Buffer.alloc(69_999, 7)), WAL],
    ['a file is missing', without(WAL), WAL],
    ['an empty file is missing', without(`${DATA_NAME}base/5/1260`), `${DATA_NAME}base/5/1260`],
    ['a file is there that was not', withOne(`${DATA_NAME}base/5/9999`), `${DATA_NAME}base/5/9999`],
    ['its sums are missing', without(SUMS_NAME), SUMS_NAME],
    ['its sums are no sums', other(SUMS_NAME, Buffer.from('{}')), SUMS_NAME],
    ['something follows its sums', (all: readonly Entry[]) => [...all, ...all.slice(-1)], SUMS_NAME],
    ['a name leads out of it', withOne(`${DATA_NAME}../out`), `${DATA_NAME}../out`],
    ['a name begins at the root', withOne('/etc/out'), '/etc/out'],
    ['a link is in it', withOne(`${DATA_NAME}link`, 'symlink'), `${DATA_NAME}link`],
  ] as const)('%s', async (_, change, what) => {
    expect(await problemOf(await repacked(change))).toEqual({ kind: 'damaged', what });
  });

  test.each([
    ['it was broken off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ['it was broken off in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['a byte of the file is another', (bytes: Buffer) => bytes.fill(bytes[2000] === 0 ? 1 : 0, 2000, 2001)],
  ])('%s', async (_, change) => {
    expect(await problemOf(await bytesChanged(change))).toMatchObject({ kind: 'damaged' });
  });
});

describe('what is no backup of ours is refused:', () => {
  test.each([
    ['text', () => Buffer.from('氏名,メール\n')],
    ['nothing', () => Buffer.alloc(0)],
    ['a tar.gz of something else', () => gzipSync(Buffer.alloc(1024))],
  ])('%s', async (_, make) => {
    expect(await problemOf(await bytesChanged(make))).toEqual({ kind: 'no-backup' });
  });

  test('a tar.gz that begins with something else', async () => {
    expect(await problemOf(await repacked(without(HEAD_NAME)))).toEqual({ kind: 'no-backup' });
  });

  test('one in a newer form, whatever else it says', async () => {
    expect(await problemOf(await writeBackup({ form: FORM + 1 }))).toEqual({ kind: 'newer-form' });
  });

  test('one that can not be put back here, before anything of it is unpacked', async () => {
    const folder = place();
    const problem = { kind: 'other-machine', found: 'm', expected: 'n' } as const;
    const refused = unpackBackup(await writeBackup(), folder, ({ machine }) => {
      throw new BackupError({ ...problem, found: machine });
    });
    await expect(refused).rejects.toMatchObject({ problem });
    expect(readdirSync(folder)).toEqual([]);
  });
});
