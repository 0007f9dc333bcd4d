import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { newsletterArchive } from '../../src/documents/newsletter/archive.ts';
import type { ArchivedIssue } from '../../src/documents/newsletter/archived.ts';
import { anArticle, anIssue, OPTIONS } from '../support/archived.ts';

const HOSTILE = '<script>alert(1)</script> & "引用" \'一重\' </p></article> javascript:alert(1) \u0000\uD800';

const FIRST = anIssue({
  id: '00000000-0000-4000-8000-0000000000ab',
  title: 'きょうどう通信 協DO 令和7年度第1号',
  slug: '2025-01',
  fiscalYear: 2025,
  publishedAt: new Date('2025-12-01T10:00:00+09:00'),
});
const FULL = anIssue({
  greeting: HOSTILE,
  articles: [
    anArticle({ title: HOSTILE, body: HOSTILE, correctedAt: new Date('2026-11-27T09:00:00+09:00') }),
    anArticle({
      id: '00000000-0000-4000-8000-000000000002',
      photo: { fileName: 'photos/a.png', text: '公園で植樹する市民と職員' },
      link: 'javascript:alert(1)',
    }),
  ],
  parts: [{ title: '今後の予定', lines: [HOSTILE] }],
});

const fileOf = (issues: readonly ArchivedIssue[], path: string): string =>
  newsletterArchive(issues, OPTIONS).find((file) => file.path === path)?.text ?? '';

const validator = new HtmlValidate({
  extends: [
    'html-validate:recommended',
    'html-validate:standard',
    'html-validate:a11y',
    'html-validate:document',
  ],
  // Its style stands beside it: nothing is fetched from elsewhere.
  rules: { 'require-sri': ['error', { target: 'crossorigin' }] },
});

test.each([
  ['nothing', []],
  ['one issue', [FIRST]],
  ['two, with all that may be typed', [FIRST, FULL]],
])('the pages of %s are HTML by the standard’s rules', async (_, issues) => {
  const files = newsletterArchive(issues, OPTIONS).filter(({ path }) => path.endsWith('.html'));
  for (const { path, text } of files) {
    const { results } = await validator.validateString(text, path);
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => [path, line, ruleId, message]),
      ),
    ).toEqual([]);
  }
  expect(files.length).toBe(issues.length + 1);
});

describe('what was typed', () => {
  test('brings no tag, no script and no link that is not http', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const issue = anIssue({
          title: typed,
          greeting: typed,
          articles: [anArticle({ title: typed, body: typed, link: typed, category: typed })],
          parts: [{ title: typed, lines: [typed] }],
        });
        const html = fileOf([issue], '2026-02.html');
        const tags = new Set(
          [...html.matchAll(/<\/?([a-z0-9!]+)/giu)].map(([, name = '']) => name.toLowerCase()),
        );
        for (const name of ['script', 'img', 'iframe', 'style']) expect(tags).not.toContain(name);
        for (const [, href = ''] of html.matchAll(/href="([^"]*)"/gu))
          expect(href).toMatch(/^(?:https?:|#main|[\w.-]+$)/u);
      }),
    );
  });

  test('keeps its lines and paragraphs, and addresses are links', () => {
    const html = fileOf([anIssue()], '2026-02.html');
    expect(html).toContain('<p>はじめに<br>\n続きの行</p>');
    expect(html).toContain('<a href="https://example.jp/a?b=1&amp;c=2">https://example.jp/a?b=1&amp;c=2</a>');
    expect(fileOf([FULL], '2026-02.html')).not.toContain('href="javascript');
  });

  test('a correction is said with its day, on the page, in the mail and in the feed', () => {
    const words = '訂正:令和8年11月27日(金)に内容を訂正しました。';
    expect(fileOf([FULL], '2026-02.html')).toContain(`<time datetime="2026-11-27">${words}</time>`);
    expect(fileOf([FULL], '2026-02.txt')).toContain(words);
    expect(fileOf([FULL], 'feed.xml')).toContain('<updated>2026-11-27T00:00:00.000Z</updated>');
  });
});

test('the index lists the newest first by fiscal year, and issues lead to their neighbours', () => {
  const index = fileOf([FIRST, FULL], 'index.html');
  expect(
    [...index.matchAll(/<h2>([^<]*)<\/h2>|href="(20[^"]*)"/gu)].map(([, year, page]) => year ?? page),
  ).toEqual(['令和8年度の号', '2026-02.html', '令和7年度の号', '2025-01.html']);
  expect(fileOf([FIRST, FULL], '2025-01.html')).toContain(
    'rel="next">次の号:きょうどう通信 協DO 令和8年度第2号',
  );
  expect(fileOf([FIRST, FULL], '2026-02.html')).toContain(
    'rel="prev">前の号:きょうどう通信 協DO 令和7年度第1号',
  );
});

describe('the text for mail', () => {
  const columns = (line: string): number =>
    [...line].reduce((sum, letter) => sum + (/^[\u0020-\u007E\uFF61-\uFF9F]$/u.test(letter) ? 1 : 2), 0);

  test('has CRLF and lines of at most 70 columns, but for an address', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('あ', 'a', ' ', '漢', '1', '\n'), maxLength: 300 }),
        (body) => {
          const text = fileOf([anIssue({ articles: [anArticle({ body })] })], '2026-02.txt');
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
          for (const line of text.split('\r\n')) expect(columns(line)).toBeLessThanOrEqual(70);
        },
      ),
    );
  });

  test('says all that the page says', () => {
    const text = fileOf([FULL], '2026-02.txt');
    for (const said of [
      '令和8年11月26日(木)発行',
      '分類:好事例',
      '写真:公園で植樹する市民と職員',
      '問合せ:コミュニティ政策課 内線0000',
    ])
      expect(text).toContain(said);
  });
});

test('the feed has one entry for each issue, with an id of its own that stays', () => {
  const feed = fileOf([FIRST, FULL], 'feed.xml');
  expect([...feed.matchAll(/<id>([^<]*)<\/id>/gu)].map(([, id]) => id)).toEqual([
    'tag:kyodo-bot.invalid,2026:T0CITY:newsletter',
    `tag:kyodo-bot.invalid,2026:T0CITY:${FULL.id}`,
    `tag:kyodo-bot.invalid,2026:T0CITY:${FIRST.id}`,
  ]);
  expect(fileOf([], 'feed.xml')).toContain('<updated>2026-11-27T00:00:00.000Z</updated>');
});
