import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newsletterArchive } from '../../src/documents/newsletter/archive.ts';
import { anArticle, anIssue, OPTIONS, png } from '../support/archived.ts';
import { openChromium } from '../support/chromium.ts';

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

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await openChromium();
  folder = await mkdtemp(path.join(tmpdir(), 'kyodo-archive-'));
  await mkdir(path.join(folder, 'photos'));
  for (const file of newsletterArchive(ISSUES, OPTIONS))
    await writeFile(path.join(folder, file.path), file.text);
  await writeFile(path.join(folder, 'photos/wide.png'), png(1600, 400));
  await writeFile(path.join(folder, 'photos/narrow.png'), png(90, 90));
});
afterAll(async () => {
  await browser.close();
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
  await page.addScriptTag({ content: axe.source });
  const violations = await page.evaluate(async () => {
    const { axe: found } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await found.run()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
  expect(violations).toEqual([]);
  await page.context().close();
});

test('without scripts everything is read, and on the width of a telephone nothing has to be moved sideways', async () => {
  for (const name of PAGES) {
    const page = await open(name, 320, { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    const body = await page.locator('html').boundingBox();
    expect(body?.width).toBeLessThanOrEqual(320);
    for (const element of await page.locator('main *').all()) {
      const box = await element.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    }
    await page.context().close();
  }
});

test('photos of both widths are there, with their words, and fit', async () => {
  for (const width of [320, 1280]) {
    const page = await open('2026-02.html', width);
    const wide = page.getByAltText('写真の説明 wide');
    const narrow = page.getByAltText('写真の説明 narrow');
    const sizes = await Promise.all(
      [wide, narrow].map((image) =>
        image.evaluate((element) => [
          (element as unknown as { naturalWidth: number }).naturalWidth,
          element.clientWidth,
        ]),
      ),
    );
    expect(sizes.map(([natural]) => natural)).toEqual([1600, 90]);
    expect(sizes[0]?.[1]).toBeLessThan(width);
    expect(sizes[1]?.[1]).toBe(90);
    await page.context().close();
  }
});

test('on paper there is no navigation, and links have their addresses', async () => {
  const page = await open('2026-02.html', 1280);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  const after = await page
    .getByRole('link', { name: /くわしく/u })
    .first()
    .evaluate((element) => {
      const window = globalThis as unknown as {
        getComputedStyle: (of: unknown, pseudo: string) => { readonly content: string };
      };
      return window.getComputedStyle(element, '::after').content;
    });
  expect(after).toContain('https://example.jp/park');
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
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
