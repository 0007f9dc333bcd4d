import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newsletterArchive } from '../../src/documents/newsletter/archive.ts';
import { anArticle, anIssue, OPTIONS, png } from '../support/archived.ts';
import { axeViolations } from '../support/axe.ts';
import { workerChromium } from '../support/chromium.ts';

const photo = (name: string) => ({ fileName: `photos/${name}.png`, text: `写真の説明 ${name}` });
const ISSUES = [
  anIssue({
    articles: [
      anArticle({ photo: photo('wide'), correctedAt: new Date('2026-11-27T09:00:00+09:00') }),
      anArticle({
        id: '00000000-0000-4000-8000-000000000002',
        title: '長'.repeat(60),
        body: 'https://example.jp/'.padEnd(300, 'x'),
        photo: photo('narrow'),
      }),
    ],
  }),
  anIssue({
    id: '00000000-0000-4000-8000-0000000000ab',
    title: 'きょうどう通信 協DO 令和8年度第1号',
    slug: '2026-01',
    publishedAt: new Date('2026-10-26T10:00:00+09:00'),
  }),
];

/** What of the browser's elements is measured here. */
type Sized = { readonly naturalWidth: number; readonly clientWidth: number; readonly scrollWidth: number };

/** The browser's reader of XML, as far as it is used here. */
type Parser = {
  readonly parseFromString: (
    text: string,
    type: string,
  ) => { readonly getElementsByTagName: (name: string) => ArrayLike<{ readonly tagName: string }> };
};

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await workerChromium();
  folder = await mkdtemp(path.join(tmpdir(), 'kyodo-archive-'));
  await mkdir(path.join(folder, 'photos'));
  for (const file of newsletterArchive(ISSUES, OPTIONS))
    await writeFile(path.join(folder, file.path), file.text);
  await writeFile(path.join(folder, 'photos/wide.png'), png(1600, 400));
  await writeFile(path.join(folder, 'photos/narrow.png'), png(90, 90));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const open = async (
  name: string,
  width: number,
  options: { readonly javaScriptEnabled?: boolean; readonly colorScheme?: 'light' | 'dark' } = {},
): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path.join(folder, name)).href);
  return page;
};

const PAGES = ['index.html', '2026-02.html', '2026-01.html'];

test.each(
  PAGES.flatMap((name) =>
    [320, 1280].flatMap((width) =>
      (['light', 'dark'] as const).map((scheme) => [name, width, scheme] as const),
    ),
  ),
)('%s at %i pixels, %s: axe finds nothing', async (name, width, colorScheme) => {
  const page = await open(name, width, { colorScheme });
  expect(await axeViolations(page)).toEqual([]);
  await page.context().close();
});

test('without scripts everything is read, and on the width of a telephone nothing has to be moved sideways', async () => {
  for (const name of PAGES) {
    const page = await open(name, 320, { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    // The browser still measures where the page's own scripts may not run.
    const html = page.locator('html');
    expect(await html.evaluate((element) => (element as unknown as Sized).scrollWidth)).toBe(320);
    await page.context().close();
  }
});

test.each([320, 1280])(
  'photos of both widths are there at %i pixels, with their words, and fit',
  async (width) => {
    const page = await open('2026-02.html', width, { javaScriptEnabled: false });
    const sizes = await Promise.all(
      ['wide', 'narrow'].map((name) =>
        page.getByAltText(`写真の説明 ${name}`).evaluate((element) => {
          const { naturalWidth, clientWidth } = element as unknown as Sized;
          return { naturalWidth, clientWidth };
        }),
      ),
    );
    expect(sizes.map(({ naturalWidth }) => naturalWidth)).toEqual([1600, 90]);
    expect(sizes[0]?.clientWidth).toBeLessThan(width);
    expect(sizes[1]?.clientWidth).toBe(90);
    await page.context().close();
  },
);

test('on paper there is no navigation, the paper is white, and links say their addresses once', async () => {
  const page = await open('2026-02.html', 1280, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByText('本文へ移動').isVisible()).toBe(false);
  const colors = await page.locator('body').evaluate((element) => {
    const { getComputedStyle } = globalThis as unknown as {
      getComputedStyle: (of: unknown) => { readonly color: string; readonly backgroundColor: string };
    };
    const { color, backgroundColor } = getComputedStyle(element);
    return [color, backgroundColor];
  });
  expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  for (const link of await page.locator('main a').all())
    expect((await link.innerText()).split((await link.getAttribute('href')) ?? ' ')).toHaveLength(2);
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.context().close();
});

test('the pages take nothing from elsewhere, and what was typed does not run', async () => {
  const typed = '"><img src="http://127.0.0.1/x" onerror="window.typed=1"><script>window.typed=1</script>';
  const issue = anIssue({
    title: typed,
    greeting: typed,
    articles: [anArticle({ title: typed, body: typed })],
  });
  for (const { path: name, text } of newsletterArchive([issue], OPTIONS))
    if (name.endsWith('.html')) await writeFile(path.join(folder, `typed-${name}`), text);
  const page = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const name of ['typed-index.html', 'typed-2026-02.html']) {
    await page.goto(pathToFileURL(path.join(folder, name)).href);
    expect(await page.evaluate(() => 'typed' in globalThis)).toBe(false);
    expect(await page.locator('img, script').count()).toBe(0);
  }
  expect(await page.title()).toBe(typed);
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
  await page.context().close();
});

test('a feed is XML, whatever was typed', async () => {
  const pieces = [
    '<b>',
    '</content>',
    ']]>',
    '<!--',
    '<?xml',
    '&',
    '&nbsp;',
    '"',
    "'",
    '\u0000',
    '\uD800',
    '\uFFFF',
  ];
  const typed = fc.string({ unit: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })) });
  const feeds = fc.sample(typed, { numRuns: 100, seed: 1 }).map((each) => {
    const issue = anIssue({ title: each, greeting: each, articles: [anArticle({ body: each, link: each })] });
    const options = { ...OPTIONS, contact: each };
    return newsletterArchive([issue], options).find(({ path: name }) => name === 'feed.xml')?.text ?? '';
  });
  const page = await (await browser.newContext()).newPage();
  const read = await page.evaluate((texts) => {
    const { DOMParser } = globalThis as unknown as { DOMParser: new () => Parser };
    const parser = new DOMParser();
    return texts.map((text) =>
      Array.from(
        parser.parseFromString(text, 'application/xml').getElementsByTagName('*'),
        ({ tagName }) => tagName,
      ).join(' '),
    );
  }, feeds);
  const entry = 'entry id title link published updated content';
  expect(new Set(read)).toEqual(new Set([`feed id title updated author name link ${entry}`]));
  await page.context().close();
});

test('from page to page by their links', async () => {
  const page = await open('index.html', 1280);
  await page.getByRole('link', { name: 'きょうどう通信 協DO 令和8年度第2号' }).click();
  await page.getByRole('link', { name: '前の号:きょうどう通信 協DO 令和8年度第1号' }).click();
  await page.getByRole('link', { name: 'バックナンバーの一覧' }).click();
  expect(await page.title()).toBe('きょうどう通信 協DO バックナンバー');
  await page.context().close();
});
