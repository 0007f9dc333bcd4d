import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startBotProcess } from '../tests/support/bot-process.ts';
import { openChromium } from '../tests/support/chromium.ts';

/**
 * Takes the README's picture of the practice workspace, as `npm start` opens it on an empty disk: the secretariat's form over the
 * list. With a directory after `--`, pictures of Home go there as well, to be looked at: of each role, 1280 and 375 pixels
 * wide, light and dark.
 */

const FILE = fileURLToPath(new URL('../docs/practice-workspace.jpg', import.meta.url));
/** A README is opened on slow lines, too; in bytes. */
const MOST = 150_000;

const takeReadmePicture = async (browser: Browser, url: string): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP' });
  await page.goto(`${url}/?person=U0JIMU1`);
  const box = page.getByLabel('メッセージやコマンドを入力');
  await box.fill('/kyodo-meeting 一覧 令和5年度');
  await box.press('Enter');
  await page.getByText('令和5年8月10日まで').first().waitFor();
  await box.fill('/kyodo-');
  await page.getByRole('listbox').waitFor();
  await page.screenshot({ path: FILE, type: 'jpeg', quality: 72 });
};

/** One of each role, by the name of the file. */
const ROLES = {
  secretariat: 'U0JIMU1',
  chief: 'U0KYOIKU1',
  promoter: 'U0P107',
  staff: 'U0KAIKEI1',
  guest: 'U0GUEST1',
} as const;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 375, height: 700 },
];

const takeHomePictures = async (browser: Browser, url: string, directory: string): Promise<void> => {
  mkdirSync(directory, { recursive: true });
  for (const [role, person] of Object.entries(ROLES))
    for (const viewport of SIZES)
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport, colorScheme, locale: 'ja-JP' });
        // What the bot shows once it has heard that Home was opened.
        const heard = page.waitForResponse((answer) => answer.url().endsWith('/sandbox/home'));
        await page.goto(`${url}/?person=${person}&tab=home`);
        await heard;
        await page.locator('.home .text').first().waitFor();
        const file = path.join(directory, `home-${role}-${viewport.width}-${colorScheme}.png`);
        await page.screenshot({ path: file });
        await page.close();
        process.stdout.write(`${file}\n`);
      }
};

const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-picture-'));
const practice = startBotProcess({ PORT: '0', DATA_DIR: directory });
const url = await practice.url;
const browser = await openChromium();
await takeReadmePicture(browser, url);
const [homes] = process.argv.slice(2);
if (homes !== undefined) await takeHomePictures(browser, url, homes);
await browser.close();
practice.signal('SIGTERM');
await practice.ended;
rmSync(directory, { recursive: true, force: true });

const { size } = statSync(FILE);
process.stdout.write(`${FILE}: ${size} bytes\n`);
if (size > MOST) throw new Error(`the picture is larger than ${MOST} bytes`);
