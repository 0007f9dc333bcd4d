import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  changeAtOnce,
  fillIssue,
  NEWS_CHANNELS,
  publish,
  threadOf,
  writeArticle,
} from '../../support/newsletter.ts';
import { type Practice, startPractice } from '../../support/practice.ts';
import { rowsOf } from '../steps.ts';

const WRITER = 'U0WRITER';
const READER = 'U0READER';
const TITLE = 'きょうどう通信 協DO 令和8年度第1号';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-26T10:00:00+09:00',
    people: [
      { id: WRITER, real_name: '山田 花子' },
      { id: READER, real_name: '佐藤 次郎' },
    ],
    channels: NEWS_CHANNELS,
  });
  await changeAtOnce(practice);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const homeOf = async (person: Practice['secretary'], words: string) => {
  await person.openHome();
  return person.homeUntil(({ text }) => text.includes(words));
};
/** What the article's message in a channel says. */
const posted = (channel: string, words: string) =>
  expect.poll(() => threadOf(practice, channel, TITLE)[0]?.plain, { timeout: 40_000 }).toContain(words);
const headlines = (channel: string) =>
  practice.slack.messages(channel).find(({ threadTs }) => threadTs === undefined)?.plain ?? '';

test('発行を取りやめる shows what it touches first, and is done by a button of that name only', async () => {
  await writeArticle(practice, WRITER, { 見出し: '秋の協働' });
  const draft = await fillIssue(practice, {
    記事: ['【好事例】秋の協働'],
    投稿先: ['C0ONE', 'C0TWO'],
    発行: '下書きのまま保存',
    発行日時: String(Date.parse('2026-11-27T11:00:00+09:00') / 1000),
  });
  await (await draft.submit()).form?.close({ all: true });
  await (await homeOf(practice.secretary, `${TITLE}\n下書き`)).press('発行を取りやめる');
  const form = await practice.secretary.nextForm(({ title }) => title === '発行を取りやめる');
  for (const words of [TITLE, '記事1件、投稿先2件', '発行:令和8年11月27日(金) 11:00'])
    expect(form.text).toContain(words);
  expect(await rowsOf(practice, 'select state from newsletter_issue')).toEqual([{ state: 'draft' }]);
  expect(form.submitText).toBe('発行を取りやめる');
  expect((await form.submit()).form?.text).toContain('発行を取りやめました。');
  expect(await rowsOf(practice, 'select state from newsletter_issue')).toEqual([{ state: 'cancelled' }]);
});

test('取り下げる of a published article shows what it touches first; 元に戻す brings it back in every channel', async () => {
  await publish(practice, {
    記事: ['【好事例】秋の協働'],
    投稿先: ['C0ONE', 'C0TWO'],
    発行: '今すぐ発行',
  });
  for (const channel of ['C0ONE', 'C0TWO']) await posted(channel, '本文です。');
  const opening = await practice.slack.channel('C0ONE').until(({ threadTs }) => threadTs === undefined);
  await practice.slack.person(READER).press('読みました', { in: opening });
  await practice.slack.channel('C0ONE').until(({ plain }) => plain.includes('「読みました」1人'));
  const writer = practice.slack.person(WRITER);
  await (await homeOf(writer, `${TITLE}に掲載しました`)).press('取り下げる');
  const form = await writer.nextForm(({ title }) => title === '記事を取り下げる');
  expect(form.text).toContain('「秋の協働」を取り下げます。');
  expect(form.text).toContain(`${TITLE}:投稿先2件、「読みました」1人`);
  expect(form.submitText).toBe('取り下げる');
  expect(await rowsOf(practice, 'select withdrawn_at from article')).toEqual([{ withdrawn_at: null }]);
  expect((await form.submit()).form?.text).toContain('この記事は取り下げられました。');
  for (const channel of ['C0ONE', 'C0TWO']) await posted(channel, 'この記事は取り下げられました。');
  await expect.poll(() => headlines('C0ONE'), { timeout: 40_000 }).not.toContain('秋の協働');

  const told = await practice.slack.dm(WRITER).until(({ plain }) => plain.startsWith('記事を取り下げました'));
  expect(told.plain).toContain('令和8年12月26日(土)までは、「元に戻す」で元に戻せます。');
  await writer.press('元に戻す', { in: told });
  expect((await writer.nextAnswer()).plain).toContain('記事を元に戻しました。');
  for (const channel of ['C0ONE', 'C0TWO']) await posted(channel, '本文です。');
  await expect.poll(() => headlines('C0TWO'), { timeout: 40_000 }).toContain('秋の協働');
  await practice.slack.dm(WRITER).until(({ plain }) => plain.includes('「秋の協働」を元に戻しました。'));
});

test('the secretariat brings it back from 変更の記録, and after 30 days nobody does', async () => {
  const { secretary } = practice;
  const withdraw = async () => {
    const writer = practice.slack.person(WRITER);
    await (await homeOf(writer, `${TITLE}に掲載しました`)).press('取り下げる');
    await (await writer.nextForm(({ title }) => title === '記事を取り下げる')).submit();
    await posted('C0ONE', 'この記事は取り下げられました。');
  };
  const record = async () => {
    await (await homeOf(secretary, 'きょうどう通信 協DO')).press('変更の記録');
    return secretary.nextForm(({ title, text }) => title === '変更の記録' && text.includes('記事を取下げ'));
  };
  practice.clock.set('2026-11-26T10:10:00+09:00');
  await withdraw();
  const shown = await record();
  // Of the two withdrawals it tells of, only the one that stands.
  expect(shown.text.split('記事を取下げ').length - 1).toBe(2);
  expect(shown.buttons.filter((words) => words === '元に戻す')).toEqual(['元に戻す']);
  expect(shown.text).toMatch(/記事を取下げ\s山田 花子\(Slack\) 記事:秋の協働\s取下げ:まだ → 済み/u);
  await shown.press('元に戻す');
  await secretary.nextForm(({ text }) => text.includes('記事を元に戻しました。'));
  await posted('C0ONE', '本文です。');

  practice.clock.set('2026-11-26T10:20:00+09:00');
  await withdraw();
  practice.clock.set('2026-12-27T10:00:00+09:00');
  expect((await record()).buttons).not.toContain('元に戻す');
  const told = await practice.slack
    .dm(WRITER)
    .until(({ plain, buttons }) => plain.startsWith('記事を取り下げました') && buttons.includes('元に戻す'));
  const writer = practice.slack.person(WRITER);
  await writer.press('元に戻す', { in: told });
  expect((await writer.nextAnswer(({ plain }) => plain.includes('30日以内'))).plain).toContain(
    '元に戻せるのは30日以内です。',
  );
});
