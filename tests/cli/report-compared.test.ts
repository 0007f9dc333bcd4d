import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { urlOf } from '../support/practice.ts';
import { readHtml } from '../support/read-html.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import { cleanUp, csvFile, emptyDirectory, HEADERS, kyodo, MEETINGS_2023 } from './run.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let database: TestDatabase;
let environment: Readonly<Record<string, string>>;
let workspaceId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  environment = { DATABASE_URL: urlOf(database.connection) };
  await kyodo(['import', 'meetings', csvFile([HEADERS, ...MEETINGS_2023])], environment);
  [workspaceId = ''] = await database.db.workspaces.ids();
});
afterAll(async () => {
  cleanUp();
  await database.drop();
});

const fileOf = async (format: string, comparison = ['--comparison']): Promise<Buffer> => {
  const file = path.join(emptyDirectory(), `第5章.${format}`);
  const words = ['report', '2023', ...comparison, '--format', format, '--out', file];
  expect(await kyodo(words, environment)).toMatchObject({ exit: 0 });
  return readFileSync(file);
};

describe('前年度との比較', () => {
  test('is left out unless it is asked for, as in the published chapter', async () => {
    const [plain, compared] = [
      await kyodo(['report', '2023'], environment),
      await kyodo(['report', '2023', '--comparison'], environment),
    ];
    expect(plain.out).not.toContain('前年度との比較');
    expect(compared.out.startsWith(plain.out.trimEnd())).toBe(true);
    expect(compared.out.slice(plain.out.trimEnd().length)).toContain('前年度との比較');
  });

  test('is in the page of HTML with its pictures, which say their numbers in words', async () => {
    const { parts } = readHtml(await fileOf('html'));
    const at = parts.findIndex((part) => 'heading' in part && part.heading === '付録 前年度との比較');
    const appendix = parts.slice(at);
    expect(appendix).toContainEqual({ heading: '会議の開催', level: 2 });
    const words = appendix.flatMap((part) => ('picture' in part ? [part.picture] : []));
    expect(words[0]).toMatch(
      /^会議の開催回数の棒グラフ。協働推進本部会議:令和3年度 \(未記録\)、令和4年度 \(未記録\)、令和5年度 2回。/u,
    );
    expect(words.some((text) => text.startsWith('研修の参加者数の棒グラフ。'))).toBe(true);
  });

  test('is in the Word file with the same pictures and words', async () => {
    const files = unzipSync(await fileOf('docx'));
    const pictures = Object.entries(files).filter(([name]) => /^word\/media\/.*\.png$/u.test(name));
    const document = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(pictures.length).toBeGreaterThanOrEqual(2);
    for (const [, png] of pictures) expect(strFromU8(png.slice(1, 4))).toBe('PNG');
    expect(document).toContain('descr="会議の開催回数の棒グラフ。協働推進本部会議:令和3年度 (未記録)');
    expect(document).toContain('付録 前年度との比較');
  });

  test('has the rows that it counts on a sheet of its own', async () => {
    const { sheets } = await readXlsx(await fileOf('xlsx'));
    expect(sheets.map(({ name }) => name).slice(-6)).toEqual([
      '会議の開催',
      '研修と参加者',
      '協働推進員の選任',
      '照会への回答',
      '根拠',
      '根拠(前年度との比較)',
    ]);
    const rows = sheets.at(-1)?.rows ?? [];
    expect(rows.filter(([place]) => place === '会議の開催 協働推進本部会議 令和5年度 回数')).toHaveLength(2);
  });
});

describe('変更点', () => {
  const give = (compared: boolean): Promise<Buffer> => fileOf('docx', compared ? ['--comparison'] : []);
  const changes = (...words: readonly string[]) =>
    kyodo(['report', '2023', '--changes', ...words], environment);

  const deliveries = () => database.ask('select format, given_to from report_delivery order by given_at');

  const forgetAll = async (): Promise<void> => {
    await database.ask('delete from report_delivery');
    await database.ask('delete from report_issue');
  };

  test('before anybody got the chapter as a file there is nothing to compare with: what was printed was only looked at', async () => {
    await forgetAll();
    expect(await kyodo(['report', '2023'], environment)).toMatchObject({ exit: 0 });
    expect(await changes()).toEqual({
      exit: 1,
      out: '',
      err: '令和5年度の第5章は、まだファイルで受け取られていません。\n',
    });
  });

  test.each([false, true])(
    'is what was corrected since what was given out, also when it is given out anew (with the comparison: %j)',
    async (compared) => {
      await forgetAll();
      await give(compared);
      const none = await changes();
      expect(none.exit).toBe(0);
      expect(none.out).toMatch(/にコマンド\(.+\)がワード\(docx\)で受け取ったもの/u);
      expect(none.out).toContain('受け取ったあとの変更はありません。');
      const [{ id } = { id: '' }] = await database.ask(
        'select id from meeting where workspace_id = $1 order by held_on limit 1',
        [workspaceId],
      );
      await database.ask('update meeting set note = $2 where id = $1', [id, `訂正した注記${compared}`]);
      const told = await changes();
      const rows = told.out.split('\n').filter((line) => /^\| \d/u.test(line));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toContain('No1 日付');
      expect(rows[0]).toContain(`訂正した注記${compared}`);
      await give(compared);
      expect((await changes()).out).toBe(told.out);
    },
  );

  test('goes out in every format, and not together with the comparison', async () => {
    const file = path.join(emptyDirectory(), '変更点.docx');
    const given = await deliveries();
    expect(await changes('--format', 'docx', '--out', file)).toMatchObject({ exit: 0 });
    expect(await deliveries()).toEqual(given);
    expect(Object.keys(unzipSync(readFileSync(file)))).toContain('word/document.xml');
    expect(await changes('--comparison')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--comparison と --changes は一緒に使えません。'),
    });
  });
});
