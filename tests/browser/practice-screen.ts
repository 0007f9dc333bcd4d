import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { workerChromium } from '../support/chromium.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { buildPage, openScreen, PAGE_DIRECTORY, type Screen } from './practice-page.ts';

type Options = NonNullable<Parameters<typeof startPractice>[0]>;

/**
 * For the tests of one file: before each a practice workspace of its own and its page as the secretary sees it; after each
 * neither the page may have complained nor Slack's rules have refused anything.
 */
export const eachPracticeScreen = (
  options: Options = {},
): { readonly practice: Practice; readonly screen: Screen } => {
  let browser: Browser;
  let practice: Practice;
  let screen: Screen;
  beforeAll(async () => {
    await buildPage();
    browser = await workerChromium();
  });
  beforeEach(async () => {
    practice = await startPractice({ pageDirectory: PAGE_DIRECTORY, ...options });
    screen = await openScreen(browser, practice.slack.url, SECRETARY);
  });
  afterEach(async () => {
    await screen.page.context().close();
    await practice.stop();
    const { complaints } = screen;
    expect({ complaints, refusals: practice.slack.refusals }).toEqual({ complaints: [], refusals: [] });
  });
  return {
    get practice() {
      return practice;
    },
    get screen() {
      return screen;
    },
  };
};
