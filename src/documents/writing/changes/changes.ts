import type { ChangeKind, DocumentChange, Said } from '../../../domain/document-change.ts';
import { passagesBetween } from '../../../domain/passages.ts';
import type { TablePart, TextDocument } from '../text-document.ts';
import { align, type Knowing, movedAmong } from './align.ts';
import { sharedOf } from './likeness.ts';
import { type Fact, type Section, sectionsOf, textsOf } from './sections.ts';
import { tableChanges } from './table.ts';

/** What stands under the same heading in two documents, and where. Of what was added or is gone one is empty. */
type Compared = {
  readonly before: Section;
  readonly after: Section;
  /** The headings over it and its own. */
  readonly headings: { readonly before: readonly string[]; readonly after: readonly string[] };
};

const alone = (lines: readonly string[]): readonly Said[] => [{ label: null, lines }];

/** A change of what stands under a heading outside of its tables; what says nothing was not there. */
const changeUnder = (
  { headings }: Pick<Compared, 'headings'>,
  kind: ChangeKind,
  before: readonly Said[] | null,
  after: readonly Said[] | null,
): DocumentChange => {
  const side = (which: 'before' | 'after', says: readonly Said[] | null) =>
    says && { headings: headings[which], table: null, row: null, says };
  return { kind, before: side('before', before), after: side('after', after) };
};

const lineChanges = (compared: Compared): readonly DocumentChange[] => {
  const [before, after] = [compared.before.lines, compared.after.lines];
  return passagesBetween(before, after).map((passage) => {
    const said = (
      lines: readonly string[],
      { from, until }: { readonly from: number; readonly until: number },
    ) => (from === until ? null : alone(lines.slice(from, until)));
    return changeUnder(compared, 'lines', said(before, passage.before), said(after, passage.after));
  });
};

const KNOWING_FACTS: Knowing<Fact> = { key: ({ label }) => label, likeness: () => 0 };

const factChanges = (compared: Compared): readonly DocumentChange[] => {
  const [before, after] = [compared.before.facts, compared.after.facts];
  const pairs = align(before, after, KNOWING_FACTS);
  const moved = movedAmong(pairs, before, after);
  const said = (fact: Fact | undefined): readonly Said[] | null => (fact === undefined ? null : [fact]);
  return [
    ...pairs.flatMap((pair) => {
      const [was, is] = [before[pair.before ?? -1], after[pair.after ?? -1]];
      return was?.lines.join('\n') === is?.lines.join('\n')
        ? []
        : [changeUnder(compared, 'fact', said(was), said(is))];
    }),
    ...orderChange(compared, moved, ({ label }) => label),
  ];
};

const orderChange = <T>(
  compared: Pick<Compared, 'headings'>,
  moved: readonly (readonly [T, T])[],
  nameOf: (item: T) => string,
): readonly DocumentChange[] =>
  moved.length === 0
    ? []
    : [
        changeUnder(
          compared,
          'order',
          alone(moved.map(([item]) => nameOf(item))),
          alone(moved.map(([, item]) => nameOf(item))),
        ),
      ];

/** A table is known by its caption, or else by standing in the same place with the same columns. */
const KNOWING_TABLES: Knowing<TablePart> = {
  key: ({ caption }) => caption,
  likeness: ({ columns }, other, isSamePlace) =>
    isSamePlace && columns.every(({ heading }, at) => heading === other.columns[at]?.heading) ? 1 : 0,
};

const changesOfTables = (compared: Compared): readonly DocumentChange[] => {
  const { headings } = compared;
  const [before, after] = [compared.before.tables, compared.after.tables];
  const pairs = align(before, after, KNOWING_TABLES);
  const placed = (which: 'before' | 'after', table: TablePart | undefined) =>
    table === undefined ? null : { headings: headings[which], table };
  return [
    ...pairs.flatMap((pair) =>
      tableChanges(placed('before', before[pair.before ?? -1]), placed('after', after[pair.after ?? -1])),
    ),
    ...orderChange(compared, movedAmong(pairs, before, after), ({ caption }) => caption),
  ];
};

/** Under a heading of another name stands the same section when half of what it says is the same. */
const KNOWING_SECTIONS: Knowing<Section> = {
  key: ({ heading }) => heading,
  likeness: (section, other, isSamePlace) => {
    const [texts, otherTexts] = [textsOf(section), textsOf(other)];
    if (texts.length + otherTexts.length === 0) return isSamePlace ? 1 : 0;
    const shared = sharedOf(texts, otherTexts);
    return shared >= 0.5 ? shared : 0;
  },
};

const emptied = (section: Section): Section => ({
  ...section,
  lines: [],
  facts: [],
  tables: [],
  sections: [],
});

const sectionChanges = (compared: Compared): readonly DocumentChange[] => {
  const { headings } = compared;
  const [before, after] = [compared.before.sections, compared.after.sections];
  const pairs = align(before, after, KNOWING_SECTIONS);
  const under = pairs.flatMap((pair) => {
    const [was, is] = [before[pair.before ?? -1], after[pair.after ?? -1]];
    const one = was ?? (is && emptied(is));
    const other = is ?? (was && emptied(was));
    if (one === undefined || other === undefined) return [];
    const said = (section: Section | undefined) => (section === undefined ? null : alone([section.heading]));
    return [
      ...(was?.heading === is?.heading ? [] : [changeUnder(compared, 'heading', said(was), said(is))]),
      ...changesUnder({
        before: one,
        after: other,
        headings: {
          before: [...headings.before, one.heading],
          after: [...headings.after, other.heading],
        },
      }),
    ];
  });
  return [...under, ...orderChange(compared, movedAmong(pairs, before, after), ({ heading }) => heading)];
};

const changesUnder = (compared: Compared): readonly DocumentChange[] => [
  ...lineChanges(compared),
  ...factChanges(compared),
  ...changesOfTables(compared),
  ...sectionChanges(compared),
];

/**
 * What differs between two documents, in their order: each text, cell and heading as it was and as it is. Rows, facts and sections are
 * known again by what they say, wherever they stand; what stands otherwise alone is told as their No or their order. Nothing is told of
 * pictures, of tables that a spreadsheet alone has, and of where text stands among the tables of its section.
 */
export const changesBetween = (before: TextDocument, after: TextDocument): readonly DocumentChange[] => {
  const root = { headings: { before: [], after: [] } };
  const ofWhole = (kind: 'title' | 'running'): readonly DocumentChange[] =>
    before[kind] === after[kind]
      ? []
      : [changeUnder(root, kind, alone([before[kind]]), alone([after[kind]]))];
  return [
    ...ofWhole('title'),
    ...ofWhole('running'),
    ...changesUnder({ ...root, before: sectionsOf(before), after: sectionsOf(after) }),
  ];
};
