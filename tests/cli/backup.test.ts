import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cleanUp, type Ended, emptyDirectory, kyodo } from './run.ts';

afterAll(cleanUp);

/** A folder of data that looks as if there were a record, without a server. */
const recordedPlace = (): string => {
  const directory = emptyDirectory();
  mkdirSync(path.join(directory, 'postgres/global'), { recursive: true });
  writeFileSync(path.join(directory, 'postgres/PG_VERSION'), '18\n');
  writeFileSync(path.join(directory, 'postgres/global/pg_control'), 'x');
  return directory;
};

const refused = (sentence: string): Ended => ({ exit: 1, out: '', err: `${sentence}\n` });

test('a database of their own is backed up with what PostgreSQL has for it', async () => {
  const environment = { DATABASE_URL: 'postgresql://kyodo@127.0.0.1:1/kyodo' };
  const file = path.join(emptyDirectory(), 'a.dump');
  expect(await kyodo(['backup', file], environment)).toEqual(
    refused(
      'DATABASE_URL のデータベースのバックアップは、PostgreSQLの pg_dump で作ってください。例:pg_dump --format=custom --file=kyodo.dump "$DATABASE_URL"',
    ),
  );
  writeFileSync(file, 'PGDMP');
  expect(await kyodo(['restore', file], environment)).toEqual(
    refused(
      'DATABASE_URL のデータベースには、PostgreSQLの pg_restore で戻してください。例:pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" kyodo.dump',
    ),
  );
});

test('a backup needs a record, a new name and another place', async () => {
  const nothing = emptyDirectory();
  const noRecord = refused(
    `DATA_DIR の「${nothing}」に、記録が見つかりません。DATA_DIR と、ボットと同じ利用者で実行しているかを確かめてください。`,
  );
  const elsewhere = path.join(emptyDirectory(), 'a.tar.gz');
  expect(await kyodo(['backup', elsewhere], { DATA_DIR: nothing })).toEqual(noRecord);
  mkdirSync(path.join(nothing, 'postgres'));
  expect(await kyodo(['backup', elsewhere], { DATA_DIR: nothing })).toEqual(noRecord);
  const recorded = recordedPlace();
  const there = path.join(emptyDirectory(), 'a.tar.gz');
  writeFileSync(there, 'メモ');
  // A variable that has nothing in it names this folder.
  for (const taken of [there, ''])
    expect(await kyodo(['backup', taken], { DATA_DIR: recorded })).toEqual(
      refused('その名前のファイルは、すでにあります。別の名前を指定してください。'),
    );
  const link = path.join(emptyDirectory(), 'link');
  symlinkSync(recorded, link);
  for (const folder of [recorded, path.join(recorded, 'postgres'), link]) {
    const beside = path.join(folder, 'a.tar.gz');
    expect(await kyodo(['backup', beside], { DATA_DIR: recorded })).toEqual(
      refused(
        `「${beside}」は DATA_DIR の中です。同じ場所では、いっしょに失われます。ほかのディスクのフォルダーを指定してください。`,
      ),
    );
  }
  expect(readdirSync(recorded)).toEqual(['postgres']);
});

test('nothing is put back over a record, from nowhere, or from what is no backup', async () => {
  const recorded = recordedPlace();
  const file = path.join(emptyDirectory(), 'a.tar.gz');
  expect(await kyodo(['restore', file], { DATA_DIR: recorded })).toEqual(
    refused(`バックアップ「${file}」がありません。場所と名前を確かめてください。`),
  );
  writeFileSync(file, '氏名,メール\n');
  expect(await kyodo(['restore', file], { DATA_DIR: recorded })).toEqual({
    exit: 3,
    out: '',
    err: `${path.join(recorded, 'postgres')} に、すでに記録があります。ボットを止め、別の場所に移してから戻してください。何も戻していません。\n`,
  });
  expect(readdirSync(path.join(recorded, 'postgres'))).toEqual(['PG_VERSION', 'global']);
  const blocked = emptyDirectory();
  writeFileSync(path.join(blocked, 'postgres'), 'メモ');
  expect((await kyodo(['restore', file], { DATA_DIR: blocked })).err).toContain('すでに記録があります');
  const empty = emptyDirectory();
  expect(await kyodo(['restore', file], { DATA_DIR: empty })).toEqual({
    exit: 3,
    out: '',
    err: '「kyodo backup」で作ったファイルではありません。何も戻していません。\n',
  });
  expect(readdirSync(empty)).toEqual([]);
});
