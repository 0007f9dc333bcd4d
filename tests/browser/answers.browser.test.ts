import { expect, test } from 'vitest';
import { eachPracticeScreen } from './practice-screen.ts';

const shown = eachPracticeScreen();

/** Whether the beginning of the newest message is in sight, and how many messages there are. */
const newest = (): Promise<{ readonly count: number; readonly begins: boolean }> =>
  shown.screen.page.getByRole('log').evaluate((log) => {
    const [all, frame] = [log.querySelectorAll('li.message'), log.getBoundingClientRect()];
    const top = all[all.length - 1]?.getBoundingClientRect().top ?? -1;
    return { count: all.length, begins: frame.top <= top && top < frame.bottom };
  });

test('the answer to one’s own command comes into sight from its beginning, wherever one reads', async () => {
  const { page, say } = shown.screen;
  await page.setViewportSize({ width: 1280, height: 500 });
  await say('/kyodo ヘルプ');
  await expect.poll(newest).toEqual({ count: 1, begins: true });
  await say('/kyodo ヘルプ');
  await expect.poll(newest).toEqual({ count: 2, begins: true });
  await page.getByRole('log').evaluate((log) => log.scrollTo({ top: 0 }));
  await say('/kyodo-meeting 一覧');
  await expect.poll(newest).toEqual({ count: 3, begins: true });
});

test('what others bring does not take away what one reads', async () => {
  const { page, say } = shown.screen;
  await page.setViewportSize({ width: 1280, height: 500 });
  await say('/kyodo ヘルプ');
  await expect.poll(newest).toEqual({ count: 1, begins: true });
  const read = (): Promise<number> => page.getByRole('log').evaluate((log) => log.scrollTop);
  const before = await read();
  await shown.practice.secretary.command('/kyodo-meeting', '一覧');
  await page.getByRole('button', { name: '新しいメッセージを表示' }).waitFor();
  expect(await read()).toBe(before);
});
