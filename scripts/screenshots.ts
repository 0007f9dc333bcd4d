import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBotProcess } from '../tests/support/bot-process.ts';
import { openChromium } from '../tests/support/chromium.ts';

/** Takes the README's picture of the practice workspace, as `npm start` opens it on an empty disk: the secretariat's form over the list. */

const FILE = fileURLToPath(new URL('../docs/practice-workspace.jpg', import.meta.url));
/** A README is opened on slow lines, too; in bytes. */
const MOST = 150_000;

const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-picture-'));
const practice = startBotProcess({ PORT: '0', DATA_DIR: directory });
const browser = await openChromium();
const page = await browser.newPage({ viewport: { width: 1120, height: 700 }, locale: 'ja-JP' });
await page.goto(`${await practice.url}/?person=U0JIMU1`);
const box = page.getByLabel('メッセージやコマンドを入力');
await box.fill('/kyodo-meeting 一覧 令和5年度');
await box.press('Enter');
await page.getByText('令和5年8月10日まで').first().waitFor();
await box.fill('/kyodo-');
await page.getByRole('listbox').waitFor();
await page.screenshot({ path: FILE, type: 'jpeg', quality: 72 });
await browser.close();
practice.signal('SIGTERM');
await practice.ended;
rmSync(directory, { recursive: true, force: true });

const { size } = statSync(FILE);
process.stdout.write(`${FILE}: ${size} bytes\n`);
if (size > MOST) throw new Error(`the picture is larger than ${MOST} bytes`);
