import { afterAll, expect, test } from 'vitest';
import { MIGRATIONS_DIRECTORY, readMigrations } from '../../src/db/migrate/files.ts';
import { cleanUp, emptyDirectory, kyodo } from './run.ts';

afterAll(cleanUp);

test('migrate brings an empty database to the newest form, says how far it was, and ends', async () => {
  const environment = { DATA_DIR: emptyDirectory() };
  const lacking = readMigrations(MIGRATIONS_DIRECTORY).length;
  expect(await kyodo(['migrate'], environment)).toEqual({
    exit: 0,
    out: `データベースの更新を${lacking}件適用しました。\n`,
    err: '',
  });
  expect((await kyodo(['migrate'], environment)).out).toBe('データベースの形は最新です。\n');
}, 60_000);
