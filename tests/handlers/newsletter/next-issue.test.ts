import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { putInquiry } from '../../support/asked-inquiries.ts';
import { confirmationOf, fillIssue, NEWS_CHANNELS, writeArticle } from '../../support/newsletter.ts';
import { type Practice, startPractice } from '../../support/practice.ts';
import { rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

const WRITER = 'U0WRITER';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-26T10:00:00+09:00',
    people: [{ id: WRITER, real_name: '山田 花子' }],
    channels: NEWS_CHANNELS,
  });
  for (const 見出し of ['秋の協働', '冬の協働', '春の協働']) await writeArticle(practice, WRITER, { 見出し });
  const asked = practice.clock.now();
  await withDatabase(practice, async (db) => {
    await putInquiry(db, WORKSPACE, asked, { title: '早い照会', dueOn: localDate('2026-11-27') });
    await putInquiry(db, WORKSPACE, asked, { title: '遅い照会', dueOn: localDate('2026-12-11') });
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const secondsOf = (iso: string): string => String(Date.parse(iso) / 1000);

test('プレビュー without a draft shows every article that waits as it would look, and nothing that could be tried', async () => {
  const form = await (await practice.secretary.command('/kyodo-digest', 'プレビュー')).opened();
  expect([form.title, form.buttons]).toEqual(['プレビュー', []]);
  for (const words of [
    'きょうどう通信 協DO 令和8年度第1号',
    '次の号の下書きは、まだありません。',
    '秋の協働',
    '冬の協働',
    '春の協働',
    '本文です。',
  ])
    expect(form.text).toContain(words);
  await form.close({ all: true });
});

test('発行の確認 warns of a day and an hour when nobody reads, says which part is empty, and lists no deadline that is past by then', async () => {
  const form = await fillIssue(practice, {
    記事: ['【好事例】秋の協働'],
    自動掲載: ['会議の結果', '回答期限'],
    投稿先: ['C0TWO'],
  });
  const confirmedFor = async (at: string): Promise<string> => {
    await form.fill({ 発行日時: secondsOf(at) });
    const confirmation = await confirmationOf(form);
    const { text } = confirmation;
    await confirmation.close();
    return text;
  };
  const CLOSED = '発行日時の令和8年11月29日(日) 9:00は、閉庁日です。このまま発行することもできます。';
  const HOURS = '開庁時間(8:30から17:15まで)の外です。このまま発行することもできます。';
  expect(await confirmedFor('2026-11-29T09:00:00+09:00')).toContain(CLOSED);
  expect(await confirmedFor('2026-11-30T08:29:00+09:00')).toContain(HOURS);
  expect(await confirmedFor('2026-11-30T17:16:00+09:00')).toContain(HOURS);
  for (const at of ['2026-11-30T08:30:00+09:00', '2026-11-30T17:15:00+09:00'])
    expect(await confirmedFor(at)).not.toMatch(/閉庁日|開庁時間/u);
  const onTheDay = await confirmedFor('2026-11-27T09:00:00+09:00');
  expect(onTheDay).toContain('自動掲載の「会議の結果」は、載せるものがないため、この号には出ません。');
  expect(onTheDay).not.toContain('自動掲載の「回答期限」');
  expect(onTheDay).toMatch(/早い照会.*遅い照会/su);
  const later = await confirmedFor('2026-12-02T09:00:00+09:00');
  expect(later).not.toContain('早い照会');
  expect(later).toContain('遅い照会');
  // It is never refused for that.
  await form.fill({ 発行日時: secondsOf('2026-11-29T09:00:00+09:00') });
  expect((await (await confirmationOf(form)).submit()).form?.text).toContain(
    '令和8年11月29日(日) 9:00に発行します',
  );
});

test('今すぐ発行 warns of a day and an hour when nobody reads as well', async () => {
  const warned = async (now: string): Promise<string> => {
    practice.clock.set(now);
    const form = await fillIssue(practice, {
      号: '令和8年度第9号',
      記事: ['【好事例】冬の協働'],
      発行: '今すぐ発行',
    });
    const confirmation = await confirmationOf(form);
    const { text } = confirmation;
    await confirmation.close();
    await form.close({ all: true });
    await rowsOf(practice, `update newsletter_issue set state = 'cancelled' where number = 9`);
    return text;
  };
  expect(await warned('2026-11-26T17:15:00+09:00')).not.toMatch(/閉庁日|開庁時間/u);
  expect(await warned('2026-11-26T20:00:00+09:00')).toContain(
    '今は、開庁時間(8:30から17:15まで)の外です。このまま発行することもできます。',
  );
  expect(await warned('2026-11-28T10:00:00+09:00')).toContain('今は、閉庁日です。');
});

test('the next issue is begun as the one before was: its channels, its parts, and its day of the month', async () => {
  const next = async () => {
    const form = await (await practice.secretary.command('/kyodo-digest', '発行')).opened();
    const { 号, 自動掲載, 投稿先, 発行日時 } = form.values;
    await form.close({ all: true });
    return [号, 自動掲載, 投稿先, Number(発行日時)];
  };
  practice.clock.set('2026-11-29T09:00:00+09:00');
  await practice.slack.channel('C0TWO').until(({ plain }) => plain.startsWith('きょうどう通信'));
  // 29 December to 3 January the city hall is closed.
  const closed = Number(secondsOf('2027-01-04T09:00:00+09:00'));
  expect(await next()).toEqual(['令和8年度第2号', ['会議の結果', '回答期限'], ['C0TWO'], closed]);
});
