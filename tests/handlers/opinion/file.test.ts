import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, emptyDirectory, kyodo } from '../../cli/run.ts';
import { putOpinions } from '../../support/asked-opinions.ts';
import { type Practice, SECRETARY, urlOf } from '../../support/practice.ts';
import { readFile } from '../../support/read-file.ts';
import { sentFile } from '../../support/sent-file.ts';
import { startAskedCity } from '../asked-city.ts';
import { answerTo, WORKSPACE, withDatabase } from '../steps.ts';

/** 出力: 評価・意見に対する市の調査・検討 as a file in one's own messages, and by the command line. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity();
  await withDatabase(practice, (db) =>
    putOpinions(db, WORKSPACE, practice.clock.now(), [
      { years: [{ fiscalYear: 2025, consideration: '6月に行います。', response: 'done' }] },
      { item: '第5章 前文' },
      { fiscalYear: 2023, years: [{ fiscalYear: 2023, response: 'done' }] },
    ]),
  );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  cleanUp();
  await practice.stop();
});

const files = () => practice.slack.dm(SECRETARY).messages.filter((message) => message.files.length > 0);
/** The file that came last, of so many. */
const given = async (count: number) => {
  await expect.poll(() => files().length).toBe(count);
  return sentFile(practice, { files: files().at(-1)?.files ?? [] });
};

test('what has no answer is named before, and the file comes in the format that is pressed', async () => {
  const asked = await answerTo(practice.secretary, '/kyodo-opinion', '出力');
  expect(asked.plain).toContain(
    '令和7年度の評価・意見のうち、次の1件は市の調査・検討の記録がありません。このまま作成すると、そこは(未記録)になります。\n・No 2 第5章 前文',
  );
  expect(asked.buttons).toEqual(['ワード(docx)', 'エクセル(xlsx)', 'CSV', 'テキスト(md)']);
  await practice.secretary.press('エクセル(xlsx)', { in: asked });
  const { name, bytes } = await given(1);
  expect(name).toBe('評価・意見_令和7年度.xlsx');
  expect(JSON.stringify((await readFile(bytes, 'xlsx')).parts)).toContain('(未記録)');
});

test('with a format typed it comes at once where nothing is left, else what is left comes first', async () => {
  expect((await answerTo(practice.secretary, '/kyodo-opinion', '出力 ワード R5')).plain).toContain(
    '令和5年度 評価・意見に対する市の調査・検討を、協DOボットとのダイレクトメッセージにお送りしました。',
  );
  expect((await given(2)).name).toBe('評価・意見_令和5年度.docx');
  const left = await answerTo(practice.secretary, '/kyodo-opinion', 'file 令和7年度 CSV');
  expect(left.plain).toContain('・No 2 第5章 前文');
  const none = await answerTo(practice.secretary, '/kyodo-opinion', '出力 R1');
  expect([none.plain, none.buttons]).toEqual([
    expect.stringContaining('令和元年度の評価・意見は、まだ登録がありません。'),
    [],
  ]);
  const unread = await answerTo(practice.secretary, '/kyodo-opinion', '出力 去年 ワード');
  expect(unread.plain).toContain('「去年 ワード」を年度や形式として読み取れませんでした。');
});

test('the command line writes the same, and says on standard error what has no answer', async () => {
  const environment = { DATABASE_URL: urlOf(practice.database.connection) };
  const shown = await kyodo(['opinions', '令和7年度', '--format', 'csv'], environment);
  expect([shown.exit, shown.err, shown.out.split('\r\n')[2]]).toEqual([
    0,
    '令和7年度の評価・意見のうち、次の1件は市の調査・検討の記録がありません。このまま作成すると、そこは(未記録)になります。\n・No 2 第5章 前文\n',
    '2,第5章 前文,研修を早い時期に行ってください。,(未記録),(未記録)',
  ]);
  const file = path.join(emptyDirectory(), '意見.docx');
  expect(await kyodo(['opinions', 'R5', '--format', 'ワード', '--out', file], environment)).toMatchObject({
    exit: 0,
    err: '',
  });
  expect((await readFile(readFileSync(file), 'docx')).title).toBe(
    '令和5年度 評価・意見に対する市の調査・検討',
  );
  expect(await kyodo(['opinions', 'R5', '--format', 'html'], environment)).toMatchObject({ exit: 2 });
});
