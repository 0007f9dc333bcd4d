import { afterEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../handlers/steps.ts';
import { runJobsAt } from '../support/jobs.ts';
import { confirmationOf, fillIssue, NEWS_CHANNELS, writeArticle } from '../support/newsletter.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';

const WRITER = 'U0WRITER';

let practice: Practice;
const start = async (now: string): Promise<void> => {
  practice = await startPractice({
    now,
    people: [{ id: WRITER, real_name: '山田 花子' }],
    channels: [...NEWS_CHANNELS, { id: 'C0LOG', name: '運用ログ' }],
    logChannel: 'C0LOG',
  });
};
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const roots = (channel: string, title: string) =>
  practice.slack
    .messages(channel)
    .filter(({ threadTs, plain }) => threadTs === undefined && plain.startsWith(title));
const schedule = async (entries: Parameters<typeof fillIssue>[1]): Promise<string> => {
  const confirmation = await confirmationOf(await fillIssue(practice, entries));
  return (await confirmation.submit()).form?.text ?? '';
};
const minuteLooked = (minute: string) =>
  practice.slack.channel('C0LOG').until(({ plain }) => plain.includes(minute));
const told = () => practice.slack.dm(SECRETARY);

const setMonthly = async (): Promise<string> => {
  await practice.secretary.openHome();
  await (await practice.secretary.homeUntil(({ buttons }) => buttons.includes('毎月の発行日'))).press(
    '毎月の発行日',
  );
  const form = await practice.secretary.nextForm(({ title }) => title === '毎月の発行日');
  await form.fill({ 毎月の発行日: '29', 時刻: '10:00', 投稿先: ['C0ONE', 'C0TWO'] });
  return (await form.submit()).form?.text ?? '';
};

test('an issue for the monthly day Sat 2028-04-29, 昭和の日, goes out on Mon 2028-05-01 at its hour, once per channel', async () => {
  await start('2028-04-20T11:00:00+09:00');
  expect(await setMonthly()).toContain('次は令和10年5月1日(月) 10:00です');
  await writeArticle(practice, WRITER, { 見出し: '春の協働' });
  expect(await schedule({ 記事: ['【好事例】春の協働'], 投稿先: ['C0ONE', 'C0TWO'] })).toContain(
    'きょうどう通信 協DO 令和10年度第1号を、令和10年5月1日(月) 10:00に発行します。',
  );
  for (const moment of ['2028-04-29T10:00', '2028-05-01T09:59']) practice.clock.set(`${moment}:00+09:00`);
  await minuteLooked('投稿先の確認 9:00');
  expect(roots('C0ONE', 'きょうどう')).toEqual([]);
  practice.clock.set('2028-05-01T10:00:00+09:00');
  for (const channel of ['C0ONE', 'C0TWO'])
    await practice.slack
      .channel(channel)
      .until(({ plain, threadTs }) => threadTs !== undefined && plain.includes('春の協働'));
  await minuteLooked('きょうどう通信の発行 10:00 発行1件');
  practice.clock.set('2028-05-01T10:01:00+09:00');
  await practice.restart();
  expect(
    ['C0ONE', 'C0TWO'].map((channel) => roots(channel, 'きょうどう通信 協DO 令和10年度第1号').length),
  ).toEqual([1, 1]);
});

test('a start more than two hours late asks the secretariat instead of posting; 今すぐ発行 posts then', async () => {
  await start('2026-11-26T10:00:00+09:00');
  await writeArticle(practice, WRITER, { 見出し: '秋の協働' });
  await schedule({
    記事: ['【好事例】秋の協働'],
    発行日時: String(Date.parse('2026-11-26T11:00:00+09:00') / 1000),
  });
  practice.clock.set('2026-11-26T13:01:00+09:00');
  await told().until(({ plain }) => plain.includes('発行日時(令和8年11月26日(木) 11:00)を2時間以上過ぎた'));
  expect(roots('C0ONE', 'きょうどう')).toEqual([]);
  await practice.secretary.press('今すぐ発行');
  await practice.slack
    .channel('C0ONE')
    .until(({ plain }) => plain.startsWith('きょうどう通信 協DO 令和8年度第1号'));
  await told().until(({ plain }) => plain.includes('この号について、お願いすることはありません。'));
});

test('今すぐ発行 waits for 発行する however long its 発行の確認 is looked at, and nobody is asked meanwhile', async () => {
  await start('2026-11-26T10:00:00+09:00');
  await writeArticle(practice, WRITER, { 見出し: '秋の協働' });
  const confirmation = await confirmationOf(
    await fillIssue(practice, { 記事: ['【好事例】秋の協働'], 発行: '今すぐ発行' }),
  );
  await runJobsAt(practice, '2026-11-26T10:07:00');
  expect((await confirmation.submit()).form?.text).toContain('投稿し始めました。');
  await practice.slack.channel('C0ONE').until(({ plain }) => plain.startsWith('きょうどう通信'));
  expect(await rowsOf(practice, `select 1 from delivery where kind = 'newsletter-asked'`)).toEqual([]);
});

test('exactly two hours late it is posted by itself', async () => {
  await start('2026-11-26T10:00:00+09:00');
  await writeArticle(practice, WRITER, { 見出し: '秋の協働' });
  await schedule({
    記事: ['【好事例】秋の協働'],
    発行日時: String(Date.parse('2026-11-26T11:00:00+09:00') / 1000),
  });
  practice.clock.set('2026-11-26T13:00:00+09:00');
  await practice.slack.channel('C0ONE').until(({ plain }) => plain.startsWith('きょうどう通信'));
});

test('with nothing left to publish the secretariat hears so, and nothing is posted', async () => {
  await start('2026-11-26T10:00:00+09:00');
  await writeArticle(practice, WRITER, { 見出し: '秋の協働' });
  await schedule({
    記事: ['【好事例】秋の協働'],
    発行日時: String(Date.parse('2026-11-26T11:00:00+09:00') / 1000),
  });
  const writer = practice.slack.person(WRITER);
  await writer.openHome();
  await (await writer.homeUntil(({ text }) => text.includes('自分の記事'))).press('取り下げる');
  await writer.nextForm(({ text }) => text.includes('取り下げられました'));
  practice.clock.set('2026-11-26T11:00:00+09:00');
  await told().until(({ plain }) => plain.includes('掲載する記事がないため'));
  expect(roots('C0ONE', 'きょうどう')).toEqual([]);
});

test('the hour of a draft does not pass in silence', async () => {
  await start('2026-11-26T10:00:00+09:00');
  await writeArticle(practice, WRITER, { 見出し: '秋の協働' });
  const form = await fillIssue(practice, {
    記事: ['【好事例】秋の協働'],
    発行: '下書きのまま保存',
    発行日時: String(Date.parse('2026-11-26T11:00:00+09:00') / 1000),
  });
  await form.submit();
  practice.clock.set('2026-11-26T11:00:00+09:00');
  await told().until(({ plain }) => plain.includes('下書きのままのため'));
  expect(roots('C0ONE', 'きょうどう')).toEqual([]);
});

test('an article is in one issue at a time', async () => {
  await start('2026-11-26T10:00:00+09:00');
  for (const 見出し of ['秋の協働', '冬の協働']) await writeArticle(practice, WRITER, { 見出し });
  const first = await fillIssue(practice, { 記事: ['【好事例】秋の協働'], 発行: '下書きのまま保存' });
  await first.submit();
  const second = await fillIssue(practice, { 号: '第2号' });
  expect(second.options('記事')).toEqual(['【好事例】冬の協働']);
  const all = await rowsOf(practice, 'select id as value from article');
  second.force({ articles: { type: 'multi_static_select', selected_options: all } });
  await second.fill({ 発行: '下書きのまま保存' });
  expect((await second.submit()).errors.記事).toContain('ほかの号に入っている');
});

test('what was called off is not posted', async () => {
  await start('2026-11-26T10:00:00+09:00');
  await writeArticle(practice, WRITER, { 見出し: '秋の協働' });
  await schedule({
    記事: ['【好事例】秋の協働'],
    発行日時: String(Date.parse('2026-11-26T11:00:00+09:00') / 1000),
  });
  await practice.secretary.openHome();
  await (await practice.secretary.homeUntil(({ text }) => text.includes('発行予定'))).press(
    '発行を取りやめる',
  );
  const form = await practice.secretary.nextForm(({ title }) => title === '発行を取りやめる');
  expect((await form.submit()).form?.text).toContain('発行を取りやめました');
  practice.clock.set('2026-11-27T09:00:00+09:00');
  await minuteLooked('朝の通知 9:00');
  expect(roots('C0ONE', 'きょうどう')).toEqual([]);
  expect(await rowsOf(practice, 'select state from newsletter_issue')).toEqual([{ state: 'cancelled' }]);
});

describe('the secretariat hears before the hour', () => {
  test('five working days before the monthly day that there is no draft, once', async () => {
    // Fri 29 January 2027: 28, 27, 26, 25, and Fri 22.
    await start('2027-01-21T11:00:00+09:00');
    await setMonthly();
    practice.clock.set('2027-01-22T09:00:00+09:00');
    await told().until(({ plain }) =>
      plain.includes('きょうどう通信 協DO 令和8年度第1号の発行日が近づいていますが、下書きがまだありません'),
    );
    practice.clock.set('2027-01-25T09:00:00+09:00');
    await minuteLooked('朝の通知 9:00');
    expect(
      await rowsOf(practice, `select count(*)::int as count from delivery where kind = 'newsletter-asked'`),
    ).toEqual([{ count: 1 }]);
  });
});
