import { chapterText } from '../../texts/chapter5.ts';
import type { BodyPart, Chapter5, MeetingRow } from './model.ts';

/**
 * Typed text as Markdown shows it letter by letter: every sign that Markdown or HTML would read is escaped, and so are
 * those that make a list or a rule at the beginning of a paragraph (`- `, `+ `, `1. `, `---`).
 */
const typed = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~#&!$]/gu, (sign) => `\\${sign}`)
    .replace(/^(\s*\d*)([-+=.)])/u, '$1\\$2')
    .replace(/\r\n|\r|\n/gu, '<br>');

const tableRow = ({ no, date, items }: MeetingRow): string =>
  `| ${no} | ${typed(date)} | ${items.map(typed).join('<br>')} |`;

const tableOf = (rows: readonly MeetingRow[]): readonly string[] => [
  `| ${chapterText.no} | ${chapterText.date} | ${chapterText.items} |`,
  '| --- | --- | --- |',
  ...rows.map(tableRow),
];

const partLines = (part: BodyPart, level: string): readonly string[] => [
  `${level} ${typed(part.heading)}`,
  '',
  ...(part.kind === 'table'
    ? tableOf(part.rows)
    : part.paragraphs.flatMap((paragraph, index) =>
        index === 0 ? [typed(paragraph)] : ['', typed(paragraph)],
      )),
  '',
];

/** Chapter 5 in Markdown (GitHub's tables). */
export const chapter5Markdown = ({ title, meetings, liaison }: Chapter5): string =>
  [
    `# ${title}`,
    '',
    `## ${chapterText.headquarters}`,
    '',
    `### ${chapterText.meetings}`,
    '',
    ...meetings.flatMap((part) => partLines(part, '####')),
    `## ${chapterText.liaison}`,
    '',
    ...liaison.flatMap((part) => partLines(part, '###')),
  ].join('\n');
