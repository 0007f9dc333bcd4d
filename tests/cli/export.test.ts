import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createProgressBar } from '../../src/cli/progress-bar.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { filesOf, newFolder, removeFolders } from '../support/exports.ts';
import { fillWorkspace } from '../support/full-workspace/full-workspace.ts';
import { urlOf } from '../support/practice.ts';
import { cleanUp, type Environment, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let database: TestDatabase;
let environment: Environment;
beforeAll(async () => {
  database = await createTestDatabase();
  environment = { DATABASE_URL: urlOf(database.connection) };
  for (const id of ['T0NORTH', 'T0SOUTH']) await fillWorkspace(database.db, id);
});
afterAll(async () => {
  cleanUp();
  removeFolders();
  await database.drop();
});

test('the record of the workspace named is written, and it is said how much there is and of when', async () => {
  const folder = newFolder();
  const { rows } = await database.db.workspaces.holdings('T0SOUTH');
  const count = rows.reduce((sum, each) => sum + each.count, 0);
  const { exit, out, err } = await kyodo(['export', folder, '--workspace', 'T0SOUTH'], environment);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  const [written, counted, care] = out.split('\n');
  expect(written).toMatch(/^令和\d+年\d+月\d+日\(.\) \d+:\d\dの記録を .+\/out に書き出しました。$/u);
  expect(counted).toBe(`  記録 ${count.toLocaleString('ja-JP')}件、添付のファイル 1個`);
  expect(care).toContain('個人情報');
  expect(JSON.parse(filesOf(folder).get('manifest.json')?.toString('utf8') ?? '')).toMatchObject({
    bot: '0.1.0',
    workspace: { id: 'T0SOUTH' },
  });
  expect(await kyodo(['export', folder, '--workspace', 'T0SOUTH'], environment)).toEqual({
    exit: 1,
    out: '',
    err: `「${folder}」(か、同じ名前に .part を付けたもの)にはほかのファイルがあります。書き出していません。新しい名前を指定してください。\n`,
  });
});

test('a bar is shown on a terminal alone, once for each step, and taken away', () => {
  const shownOn = (isTTY: boolean) => {
    const said: string[] = [];
    const bar = createProgressBar({
      isTTY,
      write: (text: string | Uint8Array) => said.push(String(text)) > 0,
    });
    for (const done of [0, 1, 2, 500, 1000]) bar.show(done, 1000);
    bar.clear();
    return said;
  };
  expect(shownOn(false)).toEqual([]);
  expect(shownOn(true)).toEqual([
    `\r[${'.'.repeat(30)}] 0%`,
    `\r[${'#'.repeat(15)}${'.'.repeat(15)}] 50%`,
    `\r[${'#'.repeat(30)}] 100%`,
    '\r\u001b[K',
  ]);
});
