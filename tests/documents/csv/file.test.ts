import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { CsvError, type CsvRow, readCsv } from '../../../src/documents/csv/file.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const NAMES = '氏名,備考\n髙橋 﨑子,①～③－―∥\n';
const NAMES_READ = {
  headers: ['氏名', '備考'],
  rows: [{ line: 2, cells: { 氏名: '髙橋 﨑子', 備考: '①～③－―∥' } }],
};

describe('the same words are read', () => {
  test.each([
    ['from UTF-8', utf8(NAMES)],
    ['from UTF-8 with BOM', utf8(`\uFEFF${NAMES}`)],
    ['from CP932 as Excel writes it', iconv.encode(NAMES, 'cp932')],
    ['with CRLF', utf8(NAMES.replaceAll('\n', '\r\n'))],
    ['with CR', utf8(NAMES.replaceAll('\n', '\r'))],
    ['without a last line break', utf8(NAMES.trimEnd())],
    ['with spaces around', utf8(' 氏名 , 備考\n 髙橋 﨑子 ,　①～③－―∥ \n')],
    ['with quotes around', utf8('"氏名","備考"\n"髙橋 﨑子","①～③－―∥"\n')],
    ['with two marks of the encoding', utf8(`\uFEFF\uFEFF${NAMES}`)],
    ['with two marks and quotes', utf8('\uFEFF\uFEFF"氏名","備考"\n"髙橋 﨑子","①～③－―∥"\n')],
    ['with a space within a header', utf8(NAMES.replace('氏名', '氏　名').replace('備考', '備 考'))],
    ['with an invisible letter in a header', utf8(NAMES.replace('氏名', '氏\u200B名'))],
    ['with headers in full width', utf8(NAMES.replace('備考', '備考　'))],
  ])('%s', (_how, bytes) => {
    expect(readCsv(bytes)).toEqual(NAMES_READ);
  });
});

test('the bytes of CP932 for 髙 﨑 ① are those of Excel', () => {
  const bytes = Uint8Array.from([0xfb, 0xfc, 0x2c, 0xed, 0x95, 0x2c, 0x87, 0x40]);
  expect(readCsv(bytes).headers).toEqual(['髙', '﨑', '1']);
});

test('headers in half-width katakana are the same headers', () => {
  expect(readCsv(utf8('ﾒｰﾙ,ｻﾝｶｼｬ\na,b\n')).headers).toEqual(['メール', 'サンカシャ']);
});

describe('a row is known by the line on which it begins', () => {
  test.each<[string, string, readonly CsvRow[]]>([
    [
      'empty lines are left out but counted',
      'a,b\n\n1,2\n,\n\n3,4\n',
      [
        { line: 3, cells: { a: '1', b: '2' } },
        { line: 6, cells: { a: '3', b: '4' } },
      ],
    ],
    [
      'line breaks within quotes',
      'a,b\n"1\n1","2\n\n2"\n3,4\n',
      [
        { line: 2, cells: { a: '1\n1', b: '2\n\n2' } },
        { line: 6, cells: { a: '3', b: '4' } },
      ],
    ],
    [
      'CRLF within quotes is one line break',
      'a,b\r\n"1\r\n1",2\r\n3,4\r\n',
      [
        { line: 2, cells: { a: '1\n1', b: '2' } },
        { line: 4, cells: { a: '3', b: '4' } },
      ],
    ],
    [
      'LF within quotes in a file of CRLF',
      'a,b\r\n"1\n1",2\r\n3,4\r\n',
      [
        { line: 2, cells: { a: '1\n1', b: '2' } },
        { line: 4, cells: { a: '3', b: '4' } },
      ],
    ],
    ['a line break in a header', '"a\n",b\n1,2\n', [{ line: 3, cells: { a: '1', b: '2' } }]],
    ['cells that are missing are empty', 'a,b\n1\n', [{ line: 2, cells: { a: '1', b: '' } }]],
    ['quotes and commas within quotes', 'a,b\n"1,""1""",2\n', [{ line: 2, cells: { a: '1,"1"', b: '2' } }]],
    ['headers alone', 'a,b\n', []],
  ])('%s', (_what, text, rows) => {
    expect(readCsv(utf8(text))).toEqual({ headers: ['a', 'b'], rows });
  });
});

test('an empty file has neither headers nor rows', () => {
  expect(readCsv(utf8(''))).toEqual({ headers: [], rows: [] });
});

test('what stands beyond the last header is kept, and empty cells there are nothing', () => {
  expect(readCsv(utf8('a,b\n1,2,\n3,4,5,6\n'))).toEqual({
    headers: ['a', 'b'],
    rows: [
      { line: 2, cells: { a: '1', b: '2' } },
      { line: 3, cells: { a: '3', b: '4', '': '56' } },
    ],
  });
});

test('what stands below an empty header is kept, however many there are', () => {
  expect(readCsv(utf8('a,,b,,\n1,再任,2,,\n3,,4,,5\n')).rows).toEqual([
    { line: 2, cells: { a: '1', b: '2', '': '再任' } },
    { line: 3, cells: { a: '3', b: '4', '': '5' } },
  ]);
});

const brokenAt = (text: string): number => {
  try {
    readCsv(utf8(text));
  } catch (error) {
    if (error instanceof CsvError) return error.line;
    throw error;
  }
  throw new Error('It was read.');
};

describe('what can’t be read as a table names the line on which the bad row begins', () => {
  test.each([
    ['a quote that is not closed', 3, 'a,b\n1,2\n3,"4\n5,6\n7,8\n'],
    ['a quote in the middle of a cell', 2, 'a,b\n1,2"3"\n4,5\n'],
    ['something after a closing quote', 3, 'a,b\n1,2\n3,"4"5\n'],
    ['a quote that is not closed in the headers', 1, '"a,b\n1,2\n'],
  ])('%s', (_what, line, text) => {
    expect(brokenAt(text)).toBe(line);
  });
});
