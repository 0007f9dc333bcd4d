import iconv from 'iconv-lite';
import type { TableFormat } from '../../domain/csv-file.ts';

const startsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, index) => bytes[index] === byte);

/** What files begin with that are no text. */
const BEGINNINGS: readonly (readonly [format: TableFormat, beginning: readonly number[]])[] = [
  ['utf16', [0xff, 0xfe]],
  ['utf16', [0xfe, 0xff]],
  ['xlsx', [0x50, 0x4b, 0x03, 0x04]],
  // xls, and an xlsx with a password, which is wrapped in the older form.
  ['old-excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['not-text', [0x25, 0x50, 0x44, 0x46]],
  ['not-text', [0x89, 0x50, 0x4e, 0x47]],
  ['not-text', [0xff, 0xd8, 0xff]],
  ['not-text', [0x1f, 0x8b]],
];

const SAMPLE_BYTES = 1000;
/** UTF-16 of Japanese without its mark still has a NUL beside every comma, digit and line break. */
const MOST_NULS = 0.05;

const isMostlyNul = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  return sample.filter((byte) => byte === 0).length > sample.length * MOST_NULS;
};

const decodes = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** ESC $ B and its like, with which ISO-2022-JP turns to Japanese. */
const TURNS_TO_JIS = ['\u001B$B', '\u001B$@', '\u001B$(D'];

/**
 * What a file is that is no UTF-8 or CP932 text, or undefined. Exact, not a guess: EUC-JP has no byte of 0x80 to 0x9F but
 * 8E and 8F, and CP932 has one in every kana and in half of its kanji, so that no header of ours can be both.
 */
export const otherFormatOf = (bytes: Uint8Array): TableFormat | undefined => {
  const known = BEGINNINGS.find(([, beginning]) => startsWith(bytes, beginning));
  if (known !== undefined) return known[0];
  if (isMostlyNul(bytes)) return 'utf16';
  if (decodes(bytes, 'utf-8'))
    return TURNS_TO_JIS.some((turn) => Buffer.from(bytes).includes(turn)) ? 'jis' : undefined;
  return decodes(bytes, 'euc-jp') ? 'euc' : undefined;
};

const LINE_FEED = 0x0a;

/** Whether a file was meant as UTF-8 though not every byte of it is: its mark says so, or Japanese headers that are. */
const isMeantAsUtf8 = (bytes: Uint8Array): boolean => {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return true;
  const end = bytes.indexOf(LINE_FEED);
  const head = bytes.subarray(0, end === -1 ? bytes.length : end);
  return head.some((byte) => byte > 0x7f) && decodes(head, 'utf-8');
};

/**
 * UTF-8 where every byte is UTF-8 or it was meant so, otherwise CP932 as Japanese Excel writes it; without marks of the
 * encoding at the beginning, of which programs that copy files leave two. Bytes that are nothing become U+FFFD.
 */
export const decodeCsv = (bytes: Uint8Array): string => {
  const isUtf8 = decodes(bytes, 'utf-8') || isMeantAsUtf8(bytes);
  const text = isUtf8 ? new TextDecoder('utf-8').decode(bytes) : iconv.decode(Buffer.from(bytes), 'cp932');
  return text.replace(/^\uFEFF+/u, '');
};
