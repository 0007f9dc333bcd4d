import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { readDocx } from '../support/docx.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, csvFile, emptyDirectory, HEADERS, kyodo, MEETINGS_2023 } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let environment: Readonly<Record<string, string>>;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  environment = { DATABASE_URL: urlOf(database.connection) };
  const imported = await kyodo(['import', 'meetings', csvFile([HEADERS, ...MEETINGS_2023])], environment);
  expect(imported).toMatchObject({ exit: 0, err: '' });
  const [row] = await database.ask(`select id from meeting where held_on = '2023-08-10'`);
  id = String(row?.id);
});
afterAll(async () => {
  cleanUp();
  await database.drop();
});

test.each<[string, (id: string) => string]>([
  ['by its id', (meeting) => meeting],
  ['as audit lines name it', (meeting) => `meeting:${meeting}`],
])('writes 会議録 of a meeting, %s', async (_, named) => {
  const file = path.join(emptyDirectory(), '会議録.docx');
  expect(await kyodo(['minutes', named(id), '--out', file], environment)).toEqual({
    exit: 0,
    out: `${file} に書き出しました。\n`,
    err: '',
  });
  const { blocks } = await readDocx(new Uint8Array(readFileSync(file)));
  expect(blocks.slice(0, 2)).toEqual([
    '= 会議録(案)',
    {
      heads: [],
      rows: [
        ['会議名', '協働推進本部会議'],
        ['回答期限', '令和5年8月10日(木)'],
        ['開催方法', '書面開催'],
        ['備考', '開催案内送付'],
      ],
    },
  ]);
});

test.each<[string, (id: string) => readonly string[], number, string]>([
  [
    'what is no id',
    () => ['本部会議', '--out', 'a.docx'],
    2,
    '「本部会議」を会議のIDとして読み取れません。「npm run kyodo -- audit --json」の subject に meeting:… とあるIDを指定してください。\n',
  ],
  [
    'a meeting that is none',
    () => ['11111111-1111-4111-8111-111111111111', '--out', 'a.docx'],
    1,
    'この記録は、すでに取り消されています。一覧で今の状態をご確認ください。\n',
  ],
  [
    'a folder that is none',
    (meeting) => [meeting, '--out', 'ない/a.docx'],
    1,
    'ファイル「ない/a.docx」に書き出せません。フォルダーがあるか、書き込めるかを確かめてください。\n',
  ],
  [
    'no file to write to',
    (meeting) => [meeting],
    2,
    '「--out <ファイル>」を指定してください。使い方は「npm run kyodo -- --help」で表示できます。\n',
  ],
])('refuses %s', async (_, words, exit, err) => {
  expect(await kyodo(['minutes', ...words(id)], environment)).toEqual({ exit, out: '', err });
});
