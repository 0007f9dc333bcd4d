import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../../../src/documents/writing/changes/changes.ts';
import { type Section, sectionsOf } from '../../../../src/documents/writing/changes/sections.ts';
import { keepDocument, readKept } from '../../../../src/documents/writing/kept.ts';
import type {
  DocumentPart,
  TablePart,
  TextDocument,
} from '../../../../src/documents/writing/text-document.ts';
import type { DocumentChange } from '../../../../src/domain/document-change.ts';
import { anyDocument, cell, documentOf, numbered, tableOf } from './texts.ts';

const RUNS = { numRuns: 500 };

const shuffled = <T>(items: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

const inverse = ({ kind, before, after }: DocumentChange): DocumentChange => ({
  kind,
  before: after,
  after: before,
});
/** The numbers of a side in the order of the other's: each way tells them in the order in which its rows stand now. */
const withPairs = (change: DocumentChange): unknown => {
  if (change.kind !== 'numbers') return change;
  const [before = [], after = []] = [change.before, change.after].map((side) => side?.says[0]?.lines);
  return {
    ...change,
    pairs: before.map((number, at) => [number, after[at]].join(' ')).toSorted(),
    before: '',
    after: '',
  };
};
const sorted = (changes: readonly DocumentChange[]): readonly string[] =>
  changes.map((change) => JSON.stringify(withPairs(change))).toSorted();

test('a document does not differ from itself, nor from what was kept of it', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const kept: unknown = JSON.parse(JSON.stringify(keepDocument(document)));
      expect(changesBetween(document, document)).toEqual([]);
      expect(changesBetween(readKept(kept), document)).toEqual([]);
    }),
    RUNS,
  );
});

test('the way back is the same differences the other way round', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (one, other) => {
      expect(sorted(changesBetween(other, one))).toEqual(sorted(changesBetween(one, other).map(inverse)));
    }),
    RUNS,
  );
});

const textsOfPart = (part: DocumentPart): readonly string[] => {
  switch (part.kind) {
    case 'heading':
      return [part.text];
    case 'lines':
      return part.lines.flatMap((line) => line.split('\n'));
    case 'facts':
      return part.facts.flatMap(({ label, lines }) => [label, lines.join('\n')]);
    case 'table':
      return [part.caption, ...part.rows.flat().map((lines) => lines.join('\n'))];
    case 'picture':
      return [];
  }
};

const allTexts = ({ title, running, parts }: TextDocument): ReadonlySet<string> =>
  new Set([title, running, ...parts.flatMap(textsOfPart)]);

test('what one has and the other has not stands on that side of a difference, whole', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, after) => {
      const [was, is] = [allTexts(before), allTexts(after)];
      const told = changesBetween(before, after).flatMap((change) =>
        change.after === null
          ? []
          : [
              ...(change.after.table === null ? [] : [change.after.table]),
              ...((change.after.row?.number ?? null) === null ? [] : [change.after.row?.number ?? '']),
              ...change.after.says.flatMap(({ label, lines }) => [
                ...(label === null ? [] : [label]),
                ...lines,
                lines.join('\n'),
              ]),
            ],
      );
      const missing = [...is].filter((text) => text !== '' && !was.has(text) && !told.includes(text));
      expect(missing).toEqual([]);
    }),
    RUNS,
  );
});

/** Rows as people's are: each with something that no other has. */
const rowsOf = (min: number): fc.Arbitrary<TablePart['rows']> =>
  fc
    .array(fc.tuple(cell, cell, cell), { minLength: min, maxLength: 8 })
    .map((rows) => rows.map((row, at) => [...row, [`${at + 1}件目`]]));
const HEADINGS = ['日付', '案件', '場所', '参加者'];
const tables = (rows: TablePart['rows']): readonly TextDocument[] => [
  documentOf(tableOf('会議', HEADINGS, rows)),
  documentOf(tableOf('会議', ['No', ...HEADINGS], numbered(rows))),
];

describe('a single change is a single difference', () => {
  test('of a cell: in its place, with what it said and says', () => {
    fc.assert(
      fc.property(rowsOf(1), fc.nat(), fc.integer({ min: 0, max: 3 }), (rows, place, column) => {
        const at = place % rows.length;
        const changed = rows.map((row, index) =>
          index === at ? row.map((lines, other) => (other === column ? [...lines, '訂正'] : lines)) : row,
        );
        for (const [index, before] of tables(rows).entries()) {
          const [change, ...others] = changesBetween(before, tables(changed)[index] ?? before);
          expect(others).toEqual([]);
          expect(change?.kind).toBe('cell');
          expect(change?.before?.says).toEqual([
            {
              label: HEADINGS[column],
              lines: (rows[at]?.[column] ?? []).flatMap((line) => line.split('\n')),
            },
          ]);
          expect(change?.after?.says).toEqual([
            {
              label: HEADINGS[column],
              lines: (changed[at]?.[column] ?? []).flatMap((line) => line.split('\n')),
            },
          ]);
          expect(change?.after?.row?.number).toBe(index === 0 ? null : String(at + 1));
        }
      }),
      RUNS,
    );
  });

  test('of a row that was put in: the row, and once the No that moved on', () => {
    fc.assert(
      fc.property(rowsOf(0), fc.nat(), fc.tuple(cell, cell, cell, cell), (rows, place, row) => {
        const at = place % (rows.length + 1);
        const longer = rows.toSpliced(at, 0, row);
        const [plain, counted] = tables(rows);
        const [plainAfter, countedAfter] = tables(longer);
        if (plain === undefined || plainAfter === undefined) return;
        expect(changesBetween(plain, plainAfter).map(({ kind, before }) => [kind, before])).toEqual([
          ['row', null],
        ]);
        if (counted === undefined || countedAfter === undefined) return;
        const told = changesBetween(counted, countedAfter);
        expect(told.map(({ kind }) => kind)).toEqual(at < rows.length ? ['row', 'numbers'] : ['row']);
        expect(told[0]?.after?.row?.number).toBe(String(at + 1));
      }),
      RUNS,
    );
  });

  test('of a line of text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<string>('あ', 'い', 'う', ''), { minLength: 1 }),
        fc.nat(),
        (lines, place) => {
          const at = place % lines.length;
          const changed = lines.with(at, '訂正後の文');
          const [before, after] = [lines, changed].map((text) => documentOf({ kind: 'lines', lines: text }));
          if (before === undefined || after === undefined) return;
          expect(changesBetween(before, after)).toEqual([
            {
              kind: 'lines',
              before: { headings: [], table: null, row: null, says: [{ label: null, lines: [lines[at]] }] },
              after: { headings: [], table: null, row: null, says: [{ label: null, lines: ['訂正後の文'] }] },
            },
          ]);
        },
      ),
      RUNS,
    );
  });
});

/** What a document says, part by part under its headings, however its text was put into parts. */
const said = (section: Section): unknown => [
  section.heading,
  section.lines,
  section.facts.map(({ label, lines }) => [label, lines.join('\n')]),
  section.tables.map(({ caption, columns, rows }) => [
    caption,
    columns.map(({ heading }) => heading),
    rows.map((row) => row.map((lines) => lines.join('\n'))),
  ]),
  section.sections.map(said),
];

/** The same in another order: of its parts, of the rows of its tables and of its lines. */
const reordered = (document: TextDocument): fc.Arbitrary<TextDocument> =>
  fc
    .tuple(
      ...document.parts.map((part): fc.Arbitrary<DocumentPart> => {
        if (part.kind === 'lines') return shuffled(part.lines).map((lines) => ({ ...part, lines }));
        if (part.kind === 'table') return shuffled(part.rows).map((rows) => ({ ...part, rows }));
        return fc.constant(part);
      }),
    )
    .chain((parts) => fc.oneof(fc.constant(parts), shuffled(parts)))
    .map((parts) => ({ ...document, parts }));

test('where there is no difference, the same is said in the same order', () => {
  fc.assert(
    fc.property(
      anyDocument.chain((document) => fc.tuple(fc.constant(document), reordered(document))),
      ([before, after]) => {
        const isSame = JSON.stringify(said(sectionsOf(before))) === JSON.stringify(said(sectionsOf(after)));
        expect([changesBetween(before, after).length === 0, before, after]).toEqual([isSame, before, after]);
      },
    ),
    RUNS,
  );
});
