import { printAgenda } from '../../domain/agenda.ts';
import type { BodySection } from '../../domain/body.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printMeetingDate } from '../../domain/meeting-print.ts';
import { printNotHeld } from '../../domain/record-date.ts';
import type { BodyChapter, Chapter5Facts } from '../../services/read-chapter5.ts';
import { chapterText, unsettledText } from '../../texts/chapter5.ts';

/** One row of 会議の実施状況. `items` are numbered lines. */
export type MeetingRow = { readonly no: number; readonly date: string; readonly items: readonly string[] };

/** What stands under a body's heading: its table, or a sentence (開催なし, a text, or that nothing is recorded). */
export type BodyPart = { readonly heading: string } & (
  | { readonly kind: 'table'; readonly rows: readonly MeetingRow[] }
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
);

/** Chapter 5 ready to be written in any format. */
export type Chapter5 = {
  readonly title: string;
  readonly meetings: readonly BodyPart[];
  readonly liaison: readonly BodyPart[];
  /** What is unsettled, a line each; these places print (未記録). */
  readonly unsettled: readonly string[];
};

const rowsOf = ({ meetings }: BodyChapter): readonly MeetingRow[] =>
  meetings.flatMap(({ meeting, no }) =>
    no === null ? [] : [{ no, date: printMeetingDate(meeting), items: printAgenda(meeting.items) }],
  );

const textOf = ({ composition, role }: BodyChapter['body']): readonly string[] =>
  role === '' ? [] : [...(composition === '' ? [] : [composition.split('\n').join('・')]), role];

const partOf = (chapter: BodyChapter, facts: Chapter5Facts): BodyPart => {
  const heading = chapter.body.name;
  if (chapter.didNotMeet) return { heading, kind: 'text', paragraphs: [printNotHeld(facts.year)] };
  const rows = rowsOf(chapter);
  if (rows.length > 0) return { heading, kind: 'table', rows };
  const paragraphs = chapter.body.kind === 'effort' ? textOf(chapter.body) : [];
  return {
    heading,
    kind: 'text',
    paragraphs: paragraphs.length === 0 ? [chapterText.unrecorded] : paragraphs,
  };
};

const unsettledOf = (chapter: BodyChapter): readonly string[] => {
  const { name, kind } = chapter.body;
  if (kind === 'effort') return textOf(chapter.body).length === 0 ? [unsettledText.noText(name)] : [];
  if (chapter.meetings.length === 0 && !chapter.didNotMeet) return [unsettledText.noRecord(name)];
  return chapter.meetings.flatMap(({ meeting, standing }) => {
    const date = printMeetingDate(meeting);
    if (standing === 'planned') return [unsettledText.planned(name, date)];
    if (standing === 'unconfirmed') return [unsettledText.unconfirmed(name, date)];
    return meeting.heldConfirmedAt === null ? [unsettledText.heldUnconfirmed(name, date)] : [];
  });
};

/** The chapter a year's facts make. Bodies that are not published (掲載しない) appear nowhere in it. */
export const chapter5Of = (facts: Chapter5Facts): Chapter5 => {
  const inSection = (section: BodySection) =>
    facts.bodies.filter(({ body }) => body.section === section).map((chapter) => partOf(chapter, facts));
  return {
    title: chapterText.title(printFiscalYear(facts.year)),
    meetings: inSection('meetings'),
    liaison: inSection('liaison'),
    unsettled: facts.bodies.filter(({ body }) => body.section !== 'none').flatMap(unsettledOf),
  };
};
