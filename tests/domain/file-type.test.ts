import { expect, test } from 'vitest';
import { cleanFileName, fileTypeOf } from '../../src/domain/file-type.ts';

const BEGINNINGS = { pdf: [0x25, 0x50, 0x44, 0x46], jpg: [0xff, 0xd8], jpeg: [0xff, 0xd8] } as const;

test.each([
  ['both agree', '報告.pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
  ['the ending is in capitals', '報告.PDF', [0x25, 0x50, 0x44, 0x46], 'pdf'],
  ['one type has two endings', '写真.jpeg', [0xff, 0xd8, 0xff], 'jpeg'],
  ['the bytes are another’s', '写真.jpg', [0x25, 0x50, 0x44, 0x46], undefined],
  ['the file is shorter than the beginning', '報告.pdf', [0x25, 0x50], undefined],
  ['the file is empty', '報告.pdf', [], undefined],
  ['the ending is of no known type', '報告.exe', [0x25, 0x50, 0x44, 0x46], undefined],
  ['the name is the ending without a dot', 'pdf', [0x25, 0x50, 0x44, 0x46], undefined],
])('when %s', (_case, name, bytes, expected) => {
  expect(fileTypeOf({ name, bytes: Uint8Array.from(bytes) }, BEGINNINGS)).toBe(expected);
});

test.each([
  ['公園\u0000の写真.png', '公園の写真.png'],
  ['\u001b[31m赤\r\n.pdf', '[31m赤.pdf'],
  ['写真\u202egnp.exe', '写真gnp.exe'],
  ['半\ud83d分\ude00.xlsx', '半分.xlsx'],
  [' 名簿 (2)👨‍👩‍👧.csv ', '名簿 (2)👨‍👩‍👧.csv'],
])('the file %j is called %j', (name, clean) => {
  expect(cleanFileName(name)).toBe(clean);
});
