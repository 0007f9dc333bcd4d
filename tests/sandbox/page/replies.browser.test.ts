import { expect, test } from 'vitest';
import { axeViolations } from '../../support/axe.ts';
import { CHANNEL, eachChannelPage, HANAKO, TARO } from './channel-page.ts';

const opened = eachChannelPage();

test('a thread is begun from the menu of a message, and a reply stands in it for the others', async () => {
  const { slack, screen, post } = opened();
  const { page, focused, tabTo } = screen;
  const ts = await post({ text: '会場はどこですか' });
  await page.getByLabel('全庁のメッセージ').focus();
  await tabTo('その他の操作');
  await page.keyboard.press('Enter');
  await tabTo('スレッドで返信');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('その他の操作');
  await tabTo('スレッド');
  await page.keyboard.press('Tab');
  await page.keyboard.type('市民会館です');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('(2階)');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '1件の返信' }).waitFor();
  expect(slack.thread(CHANNEL, ts).map(({ author, text }) => [author, text])).toEqual([
    [HANAKO, '市民会館です\n(2階)'],
  ]);
  await page.keyboard.type('/tiny-list');
  await page.keyboard.press('Enter');
  await page.getByText('スレッドでは /tiny-list を使えません。').waitFor();
  expect(await page.getByLabel('スレッドに返信').inputValue()).toBe('/tiny-list');
});

test('reactions are added and taken back by key, and counted for everybody', async () => {
  const { slack, bot, screen, post } = opened();
  const { page, tabTo } = screen;
  const ts = await post({ text: '植樹をしました' });
  const [message] = slack.messages(CHANNEL);
  if (message === undefined) throw new Error('nothing was posted');
  slack.person(TARO).react(message, '+1');
  const chip = page.getByRole('button', { name: 'いいね 1件' });
  await chip.waitFor();
  expect(await chip.getAttribute('aria-pressed')).toBe('false');
  await page.getByLabel('全庁のメッセージ').focus();
  await tabTo('その他の操作');
  await page.keyboard.press('Enter');
  await tabTo('リアクションを付ける');
  await page.keyboard.press('Enter');
  const choice = page.getByRole('group', { name: 'リアクションを選ぶ' });
  await choice.getByRole('button', { name: '確認しました' }).press('Enter');
  await page.getByRole('button', { name: '確認しました 1件', pressed: true }).waitFor();
  await chip.press('Enter');
  await page.getByRole('button', { name: 'いいね 2件', pressed: true }).press('Enter');
  await page.getByRole('button', { name: 'いいね 1件', pressed: false }).waitFor();
  const { client } = bot.app;
  const read = await client.conversations.history({ token: slack.botToken, channel: CHANNEL });
  expect(read.messages?.map(({ ts: of, reactions }) => [of, reactions])).toEqual([
    [
      ts,
      [
        { name: '+1', users: [TARO], count: 1 },
        { name: 'white_check_mark', users: [HANAKO], count: 1 },
      ],
    ],
  ]);
});

test('with a thread, reactions and a menu open, axe finds nothing on the width of a telephone, and nothing moves sideways', async () => {
  const { slack, screen, post } = opened();
  const { page } = screen;
  await page.setViewportSize({ width: 360, height: 740 });
  const ts = await post({ text: '植樹をしました'.repeat(20) });
  await post({ text: 'ありがとうございました', thread_ts: ts });
  const [message] = slack.messages(CHANNEL);
  if (message === undefined) throw new Error('nothing was posted');
  for (const name of ['+1', 'tada', 'seedling']) slack.person(TARO).react(message, name);
  await page.getByRole('button', { name: 'seedling 1件' }).waitFor();
  await page.getByRole('button', { name: '1件の返信' }).click();
  await page.getByText('その他の操作').first().click();
  await page.getByRole('button', { name: 'リアクションを付ける' }).click();
  await page.getByText('その他の操作').first().click();
  await page.getByLabel('メッセージやコマンドを入力').fill('/');
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect({ colorScheme, found: await axeViolations(page) }).toEqual({ colorScheme, found: [] });
  }
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
});

test('whoever has something new is marked in the list of people, until they have looked at it', async () => {
  const { slack, bot, screen, post } = opened();
  const { page } = screen;
  const people = page.getByLabel('操作する人');
  const labels = (): Promise<readonly string[]> => people.locator('option').allTextContents();
  await post({ text: '全員へ' });
  await bot.app.client.chat.postMessage({ token: slack.botToken, channel: TARO, text: '太郎さんへ' });
  await expect.poll(labels).toEqual(['事務局 花子', '協働 太郎(新着2件)']);
  await people.selectOption(TARO);
  await page.getByRole('button', { name: '協DOボット 新着1件' }).waitFor();
  await expect.poll(labels).toEqual(['事務局 花子', '協働 太郎']);
  await page.getByRole('button', { name: '協DOボット 新着1件' }).click();
  await page.getByText('太郎さんへ').waitFor();
  await people.selectOption(HANAKO);
  await expect.poll(labels).toEqual(['事務局 花子', '協働 太郎']);
});
