import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv } from '../../../src/documents/csv/file.ts';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { cleanUp, csvFile, kyodo } from '../../cli/run.ts';
import { type Practice, SECRETARY, urlOf } from '../../support/practice.ts';
import { sentFile } from '../../support/sent-file.ts';
import { startAskedCity } from '../asked-city.ts';
import { answerTo, rowsOf } from '../steps.ts';

/** A year's 評価・意見 by file, from the form and from the command line: looked at first, all or nothing, and twice the same. */

const HEADER = '年度,番号,項目,種別,評価・意見,関係課';
const LINES = Array.from({ length: 30 }, (_, index) => {
  const words = index === 3 ? '"髙齢の方への案内を、\n早めてください。"' : `${index + 1}番目の意見です。`;
  const sections = index % 2 === 0 ? '福祉部 福祉課' : '公園課、福祉部 児童課';
  return `令和7年度,${index + 1},第5章 ${index + 1}節,${index === 0 ? '評価' : '意見'},${words},${sections}`;
});
const FILE = [HEADER, ...LINES].join('\r\n');

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  cleanUp();
  await practice.stop();
});

const csvOf = (...lines: readonly string[]): string =>
  csvFile(new TextEncoder().encode([HEADER, ...lines].join('\n')));
const choose = async (content: Uint8Array | string) => {
  const form = await (await practice.secretary.command('/kyodo-opinion', '取込')).opened();
  expect([form.title, form.submitText]).toEqual(['評価・意見を取り込む', '内容を確認する']);
  await form.fill({ ファイル: { name: 'iken.csv', content } });
  const { errors, form: shown } = await form.submit();
  return { errors, shown };
};
const previewOf = async (content: Uint8Array | string): Promise<Form> => {
  const { errors, shown } = await choose(content);
  if (shown === undefined) throw new Error(JSON.stringify(errors));
  return shown.until(({ text }) => !text.includes('読み取っています'));
};
const opinions = () =>
  rowsOf(
    practice,
    `select number, item, kind, words, revision, (select count(*)::int from opinion_section s where s.opinion_id = o.id) as sections
     from opinion o where fiscal_year = 2025 order by number::int`,
  );

test('a file with anything wrong changes nothing, and every bad line is named with its column', async () => {
  const { errors } = await choose(
    [
      HEADER,
      '令和7年度,1,第5章,意見,よい,福祉課',
      '去年,2,第5章,意見,よい,福祉課',
      '令和7年度,1,第5章,提案,よい,福祉課',
      '令和7年度,1,第5章,意見,よい,福士課',
      '令和7年度,3,第5章,意見,よい,福祉部',
    ].join('\n'),
  );
  expect(errors.ファイル?.split('\n')).toEqual([
    '5件の誤りがあります。何も取り込んでいません。',
    expect.stringMatching(/^3行目 年度:年度を読み取れませんでした。/u),
    '4行目 種別:「評価」「意見」のどれかにしてください。',
    '5行目 番号:2行目に同じ年度と番号があります。どちらかを除くか、番号を直してください。',
    '5行目 関係課:「福士課」という課・室等はありません。近い名称:「福祉部 福祉課」',
    '6行目 関係課:「福祉部」という課・室等はありません。近い名称:「福祉部 福祉課」「福祉部 福祉総務課」「福祉部 高齢課」',
  ]);
  await practice.secretary.form?.close({ all: true });
  expect(await opinions()).toEqual([]);
});

test('thirty as Excel writes them are shown, then imported; a second time nothing is new', async () => {
  const preview = await previewOf(iconv.encode(FILE, 'cp932'));
  expect([preview.title, preview.submitText]).toEqual(['取込みの確認', '取り込む']);
  expect(preview.text).toContain('追加 30件、変更 0件、そのまま 0件');
  expect(preview.text).toContain('・令和7年度 No 1(評価) 第5章 1節');
  expect(preview.text).toContain('・令和7年度 No 30(意見) 第5章 30節');
  expect(await opinions()).toEqual([]);
  const shown = (await preview.submit()).form;
  expect(shown?.text).toContain('評価・意見30件を追加し、0件を変更しました。');
  await shown?.close({ all: true });
  const rows = await opinions();
  expect([rows.length, rows[3]]).toEqual([
    30,
    {
      number: '4',
      item: '第5章 4節',
      kind: 'opinion',
      words: '髙齢の方への案内を、\n早めてください。',
      revision: 1,
      sections: 2,
    },
  ]);
  const again = await previewOf(FILE);
  expect([again.submitText, again.text]).toEqual([
    '',
    expect.stringContaining('追加 0件、変更 0件、そのまま 30件'),
  ]);
  await again.close({ all: true });
  expect(await opinions()).toEqual(rows);
});

test('words that differ are shown as changed, and what they were stays in 変更の記録', async () => {
  const changed = FILE.replace('2番目の意見です。,公園課、福祉部 児童課', '2番目の意見を直しました。,');
  const preview = await previewOf(changed);
  expect(preview.text).toContain('追加 0件、変更 1件、そのまま 29件');
  expect(preview.text).toContain(
    '・令和7年度 No 2 評価・意見:「2番目の意見です。」→「2番目の意見を直しました。」',
  );
  // Somebody changes the same one meanwhile: what was shown is not what would be done now.
  await rowsOf(practice, "update opinion set revision = revision + 1 where number = '2'");
  const otherwise = (await preview.submit()).form;
  expect(otherwise?.text).toContain('この画面を表示した後に記録が変わったため、まだ取り込んでいません。');
  expect((await opinions())[1]?.words).toBe('2番目の意見です。');
  const done = (await otherwise?.submit())?.form;
  expect(done?.text).toContain('評価・意見0件を追加し、1件を変更しました。');
  await done?.close({ all: true });
  expect((await opinions())[1]).toMatchObject({ words: '2番目の意見を直しました。', sections: 2 });
  expect(
    await rowsOf(
      practice,
      "select before->>'words' as before, after->>'words' as after from audit_line where action = 'import-opinions' and before is not null",
    ),
  ).toEqual([{ before: '2番目の意見です。', after: '2番目の意見を直しました。' }]);
});

test('見本のCSV can be imported as it is', async () => {
  const { secretary } = practice;
  const form = await (await secretary.command('/kyodo-opinion', 'import')).opened();
  await form.press('見本のCSV');
  const message = await practice.slack.dm(SECRETARY).until(({ files }) => files.length > 0);
  const { name, bytes } = await sentFile(practice, message);
  expect(name).toBe('opinions-sample.csv');
  await form.close({ all: true });
  expect(readCsv(bytes).rows).toHaveLength(2);
  const preview = await previewOf(bytes);
  expect(preview.text).toContain('追加 0件、変更 2件');
  await preview.close({ all: true });
});

test('the command line does the same: tried, imported, and refused with every bad line', async () => {
  const environment = { DATABASE_URL: urlOf(practice.database.connection) };
  const file = csvOf('令和6年度,1,第5章,意見,よい,福祉課', '令和7年度,2,第5章 2節,意見,また直しました。,');
  const tried = await kyodo(['import', 'opinions', file, '--dry-run'], environment);
  expect(tried).toEqual({
    exit: 0,
    out: [
      '追加 1件',
      '・令和6年度 No 1(意見) 第5章',
      '変更 1件(前の内容は変更の記録に残ります)',
      '・令和7年度 No 2 評価・意見:「2番目の意見を直しました。」→「また直しました。」',
      '評価・意見1件を追加し、1件を変更します。すでに記録されている0件は、そのままにします。(確認だけで、取り込んではいません)',
      '',
    ].join('\n'),
    err: '',
  });
  expect(await kyodo(['import', 'opinions', file], environment)).toEqual({
    exit: 0,
    out: '評価・意見1件を追加し、1件を変更しました。すでに記録されていた0件は、そのままです。\n',
    err: '',
  });
  expect(await kyodo(['import', 'opinions', file], environment)).toMatchObject({
    out: '評価・意見0件を追加し、0件を変更しました。すでに記録されていた2件は、そのままです。\n',
  });
  const before = await opinions();
  const bad = await kyodo(
    ['import', 'opinions', csvOf('令和7年度,2,新しい項目,意見,よい,', '令和7年度,99,第5章,意見,よい,消防課')],
    environment,
  );
  expect(bad).toMatchObject({ exit: 1, out: '' });
  expect(bad.err.split('\n').slice(0, 2)).toEqual([
    expect.stringContaining('3行目 関係課:「消防課」という課・室等はありません。'),
    '1件の誤りがあるため、何も取り込みませんでした。',
  ]);
  expect(await opinions()).toEqual(before);
  expect((await answerTo(practice.secretary, '/kyodo-opinion', '一覧 R6')).plain).toContain(
    'No 1(意見) 第5章',
  );
});
