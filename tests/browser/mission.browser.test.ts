import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { kyodo } from '../cli/run.ts';
import { WORKSPACE, withDatabase } from '../handlers/steps.ts';
import { workerChromium } from '../support/chromium.ts';
import { type Practice, SECRETARY, startPractice, urlOf } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { buildPage, openScreen, PAGE_DIRECTORY, type Screen } from './practice-page.ts';

const PROMOTER = 'U0PROMOTER';
const CHANNEL = '協働推進';

let browser: Browser;
let practice: Practice;
let screens: Screen[] = [];
const open = async (person: string): Promise<Screen> => {
  const screen = await openScreen(browser, practice.slack.url, person);
  screens.push(screen);
  return screen;
};

beforeAll(async () => {
  await buildPage();
  browser = await workerChromium();
});
beforeEach(async () => {
  screens = [];
  practice = await startPractice({
    now: '2026-11-25T15:00:00+09:00',
    pageDirectory: PAGE_DIRECTORY,
    people: [{ id: PROMOTER, real_name: '青空 そら', email: 'aozora@city.example' }],
    channels: [{ id: 'C0KYODO', name: CHANNEL }],
  });
  const line = { department: '福祉部', section: '福祉課', name: '青空 そら', slackId: PROMOTER };
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, [line], practice.clock.now()));
});
afterEach(async () => {
  for (const { page } of screens) await page.context().close();
  await practice.stop();
  expect(screens.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(practice.slack.refusals).toEqual([]);
});

/** Presses a button of the form on top. */
const submit = async ({ dialog }: Screen, words: string): Promise<void> => {
  await dialog.getByRole('button', { name: words, exact: true }).click();
};

/** Closes what is said in the end; with it the form under it goes. */
const closeAll = async (screen: Screen): Promise<void> => {
  await submit(screen, '閉じる');
  await screen.dialog.waitFor({ state: 'detached' });
};

const recordMeeting = async (screen: Screen): Promise<void> => {
  const { say, dialog } = screen;
  await say('/kyodo-meeting');
  await dialog.getByLabel('会議体').selectOption('協働推進本部会議');
  await dialog.getByRole('radio', { name: '対面', exact: true }).check();
  await dialog.getByLabel('開催日').fill('2026-11-24');
  await dialog.getByLabel('案件').fill('年間の予定について');
  await submit(screen, '記録する');
  await screen.page.getByText('記録しました').first().waitFor();
};

const recordTraining = async (screen: Screen): Promise<void> => {
  const { say, dialog } = screen;
  await say('/kyodo-training');
  await dialog.getByLabel('研修', { exact: true }).selectOption('協働推進員研修');
  await dialog.getByRole('radio', { name: '集合', exact: true }).check();
  await dialog.getByLabel('開催日').fill('2026-11-20');
  await dialog.getByLabel('会場').fill('市民会館');
  await dialog.getByLabel('参加者数').fill('92');
  await submit(screen, '記録する');
  await dialog.waitFor({ state: 'detached' });
};

const ask = async (screen: Screen): Promise<void> => {
  const { say, dialog } = screen;
  await say('/kyodo-inquiry 作成');
  await dialog.getByLabel('件名').fill('協働事業の調査');
  await dialog.getByLabel('内容').fill('該当する事業をお知らせください。');
  await dialog.getByLabel('区分').selectOption('大阪府からの調査');
  await dialog.getByRole('radio', { name: '推進員全員', exact: true }).check();
  await dialog.getByRole('radio', { name: '確認のみ' }).check();
  await submit(screen, '送信する');
  await dialog.getByText('お送りする文面').waitFor();
  await submit(screen, '送信する');
  await dialog.getByText('お送りします').waitFor();
  await closeAll(screen);
};

const answer = async (screen: Screen): Promise<void> => {
  const { page, dialog } = screen;
  await page.getByText('回答・確認のお願い').first().waitFor();
  await page.getByRole('button', { name: '回答する' }).first().click();
  await dialog.getByRole('checkbox', { name: '内容を確認しました' }).check();
  await submit(screen, '回答する');
  await dialog.getByText('回答を受け付けました').waitFor();
  await submit(screen, '閉じる');
};

const writeAndPublish = async (screen: Screen): Promise<void> => {
  const { say, dialog } = screen;
  await say('/kyodo-digest');
  await dialog.getByLabel('見出し').fill('市民と進める公園づくり');
  await dialog.getByLabel('本文').fill('植樹をしました。');
  await dialog.getByLabel('分類').selectOption('好事例');
  await submit(screen, '事務局に送る');
  await dialog.getByText('記事を事務局に送りました').waitFor();
  await submit(screen, '閉じる');
  await say('/kyodo-digest 発行');
  await dialog.getByRole('checkbox', { name: '【好事例】市民と進める公園づくり' }).check();
  for (const part of ['会議の結果', '研修の実績']) await dialog.getByRole('checkbox', { name: part }).check();
  await dialog.getByRole('checkbox', { name: `#${CHANNEL}` }).check();
  await dialog.getByLabel('発行日時').fill('2026-11-26T10:00');
  await submit(screen, '発行する');
  await dialog.getByText('投稿先:#協働推進').waitFor();
  await submit(screen, '発行する');
  await dialog.getByText('令和8年11月26日(木) 10:00に発行します').waitFor();
  await closeAll(screen);
};

test('a year of it: recorded, asked, answered, published and printed', async () => {
  const secretary = await open(SECRETARY);
  await recordMeeting(secretary);
  await recordTraining(secretary);
  await ask(secretary);
  practice.clock.set('2026-11-26T09:00:00+09:00');
  await answer(await open(PROMOTER));
  await writeAndPublish(secretary);
  practice.clock.set('2026-11-26T10:00:00+09:00');

  const reader = await open(PROMOTER);
  await reader.page.getByRole('button', { name: CHANNEL }).first().click();
  const issue = reader.page.locator('li.message', { hasText: 'きょうどう通信 協DO 令和8年度第1号' }).first();
  await issue.getByText('3件の返信').click();
  for (const said of [
    '植樹をしました。',
    '令和8年11月24日 協働推進本部会議(年間の予定について)',
    '令和8年11月20日 協働推進員研修(市民会館) 参加者92名',
  ])
    await issue.getByText(said).waitFor();
  await issue.getByRole('button', { name: '読みました' }).click();
  await issue.getByText('「読みました」1人').waitFor();

  const { exit, out } = await kyodo(['report', 'R8', '--format', 'md'], {
    DATABASE_URL: urlOf(practice.database.connection),
  });
  expect(exit).toBe(0);
  expect(out).toMatch(/\| *1 *\| *令和8年11月24日 *\|[^|]*年間の予定について/u);
  expect(out).toContain('| 1 | 令和8年11月20日 市民会館 | 【協働推進員研修】 | 92人 |');
}, 120_000);
