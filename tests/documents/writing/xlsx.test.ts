import { describe, expect, test } from 'vitest';
import type { RowDays, TablePart, TextDocument } from '../../../src/documents/writing/text-document.ts';
import { writeDocument } from '../../../src/documents/writing/write.ts';
import { sheetNames } from '../../../src/documents/writing/xlsx/sheet-names.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { type ReadXlsx, readXlsx } from '../../support/read-xlsx.ts';
import { EXAMPLE } from './example.ts';

const written = async (document: TextDocument): Promise<ReadXlsx> =>
  readXlsx(await writeDocument(document, 'xlsx'));

const table = (rows: TablePart['rows'], days?: readonly RowDays[]): TablePart => ({
  kind: 'table',
  caption: '会議',
  columns: [{ heading: '案件', share: 100 }],
  rows,
  ...(days === undefined ? {} : { days }),
});
const of = (...parts: TextDocument['parts']): TextDocument => ({ title: '題', running: '題', parts });

test('本文 first, a sheet for each table with its real days, and what only a spreadsheet has behind', async () => {
  const { sheets } = await written(EXAMPLE);
  expect(sheets).toEqual([
    {
      name: '協働推進本部会議',
      rows: [
        ['No', '日付', '案件', '開始日', '終了日'],
        ['1', '令和5年8月10日(木)', '(1)年間スケジュールについて\n(2)その他', '2023-08-10', '2023-08-10'],
        ['2', '令和5年12月8日(金)', '', '2023-12-08', ''],
      ],
    },
    {
      name: '職員研修',
      rows: [
        ['内容', '参加者'],
        ['【新規採用職員研修】', '88人'],
        ['【全職員研修】', '1,234人'],
      ],
    },
    {
      name: '根拠',
      rows: [
        ['数', '記録'],
        ['88人', '令和5年9月1日 新規採用職員研修'],
      ],
    },
  ]);
});

test('headings stay above their rows and on every printed page, which has its number', async () => {
  const { part } = await written(EXAMPLE);
  const sheet = part('xl/worksheets/sheet2.xml');
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" state="frozen"');
  expect(sheet).toContain('<oddHeader>&amp;R第5章 推進体制の整備等(令和5年度)</oddHeader>');
  expect(sheet).toContain('<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>');
  expect(sheet).toMatch(/<pageSetup paperSize="9" [^>]*fitToWidth="1" fitToHeight="0"/u);
  const book = part('xl/workbook.xml');
  for (const [index, name] of ['協働推進本部会議', '職員研修', '根拠'].entries())
    expect(book).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index + 1}">'${name}'!$1:$1</definedName>`,
    );
  expect(part('xl/worksheets/sheet1.xml')).toMatch(
    /<hyperlink ref="B7" location="[^"]*協働推進本部会議[^"]*!A1"/u,
  );
});

test('every letter is of the one font', async () => {
  const { part } = await written(EXAMPLE);
  const fonts = [...part('xl/styles.xml').matchAll(/<font>.*?<\/font>/gsu)];
  expect(fonts.length).toBeGreaterThan(3);
  for (const [font] of fonts) {
    expect(font).toContain('<name val="BIZ UDPゴシック"/>');
    expect(font).toContain('<charset val="128"/>');
  }
});

describe('whatever it begins with, what was typed is text', () => {
  test.each([
    '=1+1',
    '=cmd|" /C calc"!A0',
    '+81',
    '-1',
    '@SUM(1)',
    '\t=1',
    '0012',
    '1.5',
    '88％',
    '2023/8/10',
    '12:30',
    'TRUE',
    '1e5',
    '９',
    '#N/A',
  ])('%j', async (typed) => {
    const { part, sheets } = await written(of(table([[[typed]]])));
    expect(sheets[0]?.rows[1]).toEqual([typed.replace('\t', ' ')]);
    const [, style = '', content = ''] =
      /<c r="A2" t="s" s="(\d+)">(.*?)<\/c>/u.exec(part('xl/worksheets/sheet2.xml')) ?? [];
    expect(content).toMatch(/^<v>\d+<\/v>$/u);
    // Text also after it was edited in Excel.
    const [, ...styles] = part('xl/styles.xml').split('<cellXfs')[1]?.split('<xf ') ?? [];
    const [, format = ''] = /numFmtId="(\d+)"/u.exec(styles[Number(style)] ?? '') ?? [];
    expect(part('xl/styles.xml')).toContain(`<numFmt numFmtId="${format}" formatCode="@"/>`);
  });
});

test.each([
  ['112', '112', '0'],
  ['0', '0', '0'],
  ['88人', '88', '0&quot;人&quot;'],
  ['1,234名', '1234', '#,##0&quot;名&quot;'],
])('%s can be summed and sorted, and is seen as it was written', async (typed, number, format) => {
  const { part, sheets } = await written(of(table([[[typed]]])));
  expect(sheets[0]?.rows[1]).toEqual([typed]);
  expect(part('xl/worksheets/sheet2.xml')).toMatch(
    new RegExp(`<c r="A2" s="\\d+"><v>${number}</v></c>`, 'u'),
  );
  expect(part('xl/styles.xml')).toContain(`formatCode="${format}"`);
});

test.each([
  ['2023-08-10', 45148],
  ['2024-02-29', 45351],
  ['2019-05-01', 43586],
  ['1989-01-08', 32516],
  ['1900-03-01', 61],
])('%s is the day that Excel counts as %i, without a time', async (day, serial) => {
  const { part, sheets } = await written(of(table([[['a']]], [{ first: localDate(day), last: null }])));
  expect(part('xl/worksheets/sheet2.xml')).toMatch(
    new RegExp(`<c r="B2" s="\\d+"><v>${serial}</v></c>`, 'u'),
  );
  expect(sheets[0]?.rows[1]).toEqual(['a', day, '']);
});

test.each<[string, readonly string[], readonly string[]]>([
  ['as they are', ['体制', '会議'], ['体制', '会議']],
  ['numbered where they are alike', ['会議', '会議', '会議'], ['会議', '会議(2)', '会議(3)']],
  [
    'alike in another case or width',
    ['Ab', 'aB', 'ＡＢ', 'ァ', 'ぁ'],
    ['Ab', 'aB(2)', 'ＡＢ(3)', 'ァ', 'ぁ(2)'],
  ],
  ['not as one that has its number', ['会議', '会議(2)', '会議'], ['会議', '会議(2)', '会議(3)']],
  ['not as 本文, nor as Excel’s own', ['本文', 'history'], ['本文(2)', 'history(2)']],
  ['without what Excel forbids', ["'a[1]:*?/\\b'", ':'], ['a 1 b', '表']],
  ['with a name at all', ['', '  ', '\n'], ['表', '表(2)', '表(3)']],
  [
    'at most 31 letters, none in halves',
    ['長'.repeat(40), `${'長'.repeat(30)}👨‍👩‍👧`, '長'.repeat(31)],
    ['長'.repeat(31), '長'.repeat(30), `${'長'.repeat(28)}(2)`],
  ],
])('sheets are called %s', (_, captions, names) => {
  expect(sheetNames(captions, ['本文'])).toEqual(names);
});

describe('nothing is cut', () => {
  test('60 案件 are one cell, in as many rows as show them', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `(${index + 1})${'案'.repeat(50)}`);
    const { part, sheets } = await written(
      of({ ...table([[lines], [['次']]]), columns: [{ heading: '案件', share: 60 }] }),
    );
    expect(sheets[0]?.rows).toEqual([['案件'], [lines.join('\n')], ['次']]);
    expect(part('xl/worksheets/sheet2.xml')).toContain('<mergeCell ref="A2:A6"/>');
  });

  const numbered = (lines: readonly string[]): TablePart => ({
    ...table([[['1'], lines]]),
    columns: [
      { heading: 'No', share: 10 },
      { heading: '案件', share: 90 },
    ],
  });

  test('what is longer than Excel can hold in a cell goes on in the next', async () => {
    const lines = Array.from({ length: 20 }, (_, index) => `${index}${'案'.repeat(2000)}`);
    const { part, sheets } = await written(of(numbered(lines)));
    expect(sheets[0]?.rows).toEqual([
      ['No', '案件'],
      ['1', lines.join('\n')],
    ]);
    const texts = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>(.*?)<\/t>/gsu)];
    const longest = Math.max(...texts.map(([, text = '']) => text.length));
    expect(longest).toBeLessThan(32_767);
    expect(longest).toBeGreaterThan(30_000);
  });

  test('so do 300 lines', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => String(index));
    const { part, sheets } = await written(of(numbered(lines)));
    expect(sheets[0]?.rows[1]).toEqual(['1', lines.join('\n')]);
    const texts = [...part('xl/sharedStrings.xml').matchAll(/<t[^>]*>(.*?)<\/t>/gsu)];
    expect(Math.max(...texts.map(([, text = '']) => text.split('\n').length))).toBe(250);
  });
});

test('words at the head of a page begin no code there and stay below 255 letters', async () => {
  const { part } = await written({ ...of(), running: '&24&P'.repeat(100) });
  const [, head = ''] = /<oddHeader>(.*?)<\/oddHeader>/u.exec(part('xl/worksheets/sheet1.xml')) ?? [];
  const plain = head.replaceAll('&amp;', '&');
  expect(plain.startsWith('&R&&24&&P&&24')).toBe(true);
  expect(plain.length).toBeLessThan(255);
});
