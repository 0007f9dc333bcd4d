import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { putOpinionLines } from '../../support/opinion-lines.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { ELSEWHERE, openAnswerForm, PROMOTER, pressAnywhere, startAskedCity } from '../asked-city.ts';
import { rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** 市の調査・検討 begins with the sections' answers, until it is kept: then nothing but the secretariat changes it. */

const OTHER = 'U0STAFF';

let practice: Practice;
let ids: Readonly<Record<string, string>>;
let inquiry: string;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-20T08:30:00+09:00', {
    secretariat: ['jimukyoku@city.example', 'shokuin@city.example'],
  });
  ids = await withDatabase(practice, (db) =>
    putOpinionLines(
      db.record(WORKSPACE),
      [
        { number: '1', sections: ['福祉課', '環境課', '公園課'] },
        { number: '2', sections: ['福祉課'] },
        { number: '3', sections: ['福祉課'], fiscalYear: 2024 },
      ],
      practice.clock.now(),
    ),
  );
  const form = await pressAnywhere(practice, SECRETARY, 'opinion-ask.all', '2025');
  await form.fill({ 送信: '今すぐ送る' });
  const confirmation = (await form.submit()).form;
  await (await confirmation?.until(({ title }) => title === '送信の確認'))?.submit();
  inquiry = String((await rowsOf(practice, 'select id from inquiry'))[0]?.id);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const consider = (number: string, { person = SECRETARY, year = 2025 } = {}): Promise<Form> =>
  pressAnywhere(practice, person, 'consideration.open', `${ids[number]}:${year}`);
const answer = async (person: string, section: string, texts: Readonly<Record<string, string>>) => {
  const form = await openAnswerForm(practice, person, inquiry, section);
  for (const [number, text] of Object.entries(texts)) await form.fill({ [`No ${number} への回答`]: text });
  const sent = await form.submit();
  expect(sent.form?.title).toBe('回答しました');
};
const giveBack = async (section: string) => {
  const [row] = await rowsOf(
    practice,
    `select t.section_id from inquiry_target t join section s on s.id = t.section_id where s.name = $1`,
    [section],
  );
  const value = `${inquiry}:${row?.section_id}:promoter`;
  const form = await pressAnywhere(practice, SECRETARY, 'inquiry-return.open', value);
  await form.fill({ 理由: '時期も書いてください' });
  await form.submit();
};
const kept = async (number: string) =>
  (
    await rowsOf(
      practice,
      `select consideration, response::text, response_when, published_at is not null as published
       from opinion_year where opinion_id = $1 and fiscal_year = 2025`,
      [ids[number]],
    )
  )[0];
const textOf = (form: Form) => form.values['市の調査・検討'];
const FUKUSHI = '【福祉部 福祉課】\n研修の対象を広げます。';
const KANKYO = '【環境部 環境課】\n様式を見直します。';

test('the text begins with what was answered, in the order of sections; changed and returned answers change it until it is kept', async () => {
  const empty = await consider('1');
  expect([empty.title, empty.submitText, empty.labels, textOf(empty)]).toEqual([
    '市の調査・検討を記録',
    '記録する',
    ['市の調査・検討', '対応の区分', '対応時期', '公表'],
    null,
  ]);
  expect(empty.text).toContain('・福祉部 福祉課:未回答');
  await answer(ELSEWHERE, '環境課', { 1: '様式を見直します。' });
  await answer(PROMOTER, '福祉課', { 1: '検討します。', 2: '続けます。' });
  await answer(PROMOTER, '福祉課', { 1: '研修の対象を広げます。' });
  const open = await consider('1');
  expect(textOf(open)).toBe(`${FUKUSHI}\n\n${KANKYO}`);
  expect(open.text).toContain('・環境部 公園課:未回答');

  await giveBack('環境課');
  const returned = await consider('1');
  expect(textOf(returned)).toBe(FUKUSHI);
  expect(returned.text).toContain('・環境部 環境課:差戻し');
});

test('what was typed in a form that lay open is kept as typed, and it is told whose answer came meanwhile; later ones change nothing', async () => {
  const form = await consider('1');
  await form.fill({
    '市の調査・検討': `${FUKUSHI}\n\n事務局で整えました。`,
    対応の区分: '検討を続ける',
    対応時期: '令和9年度から',
  });
  // The answer that was given back comes again while the form lies open, and late.
  practice.clock.set('2026-12-14T10:00:00+09:00');
  await answer(ELSEWHERE, '環境課', { 1: '来年度から様式を見直します。' });
  const done = (await form.submit()).form;
  expect(done?.text).toContain('No 1の市の調査・検討を記録しました。');
  expect(done?.text).toContain('この画面を開いている間に、環境部 環境課の回答が届いたか、変わりました。');
  const expected = {
    consideration: `${FUKUSHI}\n\n事務局で整えました。`,
    response: 'continuing',
    response_when: '令和9年度から',
    published: false,
  };
  expect(await kept('1')).toEqual(expected);
  await answer(PROMOTER, '福祉課', { 1: '取りやめます。', 2: '続けます。' });
  expect(await kept('1')).toEqual(expected);
  const again = await consider('1');
  expect([again.title, again.submitText, textOf(again)]).toEqual([
    '市の調査・検討を編集',
    '変更を保存する',
    expected.consideration,
  ]);
  // What is answered now can be read beside it.
  expect(again.text).toContain('【環境部 環境課】\n来年度から様式を見直します。');
  expect(again.text).toContain('【福祉部 福祉課】\n取りやめます。');
});

test('of two of the secretariat who write at once the second reads who was first, and what they typed stays', async () => {
  const [first, second] = [await consider('2'), await consider('2', { person: OTHER })];
  await first.fill({ '市の調査・検討': '一人目の文', 対応の区分: '対応する' });
  await second.fill({ '市の調査・検討': '二人目の文', 対応の区分: '対応しない' });
  await first.submit();
  const refused = await second.submit();
  expect(refused.errors).toEqual({ '市の調査・検討': expect.stringContaining('変更しました') });
  expect(second.isOpen && textOf(second)).toBe('二人目の文');
  expect(await kept('2')).toMatchObject({ consideration: '一人目の文', response: 'will_do' });
});

test('公表 is ticked and taken back in the same form, and all of it is in the history', async () => {
  for (const [公表, sentence, published] of [
    [['公表済にする'], '公表済にしました。', true],
    [[], '公表を取り消しました。', false],
  ] as const) {
    const form = await consider('2');
    await form.fill({ 公表 });
    expect((await form.submit()).form?.text).toContain(sentence);
    expect(await kept('2')).toMatchObject({ consideration: '一人目の文', published });
  }
  const lines = await rowsOf(
    practice,
    `select after->>'published' as published from audit_line where action = 'save-consideration' and subject = $1 order by id`,
    [`opinion:${ids['2']}`],
  );
  expect(lines.map(({ published }) => published)).toEqual(['false', 'true', 'false']);
});

test('前年度からの継続 has last year’s words above, and leaves them as they are; a cancelled one is considered no more', async () => {
  expect((await consider('3')).title).toBe('できませんでした');
  const own = await consider('3', { year: 2024 });
  await own.fill({ '市の調査・検討': '前年度の文', 対応の区分: '検討を続ける' });
  await own.submit();
  const carried = await consider('3');
  expect(carried.text).toContain('令和6年度 No 3');
  expect(carried.text).toContain('令和6年度の市の調査・検討\n前年度の文');
  expect(textOf(carried)).toBe(null);
  await carried.fill({ '市の調査・検討': '今年度の文', 対応の区分: '対応済み' });
  await carried.submit();
  expect(
    await rowsOf(
      practice,
      'select fiscal_year, consideration, response::text from opinion_year where opinion_id = $1 order by 1',
      [ids['3']],
    ),
  ).toEqual([
    { fiscal_year: 2024, consideration: '前年度の文', response: 'continuing' },
    { fiscal_year: 2025, consideration: '今年度の文', response: 'done' },
  ]);

  // Asked and then cancelled: the section reads that no answer is needed, and the others stay.
  await rowsOf(practice, 'update opinion set cancelled_at = now() where id = $1', [ids['2']]);
  expect((await consider('2')).title).toBe('できませんでした');
  const form = await openAnswerForm(practice, PROMOTER, inquiry, '福祉課');
  expect([form.labels, form.text.includes('No 2は取り消されました。回答は要りません。')]).toEqual([
    ['No 1 への回答'],
    true,
  ]);
  await form.fill({ 'No 1 への回答': '取り消された分のほかに答えます。' });
  expect((await form.submit()).form?.title).toBe('回答しました');
});

test('an inquiry that is called off is as if it had not asked', async () => {
  await rowsOf(practice, "update inquiry set state = 'cancelled' where id = $1", [inquiry]);
  await rowsOf(practice, 'delete from opinion_year where opinion_id = $1', [ids['1']]);
  const form = await consider('1');
  expect([textOf(form), form.text.includes('・福祉部 福祉課:まだお願いしていません')]).toEqual([null, true]);
  const again = await pressAnywhere(practice, SECRETARY, 'opinion-ask.one', `${ids['1']}:2025`);
  expect(again.text).toContain('評価・意見1件を、3課・室等にお願いします。');
});
