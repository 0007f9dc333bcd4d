import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeAtOnce, NEWS_CHANNELS, publish, threadOf, writeArticle } from '../../support/newsletter.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { pressAnywhere } from '../asked-city.ts';
import { rowsOf } from '../steps.ts';

const WRITER = 'U0WRITER';
const TITLE = 'きょうどう通信 協DO 令和8年度第1号';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-26T10:00:00+09:00',
    people: [{ id: WRITER, real_name: '山田 花子' }],
    channels: NEWS_CHANNELS,
  });
  await writeArticle(practice, WRITER, { 見出し: '秋の協働', 本文: 'はじめの本文です。' });
  await publish(practice, { 記事: ['【好事例】秋の協働'], 発行: '今すぐ発行' });
  await practice.slack.channel('C0ONE').until(({ plain: words }) => words.includes('はじめの本文です。'));
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const homeOf = async (person: Practice['secretary'], words: string) => {
  await person.openHome();
  return person.homeUntil(({ text }) => text.includes(words));
};
const plain = () => threadOf(practice, 'C0ONE', TITLE)[0]?.plain;
const posted = (words: string) => expect.poll(plain, { timeout: 40_000 }).toContain(words);
const writer = () => practice.slack.person(WRITER);

/** The writer changes the article; what they read then. */
const change = async (本文: string): Promise<string> => {
  await (await homeOf(writer(), `${TITLE}に掲載しました`)).press('編集');
  const form = await writer().nextForm(({ title }) => title === '記事を編集');
  expect(form.text).toContain('事務局が承認すると、変更されます。');
  await form.fill({ 本文 });
  return (await form.submit()).form?.text ?? '';
};
const judgement = async (asked: '変更の申し出' | '取下げの申し出') => {
  await (await homeOf(practice.secretary, asked)).press('内容を確認する');
  return practice.secretary.nextForm(({ title }) => title === '記事の変更の承認');
};

test('what its writer changes of an article that is out waits, shown before and after, until the secretariat returns it', async () => {
  expect(await change('二つ目の本文です。')).toContain('事務局に送りました。');
  const asked = await practice.slack
    .dm(SECRETARY)
    .until(({ plain: words }) => words.startsWith('記事の変更の承認のお願い'));
  expect(asked.plain).toContain('掲載した記事「秋の協働」の変更の申し出があります。');
  expect(plain()).toContain('はじめの本文です。');
  const form = await (await practice.secretary.press('内容を確認する', { in: asked })).opened();
  expect(form.text).toMatch(/本文\(今の内容\)\s*はじめの本文です。\s*本文\(変更後\)\s*二つ目の本文です。/u);
  expect(form.text).not.toContain('見出し(今の内容)');
  expect(form.options('判断')).toEqual(['承認', '差戻し']);
  await form.fill({ 判断: '差戻し' });
  expect((await form.submit()).errors).toEqual({ 理由: '差し戻すときは、理由を入力してください。' });
  await form.fill({ 理由: '数字をご確認ください。' });
  expect((await form.submit()).form?.text).toContain('差し戻しました。');
  const told = await practice.slack
    .dm(WRITER)
    .until(({ plain: words }) => words.includes('差し戻されました'));
  expect(told.plain).toContain('理由:数字をご確認ください。');
  await practice.slack.dm(SECRETARY).until(({ plain: words }) => words.includes('差し戻しました。'));
  expect(plain()).toContain('はじめの本文です。');
  expect(await rowsOf(practice, 'select revision, corrected_at from article')).toEqual([
    { revision: 1, corrected_at: null },
  ]);
});

test('of two changes in a row the newer waits, on Home too, and 承認 carries it out in every channel', async () => {
  await change('三つ目の本文です。');
  practice.clock.set('2026-11-26T10:05:00+09:00');
  await change('四つ目の本文です。');
  await homeOf(writer(), '変更の申し出を、事務局が確認しています。');
  const form = await judgement('変更の申し出');
  expect(form.text).toContain('四つ目の本文です。');
  expect(form.text).not.toContain('三つ目の本文です。');
  await form.fill({ 判断: '承認' });
  expect((await form.submit()).form?.text).toContain('承認しました。');
  await posted('四つ目の本文です。');
  expect(plain()).toContain('訂正:令和8年11月26日(木)に内容を訂正しました。');
  await practice.slack.dm(WRITER).until(({ plain: words }) => words.includes('変更が承認され'));
  expect(
    await rowsOf(practice, 'select outcome from article_proposal order by proposed_at, outcome'),
  ).toEqual([{ outcome: 'returned' }, { outcome: 'replaced' }, { outcome: 'approved' }].toSorted());
});

test('saved as it is, an article is not corrected and nobody is asked; its writer takes back what they asked for so', async () => {
  const asked = () =>
    practice.slack.messages(SECRETARY).filter(({ buttons }) => buttons.includes('内容を確認する')).length;
  practice.clock.set('2026-11-26T10:10:00+09:00');
  expect(await change('四つ目の本文です。')).toContain('内容に変わりはありません。');
  expect(asked()).toBe(0);
  await change('誤って変えた本文です。');
  await expect.poll(asked, { timeout: 40_000 }).toBe(1);
  expect(await change('四つ目の本文です。')).toContain('変更の申し出を取り消しました。');
  await expect.poll(asked, { timeout: 40_000 }).toBe(0);
  await (await homeOf(practice.secretary, 'きょうどう通信 協DO')).until(
    ({ text }) => !text.includes('の申し出'),
  );
  const [article] = await rowsOf(practice, 'select revision, corrected_at from article');
  expect(article).toEqual({ revision: 2, corrected_at: new Date('2026-11-26T10:05:00+09:00') });
});

test('what the secretariat withdraws meanwhile has nothing to change: the request for 承認 rests until 元に戻す', async () => {
  const asked = () =>
    practice.slack.messages(SECRETARY).filter(({ buttons }) => buttons.includes('内容を確認する')).length;
  practice.clock.set('2026-11-26T10:20:00+09:00');
  await change('五つ目の本文です。');
  await expect.poll(asked, { timeout: 40_000 }).toBe(1);
  const [article] = await rowsOf(practice, 'select id from article');
  const form = await pressAnywhere(practice, SECRETARY, 'article.withdraw', String(article?.id));
  await (await form.submit()).form?.close({ all: true });
  await expect.poll(asked, { timeout: 40_000 }).toBe(0);
  const told = await practice.slack
    .dm(SECRETARY)
    .until(({ plain: words }) => words.startsWith('記事を取り下げました'));
  await practice.secretary.press('元に戻す', { in: told });
  await expect.poll(asked, { timeout: 40_000 }).toBe(1);
  expect(await change('四つ目の本文です。')).toContain('変更の申し出を取り消しました。');
});

test('a withdrawal by its writer waits too; the writer can undo what was approved', async () => {
  const ask = async () => {
    await (await homeOf(writer(), `${TITLE}に掲載しました`)).press('取り下げる');
    const form = await writer().nextForm(({ title }) => title === '記事を取り下げる');
    expect(form.text).toContain('事務局が承認すると、変更されます。');
    return (await form.submit()).form?.text;
  };
  practice.clock.set('2026-11-26T10:30:00+09:00');
  expect(await ask()).toContain('承認されると、記事が取り下げられます。');
  await posted('四つ目の本文です。');
  const form = await judgement('取下げの申し出');
  expect(form.text).toContain('「秋の協働」を取り下げます。');
  await form.fill({ 判断: '承認' });
  await form.submit();
  await posted('この記事は取り下げられました。');
  const told = await practice.slack
    .dm(WRITER)
    .until(({ plain: words, buttons }) => words.startsWith('記事を取り下げました') && buttons.length > 0);
  await writer().press('元に戻す', { in: told });
  await posted('四つ目の本文です。');
});

test('the secretariat changes and withdraws at once; with そのまま so does the writer', async () => {
  await changeAtOnce(practice);
  await (await homeOf(writer(), `${TITLE}に掲載しました`)).press('編集');
  const form = await writer().nextForm(({ title }) => title === '記事を編集');
  expect(form.text).not.toContain('承認');
  await form.fill({ 本文: '五つ目の本文です。' });
  expect((await form.submit()).form?.text).toContain('記事を訂正しました');
  await posted('五つ目の本文です。');
  expect(await rowsOf(practice, 'select 1 from article_proposal where outcome is null')).toEqual([]);
});
