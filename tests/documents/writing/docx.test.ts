import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../../src/documents/writing/docx/write.ts';
import type { DocumentPart } from '../../../src/documents/writing/text-document.ts';
import { readDocx } from '../../support/docx.ts';
import { POINT } from './example.ts';

const written = async (parts: readonly DocumentPart[], title = '題') =>
  readDocx(await writeDocx({ title, running: `${title} 会議体`, parts }));

const PARTS: readonly DocumentPart[] = [
  { kind: 'facts', facts: [{ label: '会議名', lines: ['協働推進本部会議'] }] },
  { kind: 'heading', text: '出席者' },
  { kind: 'lines', lines: ['出席1名', '欠席1名'] },
  {
    kind: 'table',
    caption: '出席者',
    columns: [
      { heading: '職名', share: 40 },
      { heading: '氏名', share: 60 },
    ],
    rows: [
      [['副市長'], ['髙田 一郎', '山﨑 花子']],
      [['総務部長'], []],
    ],
  },
];

test('what is written is read back in order, to the letter', async () => {
  const { blocks, warnings } = await written(PARTS);
  expect({ blocks, warnings }).toEqual({
    blocks: [
      '= 題',
      { heads: [], rows: [['会議名', '協働推進本部会議']] },
      '# 出席者',
      '出席1名',
      '欠席1名',
      {
        heads: [['職名', '氏名']],
        rows: [
          ['副市長', '髙田 一郎\n山﨑 花子'],
          ['総務部長', ''],
        ],
      },
    ],
    warnings: [],
  });
});

test('the page is A4, with its number and what runs at its head', async () => {
  const { part } = await written(PARTS);
  expect(part('word/document.xml')).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"/u);
  expect(part('word/header1.xml')).toContain('>題 会議体<');
  expect(part('word/footer1.xml')).toMatch(/>PAGE<.*> \/ <.*>NUMPAGES</su);
  expect(part('docProps/core.xml')).toContain('<dc:title>題 会議体</dc:title>');
});

test('one font is named throughout, with what stands in for it', async () => {
  const { part } = await written(PARTS);
  const parts = ['document', 'styles', 'header1', 'footer1'].map((name) => part(`word/${name}.xml`)).join('');
  const fonts = [...parts.matchAll(/<w:rFonts ([^>]*)\/>/gu)].flatMap(([, names = '']) =>
    [...names.matchAll(/"([^"]*)"/gu)].map(([, name]) => name),
  );
  expect(new Set(fonts)).toEqual(new Set(['BIZ UDPゴシック']));
  // In a run, a style or a theme another could be named only beside it.
  expect(parts).not.toMatch(/asciiTheme|eastAsiaTheme/u);
  expect(part('word/fontTable.xml')).toMatch(
    /w:name="BIZ UDPゴシック"><w:altName w:val="BIZ UDPGothic,游ゴシック,/u,
  );
});

test('tables have fixed widths that fill the page and no more', async () => {
  const xml = (await written(PARTS)).part('word/document.xml');
  const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gsu) ?? [];
  expect(tables).toHaveLength(2);
  for (const table of tables) {
    const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) => Number(width));
    const sum = columns.reduce((all, width) => all + width, 0);
    expect(table).toContain('<w:tblLayout w:type="fixed"/>');
    expect(sum).toBeLessThanOrEqual(9638);
    expect(sum).toBeGreaterThan(9600);
  }
});

describe('whatever people typed, the file opens', () => {
  test.each<[string, string, string]>([
    ['tags', '<script>alert("&amp;")</script>', '<script>alert("&amp;")</script>'],
    ['the end of a part', ']]></w:t></w:p>', ']]></w:t></w:p>'],
    ['3,000 letters without a gap', 'あa'.repeat(1500), 'あa'.repeat(1500)],
    ['emoji, of several code points too', '🎉👨‍👩‍👧が', '🎉👨‍👩‍👧が'],
    ['an emoji as Slack writes it', '祝 :tada: です', '祝 🎉 です'],
    ['letters of names', '髙﨑𠮷葛󠄀', '髙﨑𠮷葛󠄀'],
    ['controls, halves and turns', 'a\u0000b\u001Bc\uD800d\u202Ee\uFFFFf\u000B', 'abcdef'],
    ['a tab', 'a\tb', 'a b'],
    ['spaces at the ends', '  間  ', '  間  '],
    ['line breaks of every kind', '一\n二\r\n三\r四\u2028五', '一\n二\n三\n四\n五'],
  ])('%s', async (_, typed, read) => {
    const { blocks, warnings } = await written(
      [
        { kind: 'lines', lines: [typed] },
        { kind: 'heading', text: typed },
        { kind: 'facts', facts: [{ label: typed, lines: [typed] }] },
        { kind: 'table', caption: typed, columns: [{ heading: typed, share: 100 }], rows: [[[typed]]] },
      ],
      typed,
    );
    const line = read.replaceAll('\n', ' ');
    expect({ blocks, warnings }).toEqual({
      blocks: [
        `= ${line}`,
        ...read.split('\n'),
        `# ${line}`,
        { heads: [], rows: [[line, read]] },
        { heads: [[line]], rows: [[read]] },
      ],
      warnings: [],
    });
  });
});

describe('a table of contents', () => {
  const contents = async (parts: readonly DocumentPart[]): Promise<string> =>
    (await readDocx(await writeDocx({ title: '題', running: '題', contents: true, parts }))).part(
      'word/document.xml',
    );

  test('has an entry for each heading, of which Word can find the page, and asks nobody when it is opened', async () => {
    const xml = await contents([
      { kind: 'heading', text: '1 本部会議' },
      { kind: 'heading', text: '体制', level: 2 },
    ]);
    expect(xml).toContain('<w:docPartGallery w:val="Table of Contents"/>');
    expect(xml).toContain('TOC \\h \\o &quot;1-3&quot;');
    const entries = [
      ...xml.matchAll(
        /<w:pStyle w:val="(TOC\d)"\/>.*?<w:hyperlink [^>]*w:anchor="(\w+)".*?<w:t [^>]*>([^<]*)</gsu,
      ),
    ].map(([, style, anchor, text]) => ({ style, anchor, text }));
    expect(entries).toEqual([
      // The library counts on from document to document.
      { style: 'TOC1', anchor: expect.stringMatching(/^_Toc\d+$/u), text: '1 本部会議' },
      { style: 'TOC2', anchor: expect.stringMatching(/^_Toc\d+$/u), text: '体制' },
    ]);
    const anchor = entries.at(-1)?.anchor;
    expect(xml).toMatch(new RegExp(`<w:bookmarkStart w:name="${anchor}" [^>]*/><w:r><w:t [^>]*>体制<`, 'u'));
    expect(xml).not.toContain('w:dirty="true"');
  });

  test('stands where there is no heading too, and nowhere unless it is asked for', async () => {
    expect(await contents([])).toContain('Table of Contents');
    expect((await written(PARTS)).part('word/document.xml')).not.toContain('Table of Contents');
    const { part } = await readDocx(
      await writeDocx({ title: '題', running: '題', contents: true, parts: [] }),
    );
    expect(part('word/settings.xml')).not.toContain('updateFields');
  });
});

test('a caption is kept with its table, and a picture fits the page and has its words', async () => {
  const { part } = await written([
    { kind: 'heading', text: '会議' },
    { kind: 'table', caption: '令和5年度', columns: [{ heading: 'No', share: 100 }], rows: [] },
    { kind: 'table', caption: '会議', columns: [{ heading: 'No', share: 100 }], rows: [] },
    { kind: 'picture', png: POINT, words: '参加者数', width: 2000, height: 1000 },
  ]);
  const xml = part('word/document.xml');
  expect(xml.match(/<w:pStyle w:val="Caption"\/>.*?<w:t [^>]*>([^<]*)</gu)).toHaveLength(1);
  expect(xml).toMatch(/<w:pStyle w:val="Caption"\/><\/w:pPr><w:r><w:t [^>]*>令和5年度</u);
  expect(part('word/styles.xml')).toMatch(/w:styleId="Caption".*?<w:keepNext\/>/su);
  expect(xml).toMatch(/descr="参加者数"/u);
  // 170 mm at most, of 360,000 units each 10 mm.
  const [, wide = '', high = ''] = /<wp:extent cx="(\d+)" cy="(\d+)"/u.exec(xml) ?? [];
  expect(Number(wide)).toBeLessThanOrEqual(170 * 36_000);
  expect(Number(wide) / Number(high)).toBeCloseTo(2, 2);
});

test('a short row stands on one page, and one of half a page may be broken', async () => {
  const long = ['案件について'.repeat(10)];
  const { part } = await written([
    {
      kind: 'table',
      caption: '会議',
      columns: [
        { heading: 'No', share: 10 },
        { heading: '案件', share: 90 },
      ],
      rows: [
        [['1'], ['幹事会']],
        [['2'], Array.from({ length: 20 }, (_, index) => `(${index + 1})`)],
        [['3'], long],
        [long, ['3']],
      ],
    },
  ]);
  const rows = part('word/document.xml')
    .split('<w:tr>')
    .slice(-4)
    .map((row) => row.includes('<w:cantSplit/>'));
  expect(rows).toEqual([true, false, true, false]);
});
