import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { TextDocument } from '../../src/documents/writing/text-document.ts';
import { writeDocument } from '../../src/documents/writing/write.ts';
import { EXAMPLE } from '../documents/writing/example.ts';
import { HOSTILE, saying } from '../documents/writing/hostile.ts';
import { axeViolations } from '../support/axe.ts';
import { workerChromium } from '../support/chromium.ts';

/** A table of six columns, and one of two names. */
const WIDE: TextDocument = {
  ...EXAMPLE,
  parts: [
    ...EXAMPLE.parts,
    {
      kind: 'table',
      caption: '長い表',
      columns: ['甲', '乙', '丙', '丁', '戊', '己'].map((heading) => ({ heading, share: 16 })),
      rows: Array.from({ length: 60 }, () =>
        Array.from({ length: 6 }, () => ['協働推進本部会議の年間スケジュール']),
      ),
    },
    ...EXAMPLE.parts,
  ],
};

let browser: Browser;
beforeAll(async () => {
  browser = await workerChromium();
});

const open = async (
  document: TextDocument,
  width: number,
  options: { readonly javaScriptEnabled?: boolean; readonly colorScheme?: 'light' | 'dark' } = {},
): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...options });
  const page = await context.newPage();
  await page.setContent(new TextDecoder().decode(await writeDocument(document, 'html')));
  return page;
};

const scrolled = (page: Page): Promise<number> =>
  page.locator('html').evaluate((html) => (html as unknown as { readonly scrollWidth: number }).scrollWidth);

test.each(
  [320, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => [width, scheme] as const)),
)('a page at %i pixels, %s: axe finds nothing', async (width, colorScheme) => {
  const page = await open(WIDE, width, { colorScheme });
  expect(await axeViolations(page)).toEqual([]);
  await page.context().close();
});

test('on the width of a telephone the page is not moved sideways; a wide table is, within its frame, by keys too', async () => {
  const page = await open(WIDE, 320, { javaScriptEnabled: false });
  expect(await scrolled(page)).toBe(320);
  const frame = page.getByRole('group', { name: '長い表' });
  await frame.focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() =>
      frame.evaluate((element) => (element as unknown as { readonly scrollLeft: number }).scrollLeft),
    )
    .toBeGreaterThan(0);
  await page.context().close();
});

test('its headings are found by the list of them, and its tables by their captions', async () => {
  const page = await open(EXAMPLE, 1280);
  await page.getByRole('navigation', { name: '目次' }).getByRole('link', { name: 'お問合せ' }).click();
  expect(page.url()).toMatch(/#p\d+$/u);
  expect(
    await page.getByRole('table', { name: '協働推進本部会議' }).getByRole('columnheader').allInnerTexts(),
  ).toEqual(['No', '日付', '案件']);
  // Its caption is heard, though the heading over it says the same.
  expect(await page.getByRole('table', { name: '職員研修' }).count()).toBe(1);
  expect(await page.getByRole('img', { name: '3年間の参加者数' }).count()).toBe(1);
  await page.context().close();
});

test.each(Object.entries(HOSTILE))('%s neither runs nor makes the page wider', async (_, typed) => {
  const asked: string[] = [];
  const page = await open(saying(typed), 320);
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await page.setContent(new TextDecoder().decode(await writeDocument(saying(typed), 'html')));
  expect(await page.evaluate(() => 'typed' in globalThis)).toBe(false);
  expect(await page.locator('main :is(img, script, i)').count()).toBe(0);
  expect(await scrolled(page)).toBe(320);
  expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
  await page.context().close();
});

test('on paper it is white, and the headings of a table are on every page', async () => {
  const page = await open(WIDE, 1280, { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const style = (what: string, property: string): Promise<string> =>
    page
      .locator(what)
      .first()
      .evaluate(
        (element, name) =>
          (
            globalThis as unknown as {
              getComputedStyle: (of: unknown) => { getPropertyValue: (name: string) => string };
            }
          )
            .getComputedStyle(element)
            .getPropertyValue(name),
        property,
      );
  expect(await style('body', 'background-color')).toBe('rgb(255, 255, 255)');
  expect(await style('thead', 'display')).toBe('table-header-group');
  expect(await style('.frame', 'overflow-x')).toBe('visible');
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.context().close();
});
