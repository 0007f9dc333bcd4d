import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, oneLine } from '../../../src/documents/writing/letters.ts';
import type { DocumentPart, TextDocument } from '../../../src/documents/writing/text-document.ts';
import { writeDocument } from '../../../src/documents/writing/write.ts';
import { FILE_FORMATS } from '../../../src/domain/file-format.ts';
import type { ReadDocument, ReadPart } from '../../support/read-document.ts';
import { readFile } from '../../support/read-file.ts';
import { EXAMPLE, POINT } from './example.ts';
import { HOSTILE, saying } from './hostile.ts';

const cellOf = (lines: readonly string[]): string => lines.flatMap(linesOf).join('\n');

/** What a reader is to find of a part under a heading. */
const expected = (part: DocumentPart, heading: string): readonly ReadPart[] => {
  switch (part.kind) {
    case 'heading':
      return [{ heading: oneLine(part.text), level: part.level ?? 1 }];
    case 'lines':
      return part.lines
        .flatMap(linesOf)
        .filter((line) => line !== '')
        .map((line) => ({ line }));
    case 'facts':
      return [{ facts: part.facts.map(({ label, lines }) => [oneLine(label), cellOf(lines)]) }];
    case 'picture':
      return [{ picture: oneLine(part.words) }];
    case 'table':
      return [
        ...(part.caption === heading ? [] : [{ line: oneLine(part.caption) }]),
        {
          table: [
            part.columns.map((column) => oneLine(column.heading)),
            ...part.rows.map((cells) => part.columns.map((_, column) => cellOf(cells[column] ?? []))),
          ],
        },
      ];
  }
};

const expectedOf = ({ title, parts }: TextDocument): ReadDocument => {
  let heading = '';
  return {
    title: oneLine(title),
    parts: parts.flatMap((part) => {
      if (part.kind === 'heading') heading = part.text;
      return expected(part, heading);
    }),
  };
};

const read = async (document: TextDocument, format: (typeof FILE_FORMATS)[number]): Promise<ReadDocument> =>
  readFile(await writeDocument(document, format), format);

describe.each(FILE_FORMATS)('%s', (format) => {
  test('has every part of a document, in order', async () => {
    expect(await read(EXAMPLE, format)).toEqual(expectedOf(EXAMPLE));
  });

  test.each(Object.entries(HOSTILE))('where all is %s, all of it is read to the letter', async (_, typed) => {
    expect(await read(saying(typed), format)).toEqual(expectedOf(saying(typed)));
  });

  test.each([
    ['controls, halves and turns', 'a\u0000b\u001Bc\uD800d\u202Ee\uFFFFf\u000B', 'abcdef'],
    ['an emoji as Slack writes it', '祝 :tada: です', '祝 🎉 です'],
    ['a code that halves make', ':ta\uD800da:', ':tada:'],
    ['a tab', 'a\tb', 'a b'],
  ])('of %s is left what can be shown', async (_, typed, shown) => {
    const { title, parts } = await read(saying(typed), format);
    expect(title).toBe(shown);
    expect(parts).toEqual(expectedOf(saying(typed)).parts);
    expect(parts).toContainEqual({ line: shown });
    expect(parts).toContainEqual({ facts: [[shown, `${shown}\n${shown}`]] });
  });

  test.each(['\n', '\r\n', '\r', '\u2028'])('a line break %j stays within its cell', async (end) => {
    const { parts } = await read(saying(`甲${end}乙`), format);
    expect(parts).toContainEqual({
      table: [
        ['甲 乙', '甲 乙'],
        ['甲\n乙', '甲\n乙\n甲\n乙'],
        ['甲\n乙', ''],
      ],
    });
  });
});

/** Pieces of what people type, and of what the formats are made of. */
const PIECE = fc.oneof(
  fc.constantFrom(...Object.values(HOSTILE).map((typed) => typed.slice(0, 60))),
  fc.constantFrom(
    '|',
    '\\',
    '<br>',
    '&amp;',
    '*',
    '_',
    '`',
    '- ',
    '1. ',
    '# ',
    '=',
    '@',
    '"',
    "'",
    ' ',
    '\n',
    '\r',
  ),
  fc.constantFrom(
    '88人',
    '1,234',
    '0012',
    '令和5年8月10日(木)',
    '髙',
    '🎉',
    '\u200F',
    'https://a.jp/b_c',
    'www.a_b.jp',
    'a_b@example.jp',
    'mailto:a_b@c.jp',
    'ftp://a_b',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const TEXT = fc.array(PIECE, { maxLength: 5 }).map((pieces) => pieces.join(''));
/** Where there must be something to be read at all. */
const WORDS = TEXT.map((text) => `あ${text}い`);
const CELL = fc.array(TEXT, { maxLength: 3 });

const PART: fc.Arbitrary<DocumentPart> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    text: WORDS,
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
  }),
  fc.record({ kind: fc.constant('lines' as const), lines: fc.array(TEXT, { maxLength: 3 }) }),
  fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.record({
      kind: fc.constant('table' as const),
      caption: WORDS,
      columns: fc.array(
        WORDS.map((heading) => ({ heading, share: 100 / columns })),
        {
          minLength: columns,
          maxLength: columns,
        },
      ),
      rows: fc.array(fc.array(CELL, { maxLength: columns }), { maxLength: 4 }),
    }),
  ),
  WORDS.map((words) => ({ kind: 'picture' as const, png: POINT, words, width: 1, height: 1 })),
);
/** Facts are told apart where something else stands between them. */
const FACTS: fc.Arbitrary<readonly DocumentPart[]> = fc
  .array(fc.record({ label: WORDS, lines: CELL }), { minLength: 1, maxLength: 3 })
  .map((facts) => [
    { kind: 'facts', facts },
    { kind: 'heading', text: '次' },
  ]);

const DOCUMENT: fc.Arbitrary<TextDocument> = fc.record({
  title: WORDS,
  running: TEXT,
  parts: fc
    .array(
      fc.oneof(
        PART.map((part) => [part]),
        FACTS,
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.flat()),
});

test.each(FILE_FORMATS)(
  'whatever a document says, its headings, texts and cells are read back from %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(DOCUMENT, async (document) => {
        expect(await read(document, format)).toEqual(expectedOf(document));
      }),
      { numRuns: 50 },
    );
  },
);
