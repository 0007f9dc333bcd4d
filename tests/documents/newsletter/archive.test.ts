import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { newsletterArchive } from '../../../src/documents/newsletter/archive.ts';
import type { ArchivedIssue } from '../../../src/documents/newsletter/archived.ts';
import { anArticle, anIssue, OPTIONS } from '../../support/archived.ts';

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
      byline: '福祉課',
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

/** Whatever somebody might type to get out of the place it is printed in, and any other letters. */
const ANYTHING = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<script>',
        '</p>',
        '</article>',
        '<img src=x onerror=alert(1)>',
        '<!--',
        ']]>',
        '&lt;\u202E',
      ),
      fc.constantFrom('"', "'", '&', '>', '\n', '\r', 'https://', 'javascript:alert(1)', '\u0000', '\uD800'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

/** An issue that has the same text in all its places. */
const saying = (typed: string): ArchivedIssue =>
  anIssue({
    title: typed,
    greeting: typed,
    articles: [
      anArticle({
        title: typed,
        body: typed,
        link: `x${typed}`,
        category: typed,
        photo: { fileName: 'photos/a.png', text: typed },
      }),
    ],
    parts: [{ title: typed, lines: [typed] }],
  });

/** The tags of a page or feed without what their attributes say, and without those that paragraphs are made of. */
const tagsOf = (markup: string): readonly string[] =>
  (markup.match(/<[^>]*>?/gu) ?? [])
    .filter((tag) => !/^(?:<\/?p>|<br>|<\/a>|<a href="https?:[^"]*">)$/u.test(tag))
    .map((tag) => tag.replaceAll(/="[^"]*"/gu, ''));

describe('what was typed', () => {
  const plain = newsletterArchive([saying('x')], OPTIONS);

  test('brings no tag and no attribute, on no page and not in the feed', () => {
    fc.assert(
      fc.property(ANYTHING, (typed) => {
        for (const [index, { path, text }] of newsletterArchive([saying(typed)], OPTIONS).entries())
          if (!path.endsWith('.txt')) expect(tagsOf(text)).toEqual(tagsOf(plain[index]?.text ?? ''));
      }),
    );
  });

  test('brings no link that is not http', () => {
    fc.assert(
      fc.property(ANYTHING, (link) => {
        const html = fileOf([anIssue({ greeting: link, articles: [anArticle({ link })] })], '2026-02.html');
        for (const [, href = ''] of html.matchAll(/href="([^"]*)"/gu))
          expect(href).toMatch(/^(?:https?:\/\/|#main$|[\w-]+\.(?:html|css|xml)$)/u);
      }),
    );
    const html = fileOf([FULL], '2026-02.html');
    expect(html).not.toContain('href="javascript');
    expect(html).toContain('<p>くわしく:javascript:alert(1)</p>');
  });

  test.each([
    ['https://example.jp/aをご覧ください', 'https://example.jp/a', 'をご覧ください'],
    ['(https://example.jp/a)まで', 'https://example.jp/a', ')まで'],
    ['https://example.jp/a_(b)。', 'https://example.jp/a_(b)', '。'],
    ['http://example.jp/?q=%E5%8D%94#c, d', 'http://example.jp/?q=%E5%8D%94#c', ', d'],
    ['「https://example.jp」', 'https://example.jp', '」'],
  ])('the address in %s ends where it ends', (body, url, rest) => {
    const html = fileOf([anIssue({ articles: [anArticle({ body })] })], '2026-02.html');
    expect(html).toContain(`<a href="${url}">${url}</a>${rest}`);
  });

  test('keeps its lines and paragraphs, and addresses are links', () => {
    const html = fileOf([anIssue()], '2026-02.html');
    expect(html).toContain('<p>はじめに<br>\n続きの行</p>');
    expect(html).toContain('<a href="https://example.jp/a?b=1&amp;c=2">https://example.jp/a?b=1&amp;c=2</a>');
  });

  test('a correction is said with its day, on the page, in the mail and in the feed', () => {
    const words = '訂正:令和8年11月27日(金)に内容を訂正しました。';
    expect(fileOf([FULL], '2026-02.html')).toContain(`<time datetime="2026-11-27">${words}</time>`);
    expect(fileOf([FULL], '2026-02.txt')).toContain(words);
    expect(fileOf([FULL], 'feed.xml')).toContain(words);
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
          for (const line of text.split('\r\n')) expect(columns(line)).toBeLessThanOrEqual(70);
        },
      ),
    );
  });

  test('has no other line breaks and no letter that a mail may not hold', () => {
    fc.assert(
      fc.property(ANYTHING, (typed) => {
        const text = fileOf([saying(typed)], '2026-02.txt');
        expect(text.replaceAll('\r\n', '')).not.toMatch(/(?!\t)\p{Cc}|[\u2028\u2029\u202E\p{Surrogate}]/u);
        expect(text.endsWith('\r\n問合せ:コミュニティ政策課 内線0000\r\n')).toBe(true);
      }),
    );
  });

  test('breaks no address, no word and no number', () => {
    const long = `https://example.jp/${'長い'.repeat(30)}`;
    const body = `${'あ'.repeat(34)}1,234人 kyodo@example.jp ${'い'.repeat(28)}https://example.jp/${'x'.repeat(80)}です`;
    const lines = fileOf([anIssue({ articles: [anArticle({ body, link: long })] })], '2026-02.txt').split(
      '\r\n',
    );
    for (const line of [
      'あ'.repeat(34),
      `1,234人 kyodo@example.jp ${'い'.repeat(22)}`,
      `https://example.jp/${'x'.repeat(80)}`,
      'です',
      'くわしく:',
      long,
    ])
      expect(lines).toContain(line);
  });

  test('says all that the page says', () => {
    expect(fileOf([FULL], '2026-02.html')).toContain('分類:好事例 福祉課');
    const text = fileOf([FULL], '2026-02.txt');
    for (const said of [
      '令和8年11月26日(木)発行',
      '分類:好事例 福祉課',
      '写真:公園で植樹する市民と職員',
      '問合せ:コミュニティ政策課 内線0000',
    ])
      expect(text).toContain(said);
  });
});

test('the feed says of an article what the page says, and where there is more', () => {
  const issue = anIssue({
    articles: [
      anArticle({ byline: '福祉課', photo: { fileName: 'photos/a.png', text: '公園で植樹する市民と職員' } }),
    ],
  });
  const feed = fileOf([issue], 'feed.xml');
  for (const said of [
    '&lt;p&gt;分類:好事例 福祉課&lt;/p&gt;',
    '&lt;p&gt;はじめに&lt;br&gt;\n続きの行&lt;/p&gt;',
    '&lt;a href=&quot;https://example.jp/park&quot;&gt;',
    '写真:公園で植樹する市民と職員',
    '&lt;li&gt;令和8年11月2日 協働推進本部会議(年間の予定)&lt;/li&gt;',
  ])
    expect(feed).toContain(said);
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
