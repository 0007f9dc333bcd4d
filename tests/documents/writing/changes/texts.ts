import fc from 'fast-check';
import type {
  DocumentPart,
  TablePart,
  TextDocument,
} from '../../../../src/documents/writing/text-document.ts';

/** Few words, so that rows, headings and lines are often equal. */
const word: fc.Arbitrary<string> = fc.constantFrom(
  '',
  'あ',
  'い',
  '(未記録)',
  '令和5年8月10日',
  '令和5年9月5日',
  '髙﨑\n|=cmd',
);
export const cell: fc.Arbitrary<readonly string[]> = fc.array(
  word.filter((text) => text !== ''),
  { maxLength: 2 },
);

const columnsOf = (headings: readonly string[]): TablePart['columns'] =>
  headings.map((heading) => ({ heading, share: Math.floor(100 / headings.length) }));

/** A table of these headings and rows. */
export const tableOf = (
  caption: string,
  headings: readonly string[],
  rows: TablePart['rows'],
): TablePart => ({ kind: 'table', caption, columns: columnsOf(headings), rows });

/** Rows with their No before them. */
export const numbered = (rows: TablePart['rows']): TablePart['rows'] =>
  rows.map((row, at) => [[String(at + 1)], ...row]);

export const documentOf = (...parts: readonly DocumentPart[]): TextDocument => ({
  title: '第5章',
  running: '実施状況報告書',
  parts,
});

const rows: fc.Arbitrary<TablePart['rows']> = fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 });

/** Any table, its rows numbered or not. */
const table: fc.Arbitrary<TablePart> = fc
  .tuple(fc.constantFrom('会議', '研修'), rows, fc.boolean())
  .map(([caption, drawn, isNumbered]) =>
    isNumbered
      ? tableOf(caption, ['No', '日付', '案件', '場所'], numbered(drawn))
      : tableOf(caption, ['会議体', '構成', '役割'], drawn),
  );

const part: fc.Arbitrary<DocumentPart> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    text: word,
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
  }),
  fc.record({ kind: fc.constant('lines' as const), lines: fc.array(word, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: word, lines: cell }), { maxLength: 3 }),
  }),
  table,
);

/** Documents of all parts but pictures, in which the same words come again and again. */
export const anyDocument: fc.Arbitrary<TextDocument> = fc
  .tuple(word, word, fc.array(part, { maxLength: 10 }))
  .map(([title, running, parts]) => ({ title, running, parts }));
