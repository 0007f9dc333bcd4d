import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { answerTo, recordByForm, rowsOf } from '../steps.ts';

/** 第5章の文章: written year by year, started from last year's, and never written over unseen. */

const COLLEAGUE = 'U0COLLEAGUE';
const PREFACE = '　本章では、協働の推進体制について述べます。\n\n次の3つの柱からなります。';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2024-11-26T10:00:00+09:00',
    people: [{ id: COLLEAGUE, real_name: '事務 同子', email: 'doryo@city.example' }],
    secretariat: ['jimukyoku@city.example', 'doryo@city.example'],
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const open = async (words = '文章 令和5年度', person = practice.secretary): Promise<Form> =>
  (await person.command('/kyodo-report', words)).opened();

/** The form with another text, once that has come. */
const choose = async (form: Form, entries: Parameters<Form['fill']>[0]): Promise<Form> => {
  const { hash } = form;
  await form.fill(entries);
  return form.until((now) => now.hash !== hash);
};

/** What the form has become, once the text is shown as it prints. */
const saved = async (form: Form): Promise<Form> => {
  const { errors, form: next } = await form.submit();
  expect(errors).toEqual({});
  if (next === undefined) throw new Error('nothing is shown');
  return next.until(({ text }) => text.includes('報告書では次のようになります'));
};

const keptOf = async (item: string, year = 2023): Promise<string> =>
  String(
    (
      await rowsOf(practice, 'select text from chapter_text where item::text = $1 and fiscal_year = $2', [
        item,
        year,
      ])
    )[0]?.text,
  );

test('is opened by a word, of the year that is over, with the labels of the handbook', async () => {
  const form = await open('文章');
  expect([form.title, form.submitText, form.labels]).toEqual([
    '第5章の文章',
    '保存する',
    ['年度', '項目', '文章'],
  ]);
  expect(form.values).toEqual({ 年度: '令和5年度', 項目: '前文', 文章: null });
  expect(form.text).toContain('まだ書かれていません。');
  await form.close();
});

test('is kept to the letter and shown as it will print; 編集 opens it again', async () => {
  const form = await open();
  await form.fill({ 文章: PREFACE });
  const shown = await saved(form);
  expect(shown.text.replaceAll(/[*#]/gu, '')).toContain(`前文\n${PREFACE.replace('\n\n', '\n')}`);
  expect(await keptOf('preface')).toBe(PREFACE);
  await shown.press('編集');
  const again = await shown.until(({ submitText }) => submitText !== '');
  expect(again.values).toMatchObject({ 年度: '令和5年度', 項目: '前文', 文章: PREFACE });
  expect(again.text).toContain('令和6年11月26日(火) 10:00に');
  await again.close({ all: true });
});

test('another 項目 or 年度 brings its own text, but what was not saved stays until it is left on purpose', async () => {
  const form = await open();
  const topics = await choose(form, { 項目: '1 トピックス' });
  expect(topics.values).toMatchObject({ 項目: '1 トピックス', 文章: null });
  await topics.fill({ 文章: '書きかけ' });
  const held = await choose(topics, { 項目: '前文' });
  expect(held.values).toMatchObject({ 項目: '1 トピックス', 文章: '書きかけ' });
  expect(held.text).toContain('令和5年度の「1 トピックス」に、保存していない文章があります。');
  const { hash } = held;
  await held.press('保存しないで「前文」を開く');
  const left = await held.until((now) => now.hash !== hash);
  expect(left.values).toMatchObject({ 項目: '前文', 文章: PREFACE });
  const next = await choose(left, { 年度: 'R6' });
  expect(next.values).toMatchObject({ 年度: 'R6', 文章: PREFACE });
  expect(next.text).toContain('令和5年度の文章を入れてあります。');
  expect((await saved(next)).text).toContain('令和6年度の「前文」を保存しました。');
  expect(await keptOf('preface', 2024)).toBe(PREFACE);
});

test('トピックス and 振返り begin empty; sentences of the record are taken over behind what was typed', async () => {
  for (const [開催日, 案件] of [
    ['2023-07-07', '年間スケジュールについて'],
    ['2023-11-08', '評価・意見について(審議)'],
  ] as const)
    await recordByForm(practice, { 開催日, 案件 });
  await recordByForm(practice, { 開催日: '2022-07-07' });
  const form = await open();
  const topics = await choose(form, { 項目: '1 トピックス' });
  const offered = '本部会議を2回開催しました。前年度は、本部会議が1回でした。';
  expect(topics.text).toContain(offered);
  expect(topics.values).toMatchObject({ 文章: null });
  await topics.fill({ 文章: '条例の施行から20年の年でした。' });
  const { hash } = topics;
  await topics.press('案を文章に入れる');
  const taken = await topics.until((now) => now.hash !== hash);
  expect(taken.values).toMatchObject({ 文章: `条例の施行から20年の年でした。\n${offered}` });
  await saved(taken);
  expect(await keptOf('headquartersTopics')).toBe(`条例の施行から20年の年でした。\n${offered}`);
});

test('協働推進員の取組み is shown with the sentence of how many were appointed, under both its headings', async () => {
  const form = await choose(await open(), { 項目: '1 協働推進員の取組み' });
  await form.fill({ 文章: '照会に答えました。' });
  const shown = await saved(form);
  expect(shown.text).toContain('1 協働推進本部会議\n協働推進員の取組み\n(未記録)\n照会に答えました。');
  await shown.close({ all: true });
});

const PARAGRAPH = '協働のまちづくりを進めるため、𠮷野の髙﨑さんと話しました。👨‍👩‍👧';
const LONG = Array.from({ length: 13 }, (_, at) => `第${at}段落 ${PARAGRAPH.repeat(25)}`).join('\n\n');

test('a text of 12,000 letters and more stands in as many fields as hold it, and nothing of it is cut', async () => {
  expect(LONG.length).toBeGreaterThan(12_000);
  let form = await choose(await open(), { 項目: '3 説明' });
  const parts = LONG.split('\n\n');
  const fields = Math.ceil(parts.length / 2);
  for (let field = 1; field < fields; field += 1) {
    const { hash } = form;
    await form.press('文章の欄を増やす');
    form = await form.until((now) => now.hash !== hash);
  }
  const entries = Array.from({ length: fields }, (_, at) => [
    at === 0 ? '文章' : `文章(続き${at})`,
    parts.slice(at * 2, at * 2 + 2).join('\n\n'),
  ]);
  await form.fill(Object.fromEntries(entries));
  const shown = await saved(form);
  const kept = await keptOf('liaison');
  expect(kept.replaceAll('\n', '')).toBe(LONG.replaceAll('\n', ''));
  expect(shown.text.replaceAll('\n', '')).toContain(LONG.replaceAll('\n', ''));
  await shown.press('編集');
  const again = await shown.until(({ submitText }) => submitText !== '');
  const { errors } = await again.submit();
  expect(errors).toEqual({});
  expect(await keptOf('liaison')).toBe(kept);
});

test('two who write one text at once: the second is told, and keeps what was typed', async () => {
  const colleague = practice.slack.person(COLLEAGUE);
  const [first, second] = [await open(), await open('文章 令和5年度', colleague)];
  await first.fill({ 文章: '先に直した前文' });
  await saved(first);
  await second.fill({ 文章: 'あとから直した前文' });
  const { errors } = await second.submit();
  expect(Object.values(errors).join('')).toContain('事務 局子');
  expect(second.values).toMatchObject({ 文章: 'あとから直した前文' });
  expect(await keptOf('preface')).toBe('先に直した前文');
});

test('what was there before is in 変更の記録 and under the form, with who and when', async () => {
  const form = await open();
  expect(form.text).toContain('これまでの変更');
  expect(form.text).toContain(`変更前:${PREFACE.slice(0, 10)}`);
  await form.press('この記録の変更');
  const lines = await rowsOf(
    practice,
    "select actor, subject, before->>'text' as before, after->>'text' as after from audit_line where action = 'save-chapter-text' and subject = 'chapter-text:preface:2023' order by id",
  );
  expect(lines).toEqual([
    { actor: SECRETARY, subject: 'chapter-text:preface:2023', before: null, after: PREFACE },
    { actor: SECRETARY, subject: 'chapter-text:preface:2023', before: PREFACE, after: '先に直した前文' },
  ]);
});

test('another year typed without Enter never writes over the text that stands there', async () => {
  const form = await open('文章 令和4年度');
  await form.fill({ 文章: '令和4年度の前文' });
  form.force({ fiscalYear: '令和5年度' });
  expect((await form.submit()).errors).toEqual({
    年度: '令和5年度の「前文」には、すでに文章があります。年度の欄でEnterキーを押してその文章を表示してから、直してください。',
  });
  expect(await keptOf('preface')).toBe('先に直した前文');
});

test.each([
  ['文章 令和7年度', 'まだ始まっていない年度の第5章は書けません。年度を確かめてください。'],
  ['文章 令和99年度', '年度を読み取れませんでした。'],
])('%s is answered in one sentence', async (words, sentence) => {
  expect((await answerTo(practice.secretary, '/kyodo-report', words)).text).toContain(sentence);
});

test('is the secretariat’s alone', async () => {
  const staff = practice.slack.person(STAFF);
  expect((await answerTo(staff, '/kyodo-report', '文章')).text).toContain('事務局');
  expect(
    (await rowsOf(practice, "select 1 from audit_line where action = 'refused open-chapter-text'")).length,
  ).toBe(1);
});

test('a form left open over midnight of 31 March writes the year that it shows', async () => {
  const form = await open('文章');
  expect(form.values).toMatchObject({ 年度: '令和5年度' });
  practice.clock.set('2025-04-01T00:30:00+09:00');
  await form.fill({ 文章: '年度をまたいで直した前文' });
  expect((await saved(form)).text).toContain('令和5年度の「前文」を保存しました。');
  expect(await keptOf('preface')).toBe('年度をまたいで直した前文');
  expect((await open('文章')).values).toMatchObject({ 年度: '令和6年度' });
});
