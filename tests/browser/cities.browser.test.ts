import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { call, type Listener, startCities, startListener } from '../sandbox/cities.ts';
import { axeViolations } from '../support/axe.ts';
import { workerChromium } from '../support/chromium.ts';
import { buildPage, openScreen, PAGE_DIRECTORY, type Screen } from './practice-page.ts';

let browser: Browser;
let slack: Sandbox;
let bot: Listener;
let screen: Screen;

beforeAll(async () => {
  await buildPage();
  browser = await workerChromium();
});
beforeEach(async () => {
  slack = await startCities({ pageDirectory: PAGE_DIRECTORY });
  bot = await startListener(slack);
  await call(slack, 'xoxb-sakura', 'chat.postMessage', { channel: 'U0JIMU', text: '桜市のお知らせ' });
  await call(slack, 'xoxb-kaede', 'chat.postMessage', { channel: 'U0JIMU', text: '楓市のお知らせ' });
  screen = await openScreen(browser, slack.url, 'U0JIMU');
});
afterEach(async () => {
  await screen.page.context().close();
  await bot.stop();
  await slack.stop();
  expect(screen.complaints).toEqual([]);
});

/** Clean in light and in dark. */
const expectNoViolations = async (): Promise<void> => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await screen.page.emulateMedia({ colorScheme });
    expect({ colorScheme, found: await axeViolations(screen.page) }).toEqual({ colorScheme, found: [] });
  }
};

test('somebody goes from one city to another by keyboard, and sees the one they are in', async () => {
  const { page, tabTo } = screen;
  await page.getByText('桜市のお知らせ').waitFor();
  let goOn = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route('**/sandbox/state?*team=T0KAEDE*', async (route) => {
    await asked;
    await route.continue();
  });
  await tabTo('ワークスペース');
  await page.keyboard.press('ArrowDown');
  await page.locator('option', { hasText: '楓 花子' }).waitFor({ state: 'attached' });
  expect(await page.getByLabel('操作する人').locator('option').allTextContents()).toEqual(['楓 花子']);
  // What the other city shows is gone before this one's is there.
  expect(await page.getByText('桜市のお知らせ').count()).toBe(0);
  goOn();
  await page.getByText('楓市のお知らせ').waitFor();
  expect(await screen.focused()).toBe('ワークスペース');
  await expectNoViolations();

  await tabTo('メッセージやコマンドを入力');
  await page.keyboard.type('/kyodo');
  await page.keyboard.press('Enter');
  await expect.poll(() => bot.heard).toMatchObject([{ team_id: 'T0KAEDE', user_id: 'U0JIMU' }]);

  await page.reload();
  await page.getByText('楓市のお知らせ').waitFor();
  expect(await page.getByLabel('ワークスペース', { exact: true }).inputValue()).toBe('T0KAEDE');
});

test('somebody of two workspaces stays who they are, and has a form in the one alone where it was opened', async () => {
  const { page, dialog } = screen;
  await page.getByLabel('ワークスペース', { exact: true }).selectOption('北区');
  await page.getByLabel('操作する人').selectOption('兼務 太郎');
  const view = {
    type: 'modal',
    title: { type: 'plain_text', text: '北区の様式' },
    blocks: [{ type: 'section', text: { type: 'plain_text', text: '内容' } }],
  };
  const trigger = slack.workspace('T0KITA').trigger('U0KENMU');
  await call(slack, 'xoxb-toshi', 'views.open', { trigger_id: trigger, view });
  await dialog.getByRole('heading', { name: '北区の様式' }).waitFor();
  await page.goto(`${slack.url}/?team=T0MINAMI&person=U0KENMU`);
  await page.getByRole('button', { name: '南区全庁' }).waitFor();
  expect(await dialog.count()).toBe(0);
  expect(await page.getByLabel('操作する人').inputValue()).toBe('U0KENMU');
});

test('one workspace alone leaves nothing to choose', async () => {
  const alone = await startSandbox({ pageDirectory: PAGE_DIRECTORY, people: [{ id: 'U0JIMU' }] });
  const { page } = await openScreen(browser, alone.url, 'U0JIMU');
  expect(await page.getByLabel('操作する人').count()).toBe(1);
  expect(await page.getByLabel('ワークスペース', { exact: true }).count()).toBe(0);
  await page.context().close();
  await alone.stop();
});

test('a narrow window needs no scrolling sideways', async () => {
  const { page } = screen;
  await page.setViewportSize({ width: 420, height: 800 });
  expect(await page.getByLabel('ワークスペース', { exact: true }).isVisible()).toBe(true);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(420);
  await expectNoViolations();
});

test('somebody lets the app into an organisation', async () => {
  const { page } = screen;
  const wish = new URLSearchParams({
    client_id: slack.clientId,
    scope: 'commands,chat:write',
    state: 's1',
    redirect_uri: `${bot.url}/slack/oauth_redirect`,
  });
  await page.goto(`${slack.authorizeUrl}?${wish}`);
  await expectNoViolations();
  await page.getByLabel('操作する人').focus();
  await page.getByLabel('操作する人').selectOption('T0MINAMI/U0KENMU');
  await screen.tabTo('この人のワークスペース');
  await page.keyboard.press('ArrowDown');
  await screen.tabTo('許可する');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${bot.url}/slack/oauth_redirect?**`);
  const code = new URL(page.url()).searchParams.get('code');
  const { clientId: client_id, clientSecret: client_secret } = slack;
  const exchange = { client_id, client_secret, code, redirect_uri: wish.get('redirect_uri') };
  expect(await call(slack, '', 'oauth.v2.access', exchange)).toMatchObject({
    is_enterprise_install: true,
    authed_user: { id: 'U0KENMU' },
  });
});
