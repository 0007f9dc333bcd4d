import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WORKSPACE, withDatabase } from '../handlers/steps.ts';
import { axeViolations } from '../support/axe.ts';
import { workerChromium } from '../support/chromium.ts';
import { fillCityYear } from '../support/city-year/city-year.ts';
import { CHIEF, PROMOTER, promotersOf } from '../support/city-year/seen.ts';
import { GUEST, type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { buildPage, openScreen, PAGE_DIRECTORY } from './practice-page.ts';

/** What is asked of one, and what is due, stands on the first screen, also where that is as narrow as a telephone's. */

let browser: Browser;
let practice: Practice;
beforeAll(async () => {
  await buildPage();
  [browser, practice] = await Promise.all([
    workerChromium(),
    startPractice({
      people: promotersOf(1),
      // More than have room beside each other on a telephone.
      channels: ['協働推進', '運用ログ', '全庁のお知らせ'].map((name, index) => ({
        id: `C0OF${index}`,
        name,
      })),
      patience: 30_000,
      pageDirectory: PAGE_DIRECTORY,
    }),
  ]);
  await withDatabase(practice, (db) => fillCityYear(db, WORKSPACE, 1));
}, 60_000);
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test.each([
  ['a 推進員', 1280, PROMOTER, '回答する'],
  ['a 推進員', 375, PROMOTER, '回答する'],
  ['a 主任', 1280, CHIEF, '代理入力'],
  ['a 主任', 375, CHIEF, '代理入力'],
])('%s reads it without scrolling, %d pixels wide', async (_who, width, person, words) => {
  const height = 700;
  const screen = await openScreen(browser, practice.slack.url, person, { width, height });
  await screen.page.getByRole('tab', { name: 'ホーム' }).click();
  const first = screen.page.getByRole('tabpanel').getByRole('button', { name: words }).first();
  await vi.waitFor(async () => {
    const box = await first.boundingBox();
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height);
  });
  await screen.page.context().close();
  expect(screen.complaints).toEqual([]);
});

const ROLES = [
  ['the secretariat', SECRETARY, 'はじめの設定'],
  ['a 主任', CHIEF, '部局の照会'],
  ['a 推進員', PROMOTER, '協働推進員としての任期'],
  ['one of the staff', STAFF, '今お願いしていることはありません。'],
  [
    'a guest',
    GUEST,
    '恐れ入りますが、このボットは市の職員のためのものですので、ここには何も表示されません。',
  ],
] as const;

test.each(
  ROLES.flatMap(([who, person, words]) => [1280, 375].map((width) => [who, width, person, words] as const)),
)(
  'Home of %s, %d pixels wide, light and dark: axe finds nothing, and nothing moves sideways',
  async (_who, width, person, words) => {
    const screen = await openScreen(browser, practice.slack.url, person, { width, height: 700 });
    const { page } = screen;
    await page.getByRole('tab', { name: 'ホーム' }).click();
    await page.getByRole('tabpanel').getByText(words).first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect({ colorScheme, found: await axeViolations(page) }).toEqual({ colorScheme, found: [] });
    }
    for (const wide of ['document.documentElement', 'document.querySelector(".home")'])
      expect(await page.evaluate<boolean>(`${wide}.scrollWidth <= ${wide}.clientWidth`)).toBe(true);
    await page.context().close();
    expect(screen.complaints).toEqual([]);
  },
);

test('on a telephone the channel that is open stands in sight, and Home is framed only once it was reached by key', async () => {
  const screen = await openScreen(browser, practice.slack.url, PROMOTER, { width: 375, height: 700 });
  const { page } = screen;
  await page.goto(`${practice.slack.url}/?person=${PROMOTER}&tab=home`);
  await page.getByRole('tabpanel').getByRole('button', { name: '回答する' }).first().waitFor();
  const box = await page.getByRole('navigation').getByRole('button', { name: '協DOボット' }).boundingBox();
  expect((box?.x ?? 375) + (box?.width ?? 0)).toBeLessThanOrEqual(375);
  const isFramed = (): Promise<boolean> =>
    page.evaluate('document.querySelector(".home").matches(":focus-visible")');
  expect(await isFramed()).toBe(false);
  await page.getByRole('tab', { name: 'ホーム' }).focus();
  await page.keyboard.press('Tab');
  expect(await isFramed()).toBe(true);
  await page.context().close();
  expect(screen.complaints).toEqual([]);
});
