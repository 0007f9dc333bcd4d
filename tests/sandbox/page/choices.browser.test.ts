import type { HomeView } from '@slack/types';
import type { Browser, Locator } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { buildPage, openScreen, PAGE_DIRECTORY, type Screen } from '../../browser/practice-page.ts';
import { axeViolations } from '../../support/axe.ts';
import { workerChromium } from '../../support/chromium.ts';
import { startHttpBot, type TinyBot } from '../tiny-bot.ts';

const words = (text: string) => ({ type: 'plain_text', text }) as const;

/** A Home with nothing but fields that choose among the people. */
const choosing: HomeView = {
  type: 'home',
  blocks: [
    {
      type: 'section',
      block_id: 'several',
      text: words('担当者'),
      accessory: { type: 'multi_users_select', action_id: 'several', placeholder: words('担当者') },
    },
    {
      type: 'section',
      block_id: 'one',
      text: words('責任者'),
      accessory: { type: 'users_select', action_id: 'one', placeholder: words('責任者') },
    },
  ],
};
/** A Home with fields whose options only the bot knows. */
const asking: HomeView = {
  type: 'home',
  blocks: [
    {
      type: 'actions',
      block_id: 'sections',
      elements: [
        { type: 'external_select', action_id: 'lead', min_query_length: 0, placeholder: words('主管課') },
        {
          type: 'multi_external_select',
          action_id: 'rest',
          min_query_length: 1,
          placeholder: words('関係課'),
        },
      ],
    },
  ],
};

let browser: Browser;
let slack: Sandbox;
let bot: TinyBot;
let screen: Screen;

beforeAll(async () => {
  await buildPage();
  browser = await workerChromium();
});
beforeEach(async () => {
  slack = await startSandbox({
    people: [
      { id: 'U0HANAKO', real_name: '事務局 花子' },
      { id: 'U0TARO', real_name: '協働 太郎' },
      ...Array.from({ length: 128 }, (_, at) => ({ id: `U0STAFF${at}`, real_name: `職員 第${at}` })),
    ],
    pageDirectory: PAGE_DIRECTORY,
  });
  bot = await startHttpBot(slack);
  screen = await openScreen(browser, slack.url, 'U0HANAKO');
});
afterEach(async () => {
  await screen.page.context().close();
  await bot.stop();
  await slack.stop();
  const { complaints } = screen;
  expect({ complaints, refusals: slack.refusals }).toEqual({ complaints: [], refusals: [] });
});

/** Opens Home, and has it replaced by `view` after what the tiny bot shows of itself. */
const show = async (view: HomeView): Promise<Locator> => {
  await screen.page.getByRole('tab', { name: 'ホーム' }).click();
  const panel = screen.page.getByRole('tabpanel');
  await panel.getByText('ようこそ').waitFor();
  await bot.app.client.views.publish({ token: slack.botToken, user_id: 'U0HANAKO', view });
  return panel;
};

test('among 130 people one is found by a part of the name, by key alone', async () => {
  const chosen: unknown[] = [];
  bot.app.action(/^(several|one)$/, async ({ ack, action }) => {
    await ack();
    if (action.type === 'multi_users_select') chosen.push(action.selected_users);
    if (action.type === 'users_select') chosen.push(action.selected_user);
  });
  const { page } = screen;
  const keys = page.keyboard;
  const panel = await show(choosing);
  const group = panel.getByRole('group', { name: '担当者' });
  await panel.getByLabel('担当者を絞り込む').focus();
  await keys.insertText('第１２');
  await group.getByText('130件中9件を表示').waitFor();
  expect((await group.getByRole('checkbox').all()).length).toBe(9);
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.press('Space');
  await group.getByText('1件を選択中:職員 第120').waitFor();

  await panel.getByLabel('担当者を絞り込む').fill('太郎');
  await group.getByText('130件中2件を表示').waitFor();
  expect(await group.locator('.choice label').allTextContents()).toEqual(['協働 太郎', '職員 第120']);

  await panel.getByRole('searchbox', { name: '名前の一部で絞り込む' }).focus();
  await keys.insertText('花子');
  await panel.getByText('130件中1件を表示').waitFor();
  await keys.press('Tab');
  await keys.press('ArrowDown');
  await expect.poll(() => chosen).toEqual([['U0STAFF120'], 'U0HANAKO']);

  await page.getByLabel('人を絞り込む').focus();
  await keys.insertText('職員第７7');
  await page.locator('.person-switch').getByText('130件中2件を表示').waitFor();
  await page.getByLabel('操作する人').selectOption('職員 第77');
  await page.waitForURL(/person=U0STAFF77/u);
  expect(await page.getByLabel('人を絞り込む').inputValue()).toBe('');
  await page.setViewportSize({ width: 420, height: 800 });
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(420);
});

test('options that only the bot knows are asked for as one types, and taken by key', async () => {
  const chosen: unknown[] = [];
  const sections = ['市民課', '市税課', '文化課'].map((name) => ({ text: words(name), value: name }));
  bot.app.options(/^(lead|rest)$/, ({ ack, payload }) =>
    ack({ options: sections.filter(({ value }) => value.includes(payload.value)) }),
  );
  bot.app.action(/^(lead|rest)$/, async ({ ack, action }) => {
    await ack();
    if (action.type === 'external_select') chosen.push(action.selected_option?.value);
    if (action.type === 'multi_external_select')
      chosen.push(action.selected_options?.map(({ value }) => value));
  });
  const { page } = screen;
  const keys = page.keyboard;
  await show(asking);
  const options = page.locator('[role=option]');
  const lead = page.getByRole('combobox', { name: '主管課' });
  await lead.click();
  await page.getByText('候補は3件です。').waitFor();
  await keys.insertText('市');
  await page.getByText('候補は2件です。').waitFor();
  await keys.press('ArrowDown');
  expect(await options.nth(1).getAttribute('data-active')).toBe('true');
  expect(await axeViolations(page)).toEqual([]);
  await keys.press('Enter');
  await expect.poll(() => chosen).toEqual(['市税課']);
  expect([await lead.inputValue(), await options.count()]).toEqual(['市税課', 0]);

  const rest = page.getByRole('combobox', { name: '関係課' });
  for (const name of ['文', '民']) {
    await rest.fill(name);
    await options.nth(0).click();
  }
  await page.getByRole('button', { name: '文化課を外す' }).click();
  await expect.poll(() => chosen.slice(1)).toEqual([['文化課'], ['文化課', '市民課'], ['市民課']]);
  await rest.fill('ん');
  await page.getByText('当てはまるものはありません。').waitFor();
  await keys.press('Escape');
  await options.first().waitFor({ state: 'detached' });
  expect([await rest.inputValue(), await lead.inputValue()]).toEqual(['', '市税課']);
});
