import { expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { eachPracticeScreen } from './practice-screen.ts';

const shown = eachPracticeScreen();

test('the wire is opened by key, shows a command with its answer, and is left by Esc', async () => {
  const { page, say, dialog, tabTo, focused } = shown.screen;
  await tabTo('通信を見る');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: '通信を見る' });
  await say('/kyodo-meeting 一覧');
  const line = panel.getByRole('button', { name: '/kyodo-meeting 一覧' });
  await line.waitFor();
  expect(await line.textContent()).toMatch(/Slack → ボット \/kyodo-meeting 一覧 成功 \d+ミリ秒$/u);
  await line.press('Enter');
  await panel.getByRole('region', { name: '要求' }).getByText('"command": "/kyodo-meeting"').waitFor();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect({ colorScheme, found: await axeViolations(page) }).toEqual({ colorScheme, found: [] });
  }
  await page.setViewportSize({ width: 390, height: 740 });
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
  await line.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect([await focused(), await dialog.count()]).toEqual(['通信を見る', 0]);
});

test('once 練習の道具 are told to, the Block Kit of a message, a form and Home is shown as JSON, with what the rules say', async () => {
  const { page, say, dialog, messages } = shown.screen;
  const inspect = async (): Promise<void> => {
    const block = page.getByRole('dialog', { name: 'Block Kit' });
    await block.getByText('Slackの決まりに合っています。').waitFor();
    expect(await block.getByRole('region', { name: 'JSON' }).textContent()).toContain('"blocks": [');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await block.waitFor({ state: 'detached' });
  };
  await say('/kyodo-meeting 一覧');
  const [list] = await messages(1);
  await say('/kyodo-meeting');
  await dialog.getByRole('button', { name: '閉じる' }).press('Enter');
  expect(await page.getByText('Block Kitを見る').filter({ visible: true }).count()).toBe(0);
  await page.getByText('練習の道具').click();
  await page.getByLabel('Block Kitを見る').check();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByText('練習の道具').click();
  await list?.getByText('その他の操作').press('Enter');
  await list?.getByRole('button', { name: 'Block Kitを見る' }).press('Enter');
  await inspect();
  await say('/kyodo-meeting');
  await dialog.getByLabel('場所').fill('庁議室');
  await dialog.getByRole('button', { name: 'Block Kitを見る' }).press('Enter');
  await inspect();
  expect(await dialog.getByLabel('場所').inputValue()).toBe('庁議室');
  await dialog.getByRole('button', { name: '閉じる' }).press('Enter');
  await page.getByRole('tab', { name: 'ホーム' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: 'Block Kitを見る' }).press('Enter');
  await inspect();
});

test('only what went wrong is listed on demand, and a fault is one of those', async () => {
  const { page, say } = shown.screen;
  await page.getByRole('button', { name: '通信を見る' }).click();
  const panel = page.getByRole('complementary', { name: '通信を見る' });
  await panel.getByLabel('問題のあるものだけ').check();
  shown.practice.slack.faults.next('views.open', { rateLimited: 1 });
  await say('/kyodo-meeting');
  const line = panel.getByRole('button', { name: 'views.open' });
  await line.waitFor();
  expect(await line.textContent()).toMatch(/ボット → Slack views\.open 拒否:ratelimited/u);
  expect(await panel.getByRole('button', { name: '/kyodo-meeting' }).count()).toBe(0);
});
