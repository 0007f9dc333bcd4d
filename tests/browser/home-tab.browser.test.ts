import type { HomeView, ModalView } from '@slack/types';
import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { startHttpBot, type TinyBot } from '../sandbox/tiny-bot.ts';
import { workerChromium } from '../support/chromium.ts';
import { buildPage, openScreen, PAGE_DIRECTORY, type Screen } from './practice-page.ts';

const HANAKO = 'U0HANAKO';
const TARO = 'U0TARO';
const words = (text: string) => ({ type: 'plain_text', text }) as const;
const year = (name: string) => ({ text: words(name), value: name });

const home = (line: string): HomeView => ({
  type: 'home',
  blocks: [
    {
      type: 'section',
      block_id: 'year',
      text: words(line),
      accessory: {
        type: 'static_select',
        action_id: 'year',
        placeholder: words('年度'),
        options: [year('令和7年度'), year('令和8年度')],
      },
    },
    {
      type: 'actions',
      block_id: 'row',
      elements: [{ type: 'button', action_id: 'record', value: '7', text: words('記録する') }],
    },
  ],
});
const form: ModalView = {
  type: 'modal',
  callback_id: 'record',
  title: words('会議を記録'),
  close: words('閉じる'),
  blocks: [{ type: 'section', text: words('ホームから開きました') }],
};

let browser: Browser;
let slack: Sandbox;
let bot: TinyBot;
let screen: Screen;
/** The presses in Home as the bot got them: the type of what was pressed, its choice and its view. */
let presses: unknown[];

const publish = (user_id: string, line: string) =>
  bot.app.client.views.publish({ token: slack.botToken, user_id, view: home(line) });

beforeAll(async () => {
  await buildPage();
  browser = await workerChromium();
});
beforeEach(async () => {
  presses = [];
  slack = await startSandbox({
    people: [
      { id: HANAKO, real_name: '事務局 花子' },
      { id: TARO, real_name: '協働 太郎' },
    ],
    channels: [{ id: 'C0GENERAL', name: '全庁' }],
    pageDirectory: PAGE_DIRECTORY,
  });
  bot = await startHttpBot(slack);
  bot.app.action('record', async ({ ack, body, client, action }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    presses.push([body.container.type, 'value' in action ? action.value : '', body.view?.type]);
    await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  bot.app.action('year', async ({ ack, body, action, client }) => {
    await ack();
    if (action.type !== 'static_select') return;
    await client.views.publish({ user_id: body.user.id, view: home(action.selected_option.value) });
  });
  screen = await openScreen(browser, slack.url, HANAKO);
});
afterEach(async () => {
  await screen.page.context().close();
  await bot.stop();
  await slack.stop();
  const { complaints } = screen;
  expect({ complaints, refusals: slack.refusals }).toEqual({ complaints: [], refusals: [] });
});

test('Home is opened by key, shows what the bot publishes at once, and its elements work', async () => {
  const { page, dialog, focused } = screen;
  const tab = (name: string) => page.getByRole('tab', { name });
  expect(await tab('メッセージ').getAttribute('aria-selected')).toBe('true');
  await tab('メッセージ').focus();
  await page.keyboard.press('ArrowLeft');
  expect([await focused(), await tab('ホーム').getAttribute('aria-selected')]).toEqual(['ホーム', 'true']);
  const panel = page.getByRole('tabpanel', { name: 'ホーム' });
  // So says the tiny bot whenever its Home is opened.
  await panel.getByText('ようこそ').waitFor();

  await publish(HANAKO, '令和6年度');
  await panel.getByText('令和6年度').waitFor();
  await panel.getByLabel('年度').selectOption('令和8年度');
  await panel.locator('.section-text').getByText('令和8年度').waitFor();
  await panel.getByRole('button', { name: '記録する' }).click();
  await dialog.getByText('ホームから開きました').waitFor();
  expect(presses).toEqual([['view', '7', 'home']]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: '記録する' }).and(page.locator(':focus')).waitFor();
});

test('the bot hears each opening, and the address keeps the tab', async () => {
  const { page, say, messages } = screen;
  let openings = 0;
  bot.app.event('app_home_opened', async () => {
    openings += 1;
  });
  const opened = () => page.waitForResponse((answer) => answer.url().endsWith('/sandbox/home'));
  const byClick = opened();
  await page.getByRole('tab', { name: 'ホーム' }).click();
  await byClick;
  expect(await page.getByLabel('メッセージやコマンドを入力').count()).toBe(0);
  const byAddress = opened();
  await page.reload();
  await byAddress;
  expect(await page.getByRole('tab', { name: 'ホーム' }).getAttribute('aria-selected')).toBe('true');
  const byPerson = opened();
  await page.getByLabel('操作する人').selectOption('協働 太郎');
  await byPerson;

  await bot.app.client.chat.postMessage({ token: slack.botToken, channel: TARO, text: 'お知らせです' });
  await page.getByText('新着1件').waitFor();
  await page.getByRole('tab', { name: 'メッセージ' }).click();
  expect((await messages(1)).length).toBe(1);
  expect(await page.getByText('新着1件').count()).toBe(0);
  await say('届きました');
  await messages(3);
  await page.getByRole('button', { name: '全庁' }).click();
  expect(await page.getByRole('tab').count()).toBe(0);
  expect(openings).toBe(3);
});
