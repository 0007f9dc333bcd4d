import { withoutBadLetters } from '../../domain/bad-letters.ts';
import { chapterText } from '../../texts/chapter5.ts';
import type { BodyPart, Chapter5, MeetingRow, StructureRow } from './model.ts';
import type { TrainingRow } from './training.ts';

/**
 * Typed text as Markdown shows it letter by letter: every sign that Markdown or HTML would read is escaped, and so are
 * those that make a list or a rule at the beginning of a paragraph (`- `, `+ `, `1. `, `---`).
 */
const typed = (text: string): string =>
  withoutBadLetters(text)
    .replace(/[\\`*_[\]<>|~#&!$]/gu, (sign) => `\\${sign}`)
    .replace(/^(\s*\d*)([-+=.)])/u, '$1\\$2')
    .replace(/\r\n|\r|\n/gu, '<br>');

/** A table: headers in our own words, cells a line each. */
const tableOf = (
  headers: readonly string[],
  rows: readonly (readonly (readonly string[])[])[],
): readonly string[] => [
  `| ${headers.join(' | ')} |`,
  `| ${headers.map(() => '---').join(' | ')} |`,
  ...rows.map((cells) => `| ${cells.map((lines) => lines.map(typed).join('<br>')).join(' | ')} |`),
];

const structureTable = (rows: readonly StructureRow[]): readonly string[] =>
  tableOf(
    [chapterText.body, chapterText.composition, chapterText.role],
    rows.map(({ body, composition, role }) => [[body], composition, [role]]),
  );

const meetingTable = (rows: readonly MeetingRow[]): readonly string[] =>
  tableOf(
    [chapterText.no, chapterText.date, chapterText.items],
    rows.map(({ no, date, items }) => [[String(no)], [date], items]),
  );

const trainingTable = (rows: readonly TrainingRow[]): readonly string[] =>
  tableOf(
    [chapterText.no, chapterText.dateAndPlace, chapterText.content, chapterText.participants],
    rows.map(({ no, dateAndPlace, content, participants }) => [
      no === null ? [] : [String(no)],
      [dateAndPlace],
      content,
      [participants],
    ]),
  );

const paragraphs = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text, index) => (index === 0 ? [typed(text)] : ['', typed(text)]));

const section = (level: string, heading: string, lines: readonly string[]): readonly string[] => [
  `${level} ${heading}`,
  '',
  ...lines,
  '',
];

const partLines = (part: BodyPart, level: string): readonly string[] =>
  section(
    level,
    typed(part.heading),
    part.kind === 'table' ? meetingTable(part.rows) : paragraphs(part.paragraphs),
  );

/** A table, or that nothing is recorded. */
const orUnrecorded = <Row>(
  rows: readonly Row[],
  table: (rows: readonly Row[]) => readonly string[],
): readonly string[] => (rows.length === 0 ? paragraphs([chapterText.unrecorded]) : table(rows));

/** Chapter 5 in Markdown (GitHub's tables). */
export const chapter5Markdown = ({
  title,
  structure,
  meetings,
  promoters,
  training,
  liaison,
}: Chapter5): string =>
  [
    `# ${title}`,
    '',
    `## ${chapterText.headquarters}`,
    '',
    ...section('###', chapterText.structure, orUnrecorded(structure, structureTable)),
    `### ${chapterText.meetings}`,
    '',
    ...meetings.flatMap((part) => partLines(part, '####')),
    ...section('###', chapterText.promoters, paragraphs([promoters.appointed, ...promoters.duties])),
    `## ${chapterText.development}`,
    '',
    `### ${chapterText.results}`,
    '',
    ...section('####', chapterText.training, orUnrecorded(training, trainingTable)),
    `## ${chapterText.liaison}`,
    '',
    ...liaison.flatMap((part) => partLines(part, '###')),
  ].join('\n');
