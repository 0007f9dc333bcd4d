import type { KnownBlock, RichTextBlock, RichTextElement, SlackFile } from '@slack/types';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { png } from '../../support/archived.ts';
import { CHANNEL, eachChannelPage, HANAKO } from './channel-page.ts';

const opened = eachChannelPage();

test('a thread is opened and closed by key, and follows what is written in it', async () => {
  const { slack, bot, screen, post } = opened();
  const { page } = screen;
  const head = await post({ text: 'きょうどう通信' });
  await post({ text: '記事の一', thread_ts: head });
  const replied = await post({ text: '記事の二', thread_ts: head });
  const thread = page.getByRole('button', { name: '2件の返信' });
  await thread.waitFor();
  const said = (): Promise<readonly string[]> => page.locator('li.message .text').allTextContents();
  expect([await said(), await thread.getAttribute('aria-expanded')]).toEqual([['きょうどう通信'], 'false']);

  await thread.focus();
  await page.keyboard.press('Enter');
  await page.getByText('記事の二').waitFor();
  expect([await said(), await thread.getAttribute('aria-expanded')]).toEqual([
    ['きょうどう通信', '記事の一', '記事の二'],
    'true',
  ]);
  await bot.app.client.chat.update({
    token: slack.botToken,
    channel: CHANNEL,
    ts: replied,
    text: '記事の二(訂正)',
  });
  await page.getByText('記事の二(訂正)').waitFor();
  await post({ text: '記事の三', thread_ts: head });
  await page.getByText('記事の三').waitFor();

  await page.keyboard.press('Space');
  await page.getByText('記事の一').waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: '3件の返信' }).getAttribute('aria-expanded')).toBe('false');
});

test('what a person writes in a channel stands there as it was typed, and its menu goes by key', async () => {
  const { bot, screen } = opened();
  const { page, dialog, say } = screen;
  const messages: unknown[] = [];
  bot.app.shortcut({ type: 'message_action', callback_id: 'article' }, async ({ ack, client, shortcut }) => {
    await ack();
    messages.push([shortcut.user.id, shortcut.message.user, shortcut.message.text]);
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: {
        type: 'modal',
        title: { type: 'plain_text', text: '記事を書く' },
        blocks: [{ type: 'divider' }],
      },
    });
  });
  await say('<b>清掃</b> & 植樹 https://example.jp/a');
  const [message] = await screen.messages(1);
  expect(await message?.locator('.byline strong').textContent()).toBe('事務局 花子');
  expect(await message?.locator('.text').textContent()).toBe('<b>清掃</b> & 植樹 https://example.jp/a');
  expect(await message?.getByRole('link').getAttribute('href')).toBe('https://example.jp/a');

  await page.getByLabel('全庁のメッセージ').focus();
  await screen.tabTo('https://example.jp/a');
  await screen.tabTo('その他の操作');
  await page.keyboard.press('Enter');
  await screen.tabTo('協DOの記事にする');
  await page.keyboard.press('Escape');
  expect([await screen.focused(), await page.getByRole('button', { name: '別のこと' }).count()]).toEqual([
    'その他の操作',
    0,
  ]);
  await page.keyboard.press('Enter');
  await screen.tabTo('協DOの記事にする');
  await page.keyboard.press('Enter');
  await dialog.getByRole('heading', { name: '記事を書く' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await screen.focused()).toBe('その他の操作');
  const kept = '&lt;b&gt;清掃&lt;/b&gt; &amp; 植樹 <https://example.jp/a>';
  expect(messages).toEqual([[HANAKO, HANAKO, kept]]);
});

test('pictures, links, lists and emoji of a message are drawn', async () => {
  const { slack, screen, post } = opened();
  const { page } = screen;
  const file = slack.upload(slack.bot.userId, {
    name: '公園.png',
    content: png(160, 40),
  });
  const link: RichTextElement = { type: 'link', url: 'https://example.jp/park', text: '公園' };
  const elements: RichTextBlock['elements'] = [
    { type: 'rich_text_section', elements: [link, { type: 'emoji', name: 'clap' }] },
    {
      type: 'rich_text_list',
      style: 'bullet',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '植樹' }] }],
    },
  ];
  const image = (file: SlackFile, words: string): KnownBlock => ({
    type: 'image',
    slack_file: file,
    alt_text: words,
  });
  await post({
    text: '号',
    blocks: [
      { type: 'rich_text', elements },
      image({ id: String(file.id) }, '写真の一'),
      image({ url: String(file.url_private) }, '写真の二'),
    ],
  });
  await screen.messages(1);
  expect(await page.getByRole('link', { name: '公園' }).getAttribute('href')).toBe('https://example.jp/park');
  expect(await page.locator('.message ul li').allTextContents()).toEqual(['植樹']);
  expect(await page.getByText('👏').count()).toBe(1);
  for (const words of ['写真の一', '写真の二']) {
    const picture = page.getByAltText(words);
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        picture.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth),
      )
      .toBe(160);
  }
});

test('a moment in Japan and channels are filled in a form, wherever the browser stands', async () => {
  const { browser, slack, bot } = opened();
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'America/New_York' });
  const page = await context.newPage();
  const dialog = page.getByRole('dialog');
  await page.goto(`${slack.url}/?person=${HANAKO}`);
  const values: unknown[] = [];
  bot.app.view('issue', async ({ ack, view }) => {
    values.push(view.state.values);
    await ack();
  });
  const label = (text: string) => ({ type: 'plain_text', text }) as const;
  await bot.app.client.views.open({
    token: slack.botToken,
    trigger_id: slack.trigger(HANAKO),
    view: {
      type: 'modal',
      callback_id: 'issue',
      title: label('号を発行'),
      submit: label('発行する'),
      blocks: [
        {
          type: 'input',
          block_id: 'at',
          label: label('発行日時'),
          element: { type: 'datetimepicker', action_id: 'at', initial_date_time: 1_795_654_800 },
        },
        {
          type: 'input',
          block_id: 'to',
          label: label('投稿先'),
          element: { type: 'multi_channels_select', action_id: 'to', initial_channels: [CHANNEL] },
        },
      ],
    },
  });
  const moment: Locator = dialog.getByLabel('発行日時');
  expect([await moment.getAttribute('type'), await moment.inputValue()]).toEqual([
    'datetime-local',
    '2026-11-26T10:00',
  ]);
  await moment.fill('');
  await dialog.getByRole('button', { name: '発行する' }).click();
  await dialog.getByText('この項目は必須です。').waitFor();
  await moment.fill('2026-12-01T00:30');
  const channels = dialog.getByRole('group', { name: '投稿先' });
  expect(await channels.getByLabel('#全庁').isChecked()).toBe(true);
  await channels.getByLabel('#福祉').focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: '発行する' }).click();
  await dialog.waitFor({ state: 'detached' });
  const chosen = Date.parse('2026-12-01T00:30:00+09:00') / 1000;
  expect(values).toEqual([
    {
      at: { at: { type: 'datetimepicker', selected_date_time: chosen } },
      to: { to: { type: 'multi_channels_select', selected_channels: [CHANNEL, 'C0WELFARE'] } },
    },
  ]);
  await context.close();
});
