import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import {
  changeAtOnce,
  confirmationOf,
  fillIssue,
  NEWS_CHANNELS,
  publish,
  threadOf,
  writeArticle,
} from '../../support/newsletter.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { rowsOf } from '../steps.ts';

const WRITER = 'U0WRITER';
const READER = 'U0READER';
const TITLE = 'きょうどう通信 協DO 令和8年度第1号';
const LONG = `@here <!channel> *強調* _斜体_ & "引用" :tada: https://example.jp/a?b=1 `.padEnd(3000, 'あ');

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-26T10:00:00+09:00',
    people: [
      { id: WRITER, real_name: '山田 花子' },
      { id: READER, real_name: '佐藤 次郎' },
    ],
    channels: NEWS_CHANNELS,
    // Where an answer of 20 KB is dropped without a word.
    mode: 'socket',
  });
  await changeAtOnce(practice);
  await writeArticle(practice, WRITER, { 見出し: '試しの記事', 分類: 'お知らせ' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** A message without the ids that Slack gives its blocks. */
const said = ({ blocks }: Message) => JSON.stringify(blocks).replaceAll(/"block_id":"x[^"]*",?/gu, '');
const all = (channel: string) => practice.slack.messages(channel);

describe('号', () => {
  test('before there is a draft the form opens with the next number; without a channel of the bot it says so', async () => {
    const form = await fillIssue(practice, { 記事: ['【お知らせ】試しの記事'] });
    expect([form.title, form.labels.join(' '), form.values.号]).toEqual([
      '号を編集・発行',
      '号 記事 自動掲載 巻頭文 投稿先 発行 発行日時',
      '令和8年度第1号',
    ]);
    expect((await form.submit()).errors).toEqual({ 発行日時: '発行日時を選んでください。' });
    await form.close({ all: true });
  });

  test('three articles of 3,000 characters and 20 short ones go out whole, as the trial showed them, and mention nobody', async () => {
    // Later than what was written before: one's newest articles are on one's Home tab.
    practice.clock.set('2026-11-26T10:05:00+09:00');
    for (const title of ['一つ目', '二つ目', '三つ目'])
      await writeArticle(practice, WRITER, { 見出し: `${title} @here & <!channel>`, 本文: LONG });
    for (let number = 1; number <= 20; number += 1)
      await writeArticle(practice, WRITER, {
        見出し: `短い記事${number}`,
        分類: '催し',
        リンク: 'https://example.jp',
      });
    const chosen = [
      ...['三つ目', '一つ目', '二つ目'].map((title) => `【好事例】${title} @here & <!channel>`),
      ...Array.from({ length: 20 }, (_, index) => `【催し】短い記事${index + 1}`),
    ];
    const form = await fillIssue(practice, {
      記事: chosen,
      巻頭文: 'こんにちは。@channel *太字*',
      投稿先: ['C0ONE', 'C0TWO'],
      発行: '今すぐ発行',
    });
    const confirmation = await confirmationOf(form);
    await confirmation.press('自分に試し送信');
    await expect.poll(() => threadOf(practice, SECRETARY, TITLE).length, { timeout: 40_000 }).toBe(23);
    const outcome = (await confirmation.submit()).form?.text;
    expect(outcome).toContain(`${TITLE}を、2件のチャンネルに投稿し始めました。`);
    await expect.poll(() => threadOf(practice, 'C0TWO', TITLE).length, { timeout: 40_000 }).toBe(23);
    await expect.poll(() => threadOf(practice, 'C0ONE', TITLE).length, { timeout: 40_000 }).toBe(23);
    const trial = [
      ...all(SECRETARY)
        .filter(({ plain }) => plain.startsWith(TITLE))
        .slice(0, 1),
      ...threadOf(practice, SECRETARY, TITLE),
    ];
    const posted = [
      ...all('C0TWO').filter(({ threadTs }) => threadTs === undefined),
      ...threadOf(practice, 'C0TWO', TITLE),
    ];
    expect(posted.map(said)).toEqual(trial.map(said));
    expect(threadOf(practice, 'C0ONE', TITLE).map(({ plain }) => plain.slice(0, 3))).toEqual([
      '三つ目',
      '一つ目',
      '二つ目',
      ...Array.from({ length: 20 }, () => '短い記'),
    ]);
    for (const message of posted)
      expect(JSON.stringify(message.blocks)).not.toMatch(/"type":"(?:user|broadcast|usergroup)"|mrkdwn/u);
    const [first] = threadOf(practice, 'C0TWO', TITLE);
    // Nothing of the body is cut.
    expect(JSON.stringify(first?.blocks)).toContain('https://example.jp/a?b=1');
    expect(first?.plain.match(/あ/gu)?.length).toBe(LONG.match(/あ/gu)?.length);
    expect(
      await rowsOf(practice, `select count(*)::int as count from delivery where key like 'newsletter:%'`),
    ).toEqual([{ count: 48 }]);
  }, 90_000);

  test('the writer hears of it once each', async () => {
    await expect
      .poll(() => all(WRITER).filter(({ plain }) => plain.startsWith('記事を掲載しました')).length, {
        timeout: 40_000,
      })
      .toBe(23);
  });

  test('読みました counts each person once, in every channel', async () => {
    const reader = practice.slack.person(READER);
    const message = await practice.slack.channel('C0ONE').until(({ threadTs }) => threadTs === undefined);
    await reader.press('読みました', { in: message });
    expect((await reader.nextAnswer()).plain).toContain('受け付けました');
    await reader.press('読みました', { in: message });
    expect((await reader.nextAnswer()).plain).toContain('受付済み');
    for (const channel of ['C0ONE', 'C0TWO'])
      await practice.slack.channel(channel).until(({ plain }) => plain.includes('「読みました」1人'));
  });

  test('a correction shows in every channel with its day, and what was said first stays in the record', async () => {
    const writer = practice.slack.person(WRITER);
    await writer.openHome();
    const home = await writer.homeUntil(({ text }) => text.includes('自分の記事'));
    expect(home.text).toContain(`${TITLE}に掲載しました`);
    await home.press('編集');
    const form = await writer.nextForm(({ title }) => title === '記事を編集');
    expect(form.submitText).toBe('変更を保存する');
    const { 見出し, 本文 } = form.values;
    await form.fill({ 本文: '正しい本文です。' });
    expect((await form.submit()).form?.text).toContain('記事を訂正しました');
    for (const channel of ['C0ONE', 'C0TWO'])
      await expect
        .poll(
          () =>
            threadOf(practice, channel, TITLE).find(({ plain }) => plain.startsWith(String(見出し)))?.plain,
          {
            timeout: 40_000,
          },
        )
        .toMatch(/訂正:令和8年11月26日\(木\)に内容を訂正しました。.*正しい本文です。/su);
    const versions = await rowsOf(practice, 'select title, body from article_version');
    expect(versions).toMatchObject([{ title: 見出し, body: 本文 }]);
  });

  test('an article added later comes into the thread of every channel, and the headline too', async () => {
    await writeArticle(practice, WRITER, { 見出し: '遅れた記事', 分類: '研修' });
    await practice.secretary.openHome();
    const home = await practice.secretary.homeUntil(({ text }) => text.includes('きょうどう通信 協DO'));
    await home.press('記事を追加');
    const form = await practice.secretary.nextForm(({ title }) => title === '記事を追加');
    await form.fill({ 記事: ['【研修】遅れた記事'] });
    expect((await form.submit()).form?.text).toContain('記事を1件追加しました');
    for (const channel of ['C0ONE', 'C0TWO'])
      await expect
        .poll(
          () =>
            threadOf(practice, channel, TITLE)
              .map(({ plain }) => plain)
              .at(-1),
          { timeout: 40_000 },
        )
        .toContain('遅れた記事');
    await practice.slack
      .channel('C0ONE')
      .until(({ plain, threadTs }) => threadTs === undefined && plain.includes('遅れた記事'));
  });

  test('the number of an issue that is out is taken', async () => {
    const form = await fillIssue(practice, {
      号: '第1号',
      記事: ['【お知らせ】試しの記事'],
      発行: '今すぐ発行',
    });
    // Where no hour was set, that of its publishing: 26 December is a Saturday.
    expect(Number(form.values.発行日時)).toBe(Date.parse('2026-12-28T10:05:00+09:00') / 1000);
    expect((await form.submit()).errors).toEqual({
      号: 'この号は、すでにあります。別の番号を入力してください。',
    });
    await form.close({ all: true });
  });

  test('back numbers are on everybody’s Home tab and open whole', async () => {
    const reader = practice.slack.person(READER);
    await reader.openHome();
    const home = await reader.homeUntil(({ text }) => text.includes('バックナンバー'));
    await home.press('読む');
    const issue = await reader.nextForm(({ title }) => title === 'バックナンバー');
    expect(issue.text).toContain('一つ目 @here & <!channel>');
  });
});

test('publishing by a staff member is refused', async () => {
  await practice.slack.person(READER).command('/kyodo-digest', '発行');
  expect((await practice.slack.person(READER).nextAnswer()).plain).toContain('事務局');
});

test('what is left of the drafts is published by its number', async () => {
  expect(await publish(practice, { 記事: ['【お知らせ】試しの記事'], 発行: '今すぐ発行' })).toContain(
    '第2号',
  );
});
