import type { BodySection } from '../../domain/body/body.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { Unsettled } from '../../domain/chapter5/unsettled.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import type { ListedMeeting } from '../../domain/meeting/meeting.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { printNotHeld } from '../../domain/occasion/date.ts';
import type { BodyChapter, Chapter5Facts } from '../../services/read-chapter5.ts';
import { chapterText, unsettledText } from '../../texts/chapter5.ts';
import { rowDaysOf } from '../writing/row-days.ts';
import type { RowDays } from '../writing/text-document.ts';
import type { EvidenceRow } from './evidence/row.ts';
import { evidenceOf } from './evidence/rows.ts';
import { meetingsPrinted } from './printed.ts';
import { missingText, type PrintedTexts, printedTexts } from './texts.ts';
import { type TrainingRow, trainingRows, unsettledTraining } from './training.ts';

/** One row of 体制. `composition` is a line each. */
export type StructureRow = {
  readonly body: string;
  readonly composition: readonly string[];
  readonly role: string;
};

/** One row of 会議の実施状況. `items` are numbered lines. */
export type MeetingRow = {
  readonly no: number;
  readonly date: string;
  readonly days: RowDays;
  readonly items: readonly string[];
};

/** What stands under a body's heading: its table, or a sentence (開催なし, a text, or that nothing is recorded). */
export type BodyPart = { readonly heading: string } & (
  | { readonly kind: 'table'; readonly rows: readonly MeetingRow[] }
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
);

/** Chapter 5 ready to be written in any format. */
export type Chapter5 = {
  readonly title: string;
  /** 体制: every body of the section, with meetings or without. */
  readonly structure: readonly StructureRow[];
  /** 会議の実施状況, of the bodies that meet. */
  readonly meetings: readonly BodyPart[];
  /** 協働推進員の取組み begins with how many were appointed. */
  readonly appointed: string;
  /** 職員研修. */
  readonly training: readonly TrainingRow[];
  readonly liaison: readonly BodyPart[];
  readonly texts: PrintedTexts;
  /** What is unsettled, in the order of the chapter; these places print (未記録). */
  readonly unsettled: readonly Unsettled[];
  /** The rows by which every number is counted, in the same order. */
  readonly evidence: readonly EvidenceRow[];
};

const rowsOf = (chapter: BodyChapter): readonly MeetingRow[] =>
  meetingsPrinted(chapter).map(({ meeting, no }) => ({
    no,
    date: printMeetingDate(meeting),
    days: rowDaysOf([meeting.date]),
    items: printAgenda(meeting.items),
  }));

const compositionOf = ({ composition }: BodyChapter['body']): readonly string[] =>
  composition === '' ? [] : composition.split('\n');

const textOf = (body: BodyChapter['body']): readonly string[] => {
  if (body.role === '') return [];
  const composition = compositionOf(body);
  return [...(composition.length === 0 ? [] : [composition.join('・')]), body.role];
};

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

const structureRow = ({ body }: BodyChapter): StructureRow => {
  const composition = compositionOf(body);
  return {
    body: body.name,
    composition: composition.length === 0 ? [chapterText.unrecorded] : composition,
    role: body.role === '' ? chapterText.unrecorded : body.role,
  };
};

/** A body is listed in 体制 with both its texts; an effort elsewhere has nothing but its text. */
const missingTexts = ({ body }: BodyChapter): readonly Unsettled[] => {
  const isInStructure = body.section === 'meetings';
  const settle = [{ kind: 'edit-body', bodyId: body.id }] as const;
  return [
    ...(isInStructure && body.composition === ''
      ? [{ text: unsettledText.noComposition(body.name), settle }]
      : []),
    ...(body.role === '' && (isInStructure || body.kind === 'effort')
      ? [{ text: unsettledText.noText(body.name), settle }]
      : []),
  ];
};

const unsettledMeeting = (name: string, { meeting, standing }: ListedMeeting): readonly Unsettled[] => {
  if (standing !== 'planned' && standing !== 'unconfirmed' && meeting.heldConfirmedAt !== null) return [];
  const date = printMeetingDate(meeting);
  const of = { kind: 'meeting', id: meeting.id } as const;
  const { begunInWritingId } = meeting;
  if (begunInWritingId !== null)
    return [
      {
        text: unsettledText.begunInWriting(name, date),
        settle: [{ kind: 'see-written', meetingId: begunInWritingId }],
      },
    ];
  if (standing === 'planned')
    return [{ text: unsettledText.planned(name, date), settle: [{ kind: 'edit', of }] }];
  if (standing === 'unconfirmed')
    return [{ text: unsettledText.unconfirmed(name, date), settle: [{ kind: 'confirm', of }] }];
  return [{ text: unsettledText.heldUnconfirmed(name, date), settle: [{ kind: 'confirm-held', of }] }];
};

const unsettledMeetings = ({ body, meetings, didNotMeet }: BodyChapter): readonly Unsettled[] => {
  const { id, name, kind } = body;
  if (kind === 'effort') return [];
  if (meetings.length === 0 && !didNotMeet)
    return [
      {
        text: unsettledText.noRecord(name),
        settle: [
          { kind: 'record-meeting', bodyId: id },
          { kind: 'record-not-held', of: { kind: 'body', id } },
        ],
      },
    ];
  return meetings.flatMap((listed) => unsettledMeeting(name, listed));
};

const unsettledOf = ({ bodies, appointed, programmes, texts }: Chapter5Facts): readonly Unsettled[] => {
  const of = (wanted: BodySection): readonly Unsettled[] =>
    bodies
      .filter(({ body }) => body.section === wanted)
      .flatMap((chapter) => [...missingTexts(chapter), ...unsettledMeetings(chapter)]);
  return [
    ...missingText(texts, 'preface'),
    ...missingText(texts, 'headquartersTopics'),
    ...of('meetings'),
    ...(appointed.onFirstDay === 0
      ? [{ text: unsettledText.noPromoters, settle: [{ kind: 'register-promoters' }] } as const]
      : []),
    ...missingText(texts, 'promoterWork'),
    ...missingText(texts, 'developmentTopics'),
    ...unsettledTraining(programmes),
    ...missingText(texts, 'liaison'),
    ...of('liaison'),
    ...missingText(texts, 'review'),
    ...missingText(texts, 'contact'),
  ];
};

const appointedText = ({ appointed: { onFirstDay, later } }: Chapter5Facts): string =>
  onFirstDay === 0 ? chapterText.unrecorded : chapterText.appointed(onFirstDay, later);

/**
 * The chapter a year's facts make. Bodies that are not published (掲載しない) appear nowhere in it; an effort among the
 * bodies of 会議の実施状況 stands in 体制 only.
 */
export const chapter5Of = (facts: Chapter5Facts): Chapter5 => {
  const inSection = (section: BodySection): readonly BodyChapter[] =>
    facts.bodies.filter(({ body }) => body.section === section);
  const headquarters = inSection('meetings');
  return {
    title: chapterText.title(printFiscalYear(facts.year)),
    structure: headquarters.map(structureRow),
    meetings: headquarters
      .filter(({ body }) => body.kind === 'meeting')
      .map((chapter) => partOf(chapter, facts)),
    appointed: appointedText(facts),
    training: trainingRows(facts.programmes, facts.year),
    liaison: inSection('liaison').map((chapter) => partOf(chapter, facts)),
    texts: printedTexts(facts.texts),
    unsettled: unsettledOf(facts),
    // As many rows as all the rest together, and only a spreadsheet has them.
    get evidence() {
      return evidenceOf(facts);
    },
  };
};
