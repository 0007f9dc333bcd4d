import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { putOpinions } from '../../support/asked-opinions.ts';
import { type Practice, STAFF } from '../../support/practice.ts';
import { homeOf, PROMOTER, startAskedCity } from '../asked-city.ts';
import { answerTo, pressToOpen, recordByForm, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** 評価・意見 as the secretariat registers, corrects and cancels them, and as everybody reads what is 公表済. */

const WORDS = '研修を、任期の始めに行ってください。\n1月では遅すぎます。';

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const listOf = (words = '', person = practice.secretary): Promise<Message> =>
  answerTo(person, '/kyodo-opinion', words);
const done = async (form: Form): Promise<Form> => {
  const { errors, form: next } = await form.submit();
  expect(errors).toEqual({});
  if (next === undefined) throw new Error('nothing was said of it');
  return next;
};
const openRegister = async (): Promise<Form> =>
  (await practice.secretary.command('/kyodo-opinion', '登録')).opened();

test('is registered with its number, its words as given and its 関係課; one after the other', async () => {
  const form = await openRegister();
  expect([form.title, form.submitText, form.labels]).toEqual([
    '評価・意見を登録',
    '登録する',
    ['年度', '番号', '項目', '種別', '評価・意見', '関係課'],
  ]);
  await form.fill({
    年度: '去年',
    番号: '3',
    項目: '第5章 職員の育成',
    種別: '意見',
    '評価・意見': WORDS,
    関係課: ['環境部 公園課', '福祉部 福祉課'],
  });
  expect((await form.submit()).errors).toEqual({
    年度: expect.stringContaining('年度を読み取れませんでした'),
  });
  await form.fill({ 年度: 'R7' });
  const saved = await done(form);
  expect([saved.title, saved.text]).toEqual([
    '登録しました',
    expect.stringContaining('令和7年度 No 3「第5章 職員の育成」を登録しました。'),
  ]);
  await saved.press('続けて登録');
  const next = await saved.until(({ submitText }) => submitText !== '');
  await next.fill({ 番号: '３', 項目: '第5章 前文', 種別: '評価', '評価・意見': 'よく書けています。' });
  expect((await next.submit()).errors).toEqual({
    番号: '令和7年度の番号「３」は、ほかの評価・意見にあります。別の番号にしてください。',
  });
  await next.fill({ 番号: null });
  expect((await done(next)).text).toContain('令和7年度 No 4「第5章 前文」を登録しました。');
  await practice.secretary.form?.close({ all: true });

  const list = await listOf();
  expect(list.plain).toContain('令和7年度の評価・意見');
  expect(list.plain).toContain('登録 2件');
  expect(list.plain).toContain(
    `No 3(意見) 第5章 職員の育成\n状態:登録\n「${WORDS}」\n関係課:福祉部 福祉課、環境部 公園課`,
  );
  expect(list.plain).toContain('No 4(評価) 第5章 前文\n状態:登録\n「よく書けています。」\n関係課:(未定)');
  expect((await listOf('一覧 公園')).plain).not.toContain('No 4');
});

test('is corrected with a reason, and what it said before stays in 変更の記録', async () => {
  const form = await pressToOpen(practice.secretary, '編集', await listOf());
  expect([form.title, form.submitText, form.labels.at(-1)]).toEqual([
    '評価・意見を編集',
    '変更を保存する',
    '変更の理由',
  ]);
  expect(form.values.関係課).toEqual(['福祉部 福祉課', '環境部 公園課']);
  expect(await form.offered('関係課', '公園')).toEqual(['環境部 公園課']);
  await form.fill({
    '評価・意見': '研修を、任期の始めに行ってください。',
    関係課: ['福祉部 福祉課'],
    変更の理由: '写し間違い',
  });
  const saved = await done(form);
  expect([saved.title, saved.text]).toEqual([
    '変更を保存しました',
    expect.stringContaining('令和7年度 No 3「第5章 職員の育成」の変更を保存しました。'),
  ]);
  await saved.close({ all: true });
  const [line] = await rowsOf(
    practice,
    "select before->>'words' as before, after->>'words' as after, reason from audit_line where action = 'edit-opinion'",
  );
  expect(line).toEqual({
    before: WORDS,
    after: '研修を、任期の始めに行ってください。',
    reason: '写し間違い',
  });
});

test('is shown to others once it is 公表済, and nothing tells them of more', async () => {
  const meeting = await recordByForm(practice, { 開催日: '2026-10-01' });
  expect(meeting.plain).toContain('記録しました');
  const [row] = await rowsOf(practice, 'select id from meeting');
  await withDatabase(practice, (db) =>
    putOpinions(db, WORKSPACE, practice.clock.now(), [
      {
        number: '1',
        item: '第5章 前文',
        words: '目標を数で示してください。',
        years: [
          {
            fiscalYear: 2025,
            consideration: '次の計画で示します。',
            response: 'will_do',
            responseWhen: '令和9年度',
            meetingIds: [String(row?.id)],
            isPublished: true,
          },
        ],
      },
      {
        number: '2',
        words: '秘密の意見です。',
        years: [{ fiscalYear: 2025, consideration: '秘密の検討です。' }],
      },
    ]),
  );
  for (const id of [STAFF, PROMOTER]) {
    const person = practice.slack.person(id);
    const list = await listOf('', person);
    expect(list.plain).toContain(
      'No 1(意見) 第5章 前文\n「目標を数で示してください。」\n関係課:(未定)\n市の調査・検討:次の計画で示します。\n対応の区分:対応する(令和9年度)',
    );
    expect(list.plain).not.toMatch(/秘密|職員の育成|No [234]|\d件|状態/u);
    expect(list.buttons).toEqual(['全文を見る', '前の年度', '次の年度']);
    const whole = await pressToOpen(person, '全文を見る', list);
    expect(whole.text).toContain('令和7年度の市の調査・検討(公表済)\n次の計画で示します。');
    expect(whole.text).toContain('審議した会議:協働推進本部会議 令和8年10月1日');
    await whole.close();
    // Looked for by a word of what is hidden, there is nothing, and nothing is offered in its place.
    const sought = await listOf('一覧 R7 職員の育成', person);
    expect(sought.plain).not.toMatch(/秘密|第5章 職員/u);
  }
  const own = await listOf();
  expect(own.plain).toContain('登録 2件・案あり 1件・公表済 1件');
  expect((await homeOf(practice)).text).toContain(
    '令和7年度の評価・意見(4件)\n登録 2件・案あり 1件・公表済 1件',
  );
  for (const id of [STAFF, PROMOTER]) expect((await homeOf(practice, id)).text).not.toContain('4件');
  expect(own.plain.match(/No \d/gu)).toEqual(['No 1', 'No 2', 'No 3', 'No 4']);
});

test('what goes on stands in the next year with the words of the year before, and in its own as it was', async () => {
  const next = await listOf('R8');
  expect(next.plain).toContain('前年度からの継続');
  expect(next.plain).toContain(
    '令和7年度 No 1(意見) 第5章 前文\n状態:登録\n「目標を数で示してください。」\n関係課:(未定)\n令和7年度の市の調査・検討:次の計画で示します。\n対応の区分:対応する(令和9年度)',
  );
  expect((await listOf('R8', practice.slack.person(STAFF))).plain).toContain(
    'この年度の評価・意見で、公表されたものはまだありません。',
  );
  const [row] = await rowsOf(practice, "select id from opinion where number = '1'");
  await withDatabase(practice, (db) =>
    db
      .record(WORKSPACE)
      .opinions.putYear(
        String(row?.id),
        2026,
        { consideration: '計画に載せました。', response: 'done', responseWhen: '', meetingIds: [] },
        { by: 'U0JIMU', at: practice.clock.now() },
      ),
  );
  const [settled, before, after] = [await listOf('R8'), await listOf('R7'), await listOf('R9')];
  expect(settled.plain).toContain('市の調査・検討:計画に載せました。\n対応の区分:対応済み');
  expect(before.plain).toContain('市の調査・検討:次の計画で示します。\n対応の区分:対応する(令和9年度)');
  expect(after.plain).not.toContain('第5章 前文');
});

test('thirty with the longest words that a form takes are read page by page', async () => {
  const long = 'あ'.repeat(3000);
  await withDatabase(practice, (db) =>
    putOpinions(
      db,
      WORKSPACE,
      practice.clock.now(),
      Array.from({ length: 30 }, () => ({
        fiscalYear: 2020,
        item: '項'.repeat(150),
        words: long,
        years: [{ fiscalYear: 2020, consideration: long, responseWhen: long.slice(0, 100) }],
      })),
    ),
  );
  const numbersIn = ({ plain }: Message) => (plain.match(/No \d+/gu) ?? []).map((no) => Number(no.slice(3)));
  let list = await listOf('R2');
  let page = 1;
  const seen = [...numbersIn(list)];
  while (list.buttons.includes('次のページ')) {
    page += 1;
    await practice.secretary.press('次のページ', { in: list });
    const shown = () => practice.secretary.answers.at(-1);
    await expect.poll(() => shown()?.plain).toContain(`${page}/`);
    list = shown() ?? list;
    seen.push(...numbersIn(list));
  }
  expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  const whole = await pressToOpen(practice.secretary, '全文を見る', list);
  expect(whole.text.split(long)).toHaveLength(3);
  await whole.close();
});
