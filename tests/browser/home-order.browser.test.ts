import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WORKSPACE, withDatabase } from '../handlers/steps.ts';
import { workerChromium } from '../support/chromium.ts';
import { fillCityYear } from '../support/city-year/city-year.ts';
import { CHIEF, PROMOTER, promotersOf } from '../support/city-year/seen.ts';
import { type Practice, startPractice } from '../support/practice.ts';
import { buildPage, openScreen, PAGE_DIRECTORY } from './practice-page.ts';

/** What is asked of one, and what is due, stands on the first screen, also where that is as narrow as a telephone's. */

let browser: Browser;
let practice: Practice;
beforeAll(async () => {
  await buildPage();
  [browser, practice] = await Promise.all([
    workerChromium(),
    startPractice({ people: promotersOf(1), patience: 30_000, pageDirectory: PAGE_DIRECTORY }),
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
