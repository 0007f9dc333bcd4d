import type { KnownBlock } from '@slack/types';
import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { buildPage, openScreen, PAGE_DIRECTORY, type Screen } from '../../browser/practice-page.ts';
import { workerChromium } from '../../support/chromium.ts';
import { startHttpBot, type TinyBot } from '../tiny-bot.ts';

export const CHANNEL = 'C0GENERAL';
export const HANAKO = 'U0HANAKO';
export const TARO = 'U0TARO';

type Posting = {
  readonly text: string;
  readonly thread_ts?: string;
  readonly blocks?: KnownBlock[];
};

/** The page as 花子 sees it with the channel 全庁 open, and a tiny bot behind it. */
type ChannelPage = {
  readonly browser: Browser;
  readonly slack: Sandbox;
  readonly bot: TinyBot;
  readonly screen: Screen;
  /** The tiny bot posts in the channel; gives the ts. */
  readonly post: (posting: Posting) => Promise<string>;
  /** Ends all; gives what the page complained of and what Slack's rules refused. */
  readonly stop: () => Promise<{
    readonly complaints: readonly string[];
    readonly refusals: Sandbox['refusals'];
  }>;
};

/** Opens it in a context of its own of `browser`; the page must be built. */
const openChannelPage = async (browser: Browser): Promise<ChannelPage> => {
  const slack = await startSandbox({
    people: [
      { id: HANAKO, real_name: '事務局 花子' },
      { id: TARO, real_name: '協働 太郎' },
    ],
    channels: [
      { id: CHANNEL, name: '全庁' },
      { id: 'C0WELFARE', name: '福祉' },
    ],
    messageShortcuts: [
      { callbackId: 'article', name: '協DOの記事にする' },
      { callbackId: 'other', name: '別のこと' },
    ],
    pageDirectory: PAGE_DIRECTORY,
  });
  const bot = await startHttpBot(slack);
  const screen = await openScreen(browser, slack.url, HANAKO);
  await screen.page.getByRole('button', { name: '全庁' }).click();
  return {
    browser,
    slack,
    bot,
    screen,
    post: async ({ text, blocks = [], thread_ts = '' }) => {
      const parts = { ...(blocks.length > 0 ? { blocks } : {}), ...(thread_ts === '' ? {} : { thread_ts }) };
      const { client } = bot.app;
      const posted = await client.chat.postMessage({
        token: slack.botToken,
        channel: CHANNEL,
        text,
        ...parts,
      });
      return posted.ts ?? '';
    },
    stop: async () => {
      await screen.page.context().close();
      await bot.stop();
      await slack.stop();
      return { complaints: screen.complaints, refusals: slack.refusals };
    },
  };
};

/** For the tests of one file: such a page before each; after each neither it nor Slack's rules may have complained. */
export const eachChannelPage = (): (() => ChannelPage) => {
  let browser: Browser;
  let opened: ChannelPage;
  beforeAll(async () => {
    await buildPage();
    browser = await workerChromium();
  });
  beforeEach(async () => {
    opened = await openChannelPage(browser);
  });
  afterEach(async () => {
    expect(await opened.stop()).toEqual({ complaints: [], refusals: [] });
  });
  return () => opened;
};
