import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../src/documents/csv/file.ts';
import { MOST_ROWS, type TableProblem } from '../../../src/domain/csv-file.ts';
import { tableSentence } from '../../../src/texts/csv.ts';

const TEXT = '氏名,部局,備考\n髙橋 﨑子,市民部,あ\n';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const problemOf = (bytes: Uint8Array): TableProblem['kind'] | 'read' => {
  const table = readTable(bytes);
  return table.ok ? 'read' : table.error.kind;
};

/** 「氏名」 and 「部局」 in ISO-2022-JP, with either way to turn to Japanese. */
const jis = (turn: string): Uint8Array =>
  Buffer.from(`\u001B${turn}\u0024\u0022\u001B(B,\u001B${turn}It\u001B(B\r\n1,2\r\n`, 'latin1');

describe('a file in another form is called what it is', () => {
  test.each<[string, Uint8Array, TableProblem['kind'], string]>([
    [
      'UTF-16, as Excel’s Unicodeテキスト',
      iconv.encode(TEXT, 'utf-16le', { addBOM: true }),
      'utf16',
      'UTF-16',
    ],
    ['UTF-16 the other way round', iconv.encode(TEXT, 'utf-16be', { addBOM: true }), 'utf16', 'UTF-16'],
    ['UTF-16 without its mark', iconv.encode(TEXT, 'utf-16le', { addBOM: false }), 'utf16', 'UTF-16'],
    ['EUC-JP', iconv.encode(TEXT.replace(/髙橋 﨑子/u, '青空 そら'), 'euc-jp'), 'euc', 'EUC'],
    ['JIS of 1983', jis('$B'), 'jis', 'JIS'],
    ['JIS of 1978', jis('$@'), 'jis', 'JIS'],
    ['an xlsx', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000', 'latin1'), 'xlsx', 'xlsx'],
    ['an xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'old-excel', 'パスワード'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'not-text', 'CSVではない'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'not-text', 'CSVではない'],
    ['cells between tabs', utf8(TEXT.replaceAll(',', '\t')), 'tab', 'タブ'],
    ['cells between semicolons', utf8(`\uFEFF${TEXT.replaceAll(',', ';')}`), 'semicolon', '「;」'],
    ['nothing', new Uint8Array(), 'empty', '取り込む行がありません'],
  ])('%s', (_what, bytes, kind, said) => {
    const table = readTable(bytes);
    expect(table.ok ? undefined : table.error.kind).toBe(kind);
    expect(table.ok ? '' : tableSentence(table.error)).toContain(said);
  });
});

describe('a file of ours is never taken for another', () => {
  test.each([
    ['UTF-8', utf8(TEXT)],
    ['CP932', iconv.encode(TEXT, 'cp932')],
    ['CP932 of kanji alone', iconv.encode('氏名,部局,課\n高橋,消防局,予防課\n', 'cp932')],
    ['semicolons within a cell', utf8('氏名,備考\n青空,甲;乙\n')],
    ['one column', utf8('氏名\n青空 そら\n')],
    ['a NUL in one cell', utf8('氏名,備考\n青空 そら,遅刻\u0000あり\n')],
  ])('%s', (_what, bytes) => {
    expect(problemOf(bytes)).toBe('read');
  });

  const letters = fc
    .integer({ min: 0x3041, max: 0x9fa0 })
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => iconv.decode(iconv.encode(letter, 'cp932'), 'cp932') === letter);
  test('whatever is written in CP932 below our headers', () => {
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (typed) => {
        expect(problemOf(iconv.encode(`氏名,部局\n${typed.join('')},甲\n`, 'cp932'))).toBe('read');
      }),
    );
  });
});

test('a file of UTF-8 with one broken byte is still read as UTF-8, with the letter lost where it was', () => {
  const bytes = Buffer.concat([utf8('氏名,備考\n'), Uint8Array.of(0xe9), utf8('橋 花子,あ\n')]);
  const table = readTable(bytes);
  expect(table.ok && table.value).toEqual({
    headers: ['氏名', '備考'],
    rows: [{ line: 2, cells: { 氏名: '\uFFFD橋 花子', 備考: 'あ' } }],
  });
});

test('as many rows are read as are said, and not one more', () => {
  const rows = (count: number) => utf8(`氏名\n${'甲\n'.repeat(count)}`);
  const most = readTable(rows(MOST_ROWS));
  expect(most.ok && most.value.rows.length).toBe(MOST_ROWS);
  const more = readTable(rows(MOST_ROWS + 1));
  expect(more.ok ? '' : tableSentence(more.error)).toBe(
    '一度に取り込めるのは20,000行までです。ファイルを分けてください。',
  );
});
