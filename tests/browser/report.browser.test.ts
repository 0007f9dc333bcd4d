import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { readDocx } from '../support/docx.ts';
import { eachPracticeScreen } from './practice-screen.ts';

/** From `/kyodo-report` to the file, on the practice page by keyboard alone: nothing here clicks. */

const shown = eachPracticeScreen();

test('what is left is read, Word is chosen, the message becomes 作成しました, and the file opens', async () => {
  const { page, tabTo } = shown.screen;
  await page.keyboard.type('/kyodo-report 令和7年度');
  await page.keyboard.press('Enter');
  await page.getByText('形式を選ぶと、協DOボットとのメッセージにファイルが届きます。').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.locator('body').press('Tab');
  await tabTo('ワード(docx)');
  await page.keyboard.press('Enter');
  await page.getByText('令和7年度の第5章(ワード(docx))を作成しました。').waitFor();
  const name = '実施状況報告書_第5章_令和7年度.docx';
  const link = page.getByRole('link', { name });
  await link.waitFor();
  expect(await link.getAttribute('download')).toBe(name);
  await tabTo(`ファイル:${name}`);
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await downloading;
  const { blocks, warnings } = await readDocx(new Uint8Array(await readFile(await download.path())));
  expect(warnings).toEqual([]);
  expect(JSON.stringify(blocks)).toContain('第5章 推進体制の整備等(令和7年度)');
});
