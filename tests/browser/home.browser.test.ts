import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHIEF, PROMOTER, startWithRoster } from '../handlers/promoter/steps.ts';
import { workerChromium } from '../support/chromium.ts';
import { type Practice, SECRETARY } from '../support/practice.ts';
import { buildPage, openScreen, PAGE_DIRECTORY } from './practice-page.ts';

/** The Home tab of a 推進員, a 主任 and the secretariat, as they see it in the practice workspace. */

let browser: Browser;
let practice: Practice;
beforeAll(async () => {
  await buildPage();
  [browser, practice] = await Promise.all([
    workerChromium(),
    startWithRoster(undefined, { pageDirectory: PAGE_DIRECTORY }),
  ]);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test.each([
  [
    'a 推進員',
    PROMOTER,
    ['今お願いしていることはありません。', '協働推進員としての任期'],
    ['部局の状況', '未選任', 'はじめの設定'],
  ],
  [
    'a 主任',
    CHIEF,
    ['協働推進員の選任報告をお願いします', '部局の状況(市民協働部)', '協働推進員としての任期'],
    ['今お願いしていることはありません。', 'はじめの設定'],
  ],
  [
    'the secretariat',
    SECRETARY,
    ['はじめの設定', '選任報告が済んでいない部局', '未選任'],
    ['今お願いしていることはありません。', '部局の状況'],
  ],
])('%s sees what is theirs, drawn to be read', async (_who, person, shown, hidden) => {
  const screen = await openScreen(browser, practice.slack.url, person);
  const { page } = screen;
  await page.getByRole('tab', { name: 'ホーム' }).click();
  const panel = page.getByRole('tabpanel');
  for (const words of shown) await panel.getByText(words).first().waitFor();
  for (const words of hidden) expect(await panel.getByText(words).count()).toBe(0);
  const picture = await page.screenshot({ fullPage: true });
  // A page of empty boxes is a fifth of this.
  expect(picture.length).toBeGreaterThan(30_000);
  await page.context().close();
  expect(screen.complaints).toEqual([]);
});
