import type { ChapterItem } from '../../domain/chapter5/items.ts';
import { chapterText, evidenceText } from '../../texts/chapter5.ts';
import type { DocumentPart, HeadingLevel, TablePart, TextDocument } from '../writing/text-document.ts';
import { evidenceTable } from './evidence/table.ts';
import type { BodyPart, Chapter5, MeetingRow, StructureRow } from './model.ts';
import type { TrainingRow } from './training.ts';
import { writtenSection } from './written.ts';

const heading = (text: string, level: HeadingLevel = 1): DocumentPart => ({ kind: 'heading', text, level });
const lines = (of: readonly string[]): DocumentPart => ({ kind: 'lines', lines: of });

const structureTable = (rows: readonly StructureRow[]): TablePart => ({
  kind: 'table',
  caption: chapterText.structure,
  columns: [
    { heading: chapterText.body, share: 26 },
    { heading: chapterText.composition, share: 30 },
    { heading: chapterText.role, share: 44 },
  ],
  rows: rows.map(({ body, composition, role }) => [[body], composition, [role]]),
});

const meetingTable = (caption: string, rows: readonly MeetingRow[]): TablePart => ({
  kind: 'table',
  caption,
  columns: [
    { heading: chapterText.no, share: 8 },
    { heading: chapterText.date, share: 32 },
    { heading: chapterText.items, share: 60 },
  ],
  rows: rows.map(({ no, date, items }) => [[String(no)], [date], items]),
  days: rows.map(({ days }) => days),
});

const trainingTable = (rows: readonly TrainingRow[]): TablePart => ({
  kind: 'table',
  caption: chapterText.training,
  columns: [
    { heading: chapterText.no, share: 8 },
    { heading: chapterText.dateAndPlace, share: 34 },
    { heading: chapterText.content, share: 44 },
    { heading: chapterText.participants, share: 14 },
  ],
  rows: rows.map(({ no, dateAndPlace, content, participants }) => [
    no === null ? [] : [String(no)],
    [dateAndPlace],
    content,
    participants === '' ? [] : [participants],
  ]),
  days: rows.map(({ days }) => days),
});

/** A table, or that nothing is recorded. */
const orUnrecorded = <Row>(
  rows: readonly Row[],
  table: (rows: readonly Row[]) => DocumentPart,
): DocumentPart => (rows.length === 0 ? lines([chapterText.unrecorded]) : table(rows));

const bodyParts = (part: BodyPart, level: HeadingLevel): readonly DocumentPart[] => [
  heading(part.heading, level),
  part.kind === 'table' ? meetingTable(part.heading, part.rows) : lines(part.paragraphs),
];

/** Chapter 5 as a document: headings, texts and tables in the order in which the city's report has them, and 根拠 for a spreadsheet. */
export const chapter5Document = (chapter: Chapter5): TextDocument => {
  const { title } = chapter;
  const written = (item: ChapterItem): readonly DocumentPart[] => {
    const section = writtenSection(chapter, item);
    return [heading(section.heading, section.over === null ? 1 : 2), lines(section.lines)];
  };
  return {
    title,
    running: title,
    contents: true,
    parts: [
      ...written('preface'),
      heading(chapterText.headquarters),
      ...written('headquartersTopics'),
      heading(chapterText.structure, 2),
      orUnrecorded(chapter.structure, structureTable),
      heading(chapterText.meetings, 2),
      ...chapter.meetings.flatMap((part) => bodyParts(part, 3)),
      ...written('promoterWork'),
      heading(chapterText.development),
      ...written('developmentTopics'),
      heading(chapterText.results, 2),
      heading(chapterText.training, 3),
      orUnrecorded(chapter.training, trainingTable),
      ...written('liaison'),
      ...chapter.liaison.flatMap((part) => bodyParts(part, 2)),
      ...written('review'),
      ...written('contact'),
    ],
    get sheets() {
      return [evidenceTable(evidenceText.title, chapter.evidence)];
    },
  };
};
