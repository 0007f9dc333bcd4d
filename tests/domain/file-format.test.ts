import { expect, test } from 'vitest';
import { readFileFormat } from '../../src/domain/file-format.ts';

test.each([
  ['md', 'md'],
  ['MD', 'md'],
  ['html', 'html'],
  ['ウェブ', 'html'],
  ['docx', 'docx'],
  ['.docx', 'docx'],
  ['ＤＯＣＸ', 'docx'],
  ['ワード', 'docx'],
  ['ﾜｰﾄﾞ', 'docx'],
  ['xlsx', 'xlsx'],
  ['エクセル', 'xlsx'],
  [' ｴｸｾﾙ　', 'xlsx'],
  ['', undefined],
  ['pdf', undefined],
  ['ワード文書', undefined],
  ['constructor', undefined],
])('%j names the format %s', (word, format) => {
  expect(readFileFormat(word)).toBe(format);
});
