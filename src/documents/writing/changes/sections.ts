import type { Cell, DocumentPart, TablePart, TextDocument } from '../text-document.ts';

/** What a fact is called, and what it says. */
export type Fact = { readonly label: string; readonly lines: Cell };

/** What stands under a heading: its own text, facts and tables, and the sections under headings of a deeper level. */
export type Section = {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly facts: readonly Fact[];
  readonly tables: readonly TablePart[];
  readonly sections: readonly Section[];
};

type HeadingPart = Extract<DocumentPart, { readonly kind: 'heading' }>;
type Chunk = { readonly heading: HeadingPart; readonly parts: DocumentPart[] };

const levelOf = ({ level = 1 }: HeadingPart): number => level;

/** The parts behind the first heading, by the headings that stand outermost. */
const chunksOf = (parts: readonly DocumentPart[]): readonly Chunk[] => {
  const chunks: Chunk[] = [];
  for (const part of parts) {
    const last = chunks.at(-1);
    if (part.kind === 'heading' && (last === undefined || levelOf(part) <= levelOf(last.heading)))
      chunks.push({ heading: part, parts: [] });
    else last?.parts.push(part);
  }
  return chunks;
};

/** A text that people typed, line by line, so that however it was put into lines it is the same. */
const splitLines = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.split(/\r\n|\r|\n/u));

const sectionOf = (heading: string, parts: readonly DocumentPart[]): Section => {
  const end = parts.findIndex(({ kind }) => kind === 'heading');
  const own = end === -1 ? parts : parts.slice(0, end);
  return {
    heading,
    lines: splitLines(own.flatMap((part) => (part.kind === 'lines' ? part.lines : []))),
    facts: own.flatMap((part) => (part.kind === 'facts' ? part.facts : [])),
    tables: own.filter((part) => part.kind === 'table'),
    sections: (end === -1 ? [] : chunksOf(parts.slice(end))).map((chunk) =>
      sectionOf(chunk.heading.text, chunk.parts),
    ),
  };
};

/** A document by its headings. Pictures are left out: what they show is said beside them. */
export const sectionsOf = ({ title, parts }: Pick<TextDocument, 'title' | 'parts'>): Section =>
  sectionOf(title, parts);

/** Everything a section says, a text each, those of the sections in it too. */
export const textsOf = ({ lines, facts, tables, sections }: Section): readonly string[] => [
  ...lines,
  ...facts.flatMap((fact) => [fact.label, ...fact.lines]),
  ...tables.flatMap(({ rows }) => rows.flat(2)),
  ...sections.flatMap((section) => [section.heading, ...textsOf(section)]),
];
