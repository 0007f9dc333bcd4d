import { afterAll, beforeAll, expect, test } from 'vitest';
import { publish, threadOf, writeArticle } from '../../support/newsletter.ts';
import type { Practice } from '../../support/practice.ts';
import { NEWCOMER, PROMOTER, startAskedCity } from '../asked-city.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-26T10:00:00+09:00');
  for (const [minute, who, 見出し] of [
    ['00', PROMOTER, '秋の協働'],
    ['01', NEWCOMER, '冬の協働'],
    ['02', PROMOTER, '春の協働'],
  ] as const) {
    practice.clock.set(`2026-11-26T10:${minute}:00+09:00`);
    await writeArticle(practice, who, { 見出し });
  }
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** 掲載を待っている記事 on Home. */
const list = async () => {
  await practice.secretary.openHome();
  const home = await practice.secretary.homeUntil(({ buttons }) => buttons.includes('掲載を待っている記事'));
  await home.press('掲載を待っている記事');
  return practice.secretary.nextForm(({ title }) => title === '掲載を待っている記事');
};
const titlesIn = (text: string) => [...text.matchAll(/【好事例】(\S+)/gu)].map(([, title]) => title);
const blockOf = async (form: Awaited<ReturnType<typeof list>>, title: string): Promise<string> => {
  const index = form.blocks.findIndex((block) => JSON.stringify(block).includes(title));
  return form.blocks[index + 1]?.block_id ?? '';
};

test('every article that waits is listed with 課・氏名 of its writer, the newest first, and read whole', async () => {
  const form = await list();
  expect(titlesIn(form.text)).toEqual(['春の協働', '冬の協働', '秋の協働']);
  expect(form.text).toContain('【好事例】春の協働\n福祉課 青空 そら 令和8年11月26日(木)');
  expect(form.text).toContain('【好事例】冬の協働\n新人 まこと 令和8年11月26日(木)');
  await form.press('読む', { block: await blockOf(form, '秋の協働') });
  const read = await practice.secretary.nextForm(({ title }) => title === '読む');
  expect(read.text).toMatch(/秋の協働\s*好事例\(福祉課 青空 そら\)\s*本文です。/u);
  await read.close({ all: true });
});

test('上へ and 下へ put them in order: so are they offered for an issue, from whose form the list opens too', async () => {
  const form = await list();
  // Nothing stands above the first and below the last.
  expect(form.buttons.filter((words) => /^[上下]へ$/u.test(words))).toEqual(['下へ', '上へ', '下へ', '上へ']);
  await form.press('上へ', { block: await blockOf(form, '秋の協働') });
  await form.until(({ text }) => titlesIn(text).join() === '春の協働,秋の協働,冬の協働');
  await form.press('下へ', { block: await blockOf(form, '春の協働') });
  await form.until(({ text }) => titlesIn(text).join() === '秋の協働,春の協働,冬の協働');
  await form.close({ all: true });
  const issue = await (await practice.secretary.command('/kyodo-digest', '発行')).opened();
  expect(issue.options('記事')).toEqual(['【好事例】秋の協働', '【好事例】春の協働', '【好事例】冬の協働']);
  await issue.press('掲載を待っている記事');
  const again = await practice.secretary.nextForm(({ title }) => title === '掲載を待っている記事');
  expect(titlesIn(again.text)).toEqual(['秋の協働', '春の協働', '冬の協働']);
  await again.close({ all: true });
});

test('the secretariat edits and withdraws each of them, and has it back', async () => {
  const form = await list();
  await form.press('編集', { block: await blockOf(form, '冬の協働') });
  const edit = await practice.secretary.nextForm(({ title }) => title === '記事を編集');
  await edit.fill({ 見出し: '真冬の協働' });
  await edit.submit();
  const after = await list();
  expect(titlesIn(after.text)).toEqual(['秋の協働', '春の協働', '真冬の協働']);
  await after.press('取り下げる', { block: await blockOf(after, '春の協働') });
  await after.until(({ text }) => text.includes('「春の協働」を取り下げました。'));
  expect(titlesIn(after.text)).toEqual(['秋の協働', '真冬の協働']);
  // Its writer reads so, too, and that it was put back.
  const dm = practice.slack.dm(PROMOTER);
  const told = await dm.until(({ plain }) =>
    plain.includes('事務局が、あなたの記事「春の協働」を取り下げました。'),
  );
  expect([told.plain.includes('問合せ:'), told.buttons]).toEqual([true, []]);
  await after.press('元に戻す');
  await after.until(({ text }) => titlesIn(text).length === 3);
  await dm.until(({ plain }) => plain.includes('「春の協働」を元に戻しました。'));
  await after.close({ all: true });
});

test.each([
  ['課・氏名', '好事例(福祉課 青空 そら)', '好事例(新人 まこと)'],
  ['課', '好事例(福祉課)', '好事例\n本文です。'],
  ['なし', '好事例\n本文です。', '好事例\n本文です。'],
])('articles are signed as 設定 says: %s', async (署名, ofPromoter, ofStaff) => {
  const settings = await (await practice.secretary.command('/kyodo', '設定')).opened();
  await settings.fill({ 問合せ先: '課', 記事の署名: 署名 });
  await settings.submit();
  await settings.close({ all: true });
  practice.clock.set('2026-11-26T11:00:00+09:00');
  const names = [`${署名}の一つ目`, `${署名}の二つ目`];
  for (const [index, who] of [PROMOTER, NEWCOMER].entries())
    await writeArticle(practice, who, { 見出し: names[index] ?? '' });
  const said = await publish(practice, {
    記事: names.map((name) => `【好事例】${name}`),
    投稿先: ['C0GENERAL'],
    発行: '今すぐ発行',
  });
  const [title = ''] = /きょうどう通信 協DO 令和8年度第\d号/u.exec(said) ?? [];
  await expect.poll(() => threadOf(practice, 'C0GENERAL', title).length, { timeout: 40_000 }).toBe(2);
  const [first, second] = threadOf(practice, 'C0GENERAL', title);
  expect(first?.plain).toContain(ofPromoter);
  expect(second?.plain).toContain(ofStaff);
});
