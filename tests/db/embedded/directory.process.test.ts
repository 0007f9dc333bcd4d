import {
  accessSync,
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../../src/db/embedded/embedded.ts';
import { EmbeddedDatabaseError, type EmbeddedProblem } from '../../../src/db/embedded/problem.ts';
import { createEmbeddedPlaces, isRoot } from '../../support/embedded-places.ts';

const { place, open, prepare, release, remove } = createEmbeddedPlaces();
beforeAll(prepare);
afterEach(release);
afterAll(remove);

const problemOf = async (work: Promise<unknown>): Promise<EmbeddedDatabaseError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EmbeddedDatabaseError)) throw new Error(`Not refused as expected: ${error}`);
  return error;
};

/** Every file of a tree with what would show that it was touched. */
const contents = (directory: string): readonly string[] =>
  lstatSync(directory).isDirectory()
    ? readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .toSorted()
        .map((name) => {
          const { ino, size, mtimeMs, mode, uid } = lstatSync(path.join(directory, name));
          return [name, ino, size, mtimeMs, mode, uid].join(' ');
        })
    : [readFileSync(directory, 'utf8')];

describe('a directory that cannot be used', () => {
  interface Case {
    readonly spoil: (directory: string) => void;
    readonly problem: (directory: string) => EmbeddedProblem;
    readonly says: string;
  }

  const cases: Readonly<Record<string, Case>> = {
    'it is a file': {
      spoil: (directory) => {
        rmSync(directory, { recursive: true });
        writeFileSync(directory, 'メモ');
      },
      problem: (directory) => ({ kind: 'not-a-directory', path: directory }),
      says: 'フォルダーではありません',
    },
    'PG_VERSION is missing': {
      spoil: (directory) => rmSync(path.join(directory, 'PG_VERSION')),
      problem: (directory) => ({ kind: 'no-version', path: directory }),
      says: 'PG_VERSION がなく',
    },
    'it is of another major version': {
      spoil: (directory) => writeFileSync(path.join(directory, 'PG_VERSION'), '16\n'),
      problem: (directory) => ({ kind: 'other-version', path: directory, found: '16', expected: '18' }),
      says: 'PostgreSQL 16 のデータです',
    },
    'global/pg_control is missing': {
      spoil: (directory) => rmSync(path.join(directory, 'global/pg_control')),
      problem: (directory) => ({ kind: 'no-control-file', path: directory }),
      says: 'global/pg_control がありません',
    },
    'global/pg_control is empty': {
      spoil: (directory) => writeFileSync(path.join(directory, 'global/pg_control'), ''),
      problem: (directory) => ({ kind: 'no-control-file', path: directory }),
      says: 'global/pg_control がありません',
    },
  };

  test.each(Object.entries(cases))('is refused and left alone: %s', async (_, { spoil, problem, says }) => {
    const parent = place('database');
    const directory = path.join(parent, 'postgres');
    spoil(directory);
    const before = contents(directory);
    const error = await problemOf(openEmbedded(parent));
    expect(error.problem).toEqual(problem(directory));
    expect(error.message).toContain(directory);
    expect(error.message).toContain(says);
    expect(error.message).toContain('DATABASE_URL');
    expect(error.message).toContain('中のファイルには手を加えていません。');
    expect(contents(directory)).toEqual(before);
    expect(readdirSync(parent)).toEqual(['postgres']);
  });

  test.skipIf(isRoot)('is refused when we may not read it', async () => {
    const parent = place('database');
    const directory = path.join(parent, 'postgres');
    chmodSync(directory, 0o000);
    const { kind } = (await problemOf(openEmbedded(parent))).problem;
    expect(kind).toBe('not-readable');
    chmodSync(directory, 0o700);
    accessSync(path.join(directory, 'PG_VERSION'));
  });

  test('is refused when DATA_DIR itself is a file', async () => {
    const directory = place('nothing');
    writeFileSync(directory, 'メモ');
    expect((await problemOf(openEmbedded(directory))).problem).toMatchObject({
      kind: 'not-a-directory',
      path: directory,
    });
    expect(readFileSync(directory, 'utf8')).toBe('メモ');
  });

  test('passes on what PostgreSQL says when it does not start', async () => {
    const directory = place('database');
    const setting = await problemOf(open(directory, { shared_buffers: 'いっぱい' }));
    expect(setting.problem.kind).toBe('start-failed');
    expect(setting.message).toContain('invalid value for parameter "shared_buffers"');

    const wal = path.join(directory, 'postgres/pg_wal');
    renameSync(wal, `${wal}-away`);
    const damaged = await problemOf(open(directory));
    expect(damaged.message).toContain('required WAL directory "pg_wal" does not exist');
  });
});
