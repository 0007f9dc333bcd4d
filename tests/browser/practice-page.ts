import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Locator, Page, Response } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = join(root, 'src/sandbox/page');

/** Where the built page is. */
export const PAGE_DIRECTORY = join(sources, 'dist');

const changedAt = async (file: string): Promise<number> => {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return 0;
  }
};

/** Whether there is a build newer than every source of the page. */
const isBuilt = async (): Promise<boolean> => {
  const names = (await readdir(sources, { withFileTypes: true })).filter((each) => each.isFile());
  const changes = await Promise.all(names.map(({ name }) => changedAt(join(sources, name))));
  return (await changedAt(join(PAGE_DIRECTORY, 'index.html'))) > Math.max(...changes);
};

/**
 * Builds the practice page where that has not been done since its last change. A build gets its place only when it is
 * complete, so that test files starting together never meet half a page.
 */
export const buildPage = async (): Promise<void> => {
  if (await isBuilt()) return;
  const fresh = await mkdtemp(join(root, 'node_modules/.page-'));
  await promisify(execFile)('npx', ['vite', 'build', '--outDir', fresh], { cwd: root });
  // Another test file may have put its own build of the same sources there meanwhile.
  if (!(await isBuilt())) {
    await rm(PAGE_DIRECTORY, { recursive: true, force: true });
    await rename(fresh, PAGE_DIRECTORY).catch(() => undefined);
  }
  await rm(fresh, { recursive: true, force: true });
};

/** The page as one person sees it, and what went wrong in it so far. */
export type Screen = {
  readonly page: Page;
  readonly dialog: Locator;
  /** Errors and warnings of the console, errors nobody caught, and requests to anywhere but this machine. */
  readonly complaints: readonly string[];
  /** Sends a message or a command through the box to type in. */
  readonly say: (text: string) => Promise<void>;
  /** The messages of the channel on screen; waits until there are `count`. */
  readonly messages: (count: number) => Promise<readonly Locator[]>;
  /** Tab until the focus is in the field, or at the button, of that name; the name is the label of a group, too. */
  readonly tabTo: (name: string) => Promise<void>;
  /** Where the focus is: the name of the field, or the words on the button. */
  readonly focused: () => Promise<string>;
};

const nameOfFocused = `(() => {
  const focused = document.activeElement;
  const group = focused.closest('fieldset.field')?.querySelector('legend > span')?.textContent;
  return group ?? focused.labels?.[0]?.textContent ?? focused.textContent;
})()`;

/** More than any form has stops for Tab. */
const mostTabs = 40;

/** Opens the page at `url` as `person`, 1280 by 800 unless told. Its browser ends it. */
export const openScreen = async (
  browser: Browser,
  url: string,
  person: string,
  viewport = { width: 1280, height: 800 },
): Promise<Screen> => {
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (said) => {
    if (said.type() === 'error' || said.type() === 'warning') complaints.push(said.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  context.on('request', (request) => {
    const to = new URL(request.url());
    if (to.protocol !== 'data:' && to.hostname !== '127.0.0.1')
      complaints.push(`request to ${request.url()}`);
  });
  await page.goto(`${url}/?person=${person}`);
  const box = page.getByLabel('メッセージやコマンドを入力');
  await box.waitFor();
  const focused = (): Promise<string> => page.evaluate<string>(nameOfFocused);
  return {
    page,
    dialog: page.getByRole('dialog'),
    complaints,
    say: async (text) => {
      await box.fill(text);
      await box.press('Enter');
    },
    messages: async (count) => {
      const all = page.locator('li.message');
      await all.nth(count - 1).waitFor();
      return all.all();
    },
    tabTo: async (name) => {
      for (let tabs = 0; tabs < mostTabs; tabs += 1) {
        await page.keyboard.press('Tab');
        if ((await focused()) === name) return;
      }
      throw new Error(`Tab never came to 「${name}」`);
    },
    focused,
  };
};

/** What a message says, piece by piece: heading, texts, small print, buttons. */
export const piecesOf = (message: Locator | undefined): Promise<readonly string[]> =>
  message?.locator('.block-header, .text, .actions button').allTextContents() ?? Promise.resolve([]);

/** The next `count` answers of the server to submitted forms. */
export const submissions = ({ page }: Screen, count: number): Promise<readonly Response[]> =>
  new Promise((resolve) => {
    const answers: Response[] = [];
    const keep = (answer: Response): void => {
      if (!answer.url().endsWith('/sandbox/submit')) return;
      answers.push(answer);
      if (answers.length < count) return;
      page.off('response', keep);
      resolve(answers);
    };
    page.on('response', keep);
  });
