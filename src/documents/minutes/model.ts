import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { MOST_OF_FILE_NAME, writtenFileName } from '../../domain/file-type.ts';
import { cut } from '../../domain/letters.ts';
import { absenceText } from '../../domain/meeting/absence.ts';
import { AGENDA_WORD, type AgendaItem } from '../../domain/meeting/agenda.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { type Attendance, attendanceOf, type Presence } from '../../domain/meeting/minutes.ts';
import { printMeetingNote } from '../../domain/meeting/print.ts';
import { printRecordDate } from '../../domain/occasion/date.ts';
import type { MinutesFacts } from '../../services/meeting/read-minutes.ts';
import { OFFICE_WORD } from '../../texts/body-member.ts';
import { whenText } from '../../texts/day-text.ts';
import { WAY_WORD } from '../../texts/meeting.ts';
import {
  MINUTES_COLUMN,
  MINUTES_HEADING,
  MINUTES_LABEL,
  minutesText,
  PRESENCE_WORD,
  presenceText,
} from '../../texts/minutes.ts';
import { type ActionRow, actionRow } from './actions.ts';
import type { AttendanceRows, ItemRow, MinutesFact } from './rows.ts';
import { answererRows, writtenFacts, writtenItemRows } from './written.ts';

/** 会議録, ready to be written in any format. What the record does not have is (未記録) or, as a list, empty. */
export type Minutes = {
  readonly isDraft: boolean;
  readonly title: string;
  readonly bodyName: string;
  /** Asked and answered in writing through the bot. */
  readonly isWritten: boolean;
  readonly fileName: string;
  /** The date as the record has it: 令和5年8月10日. */
  readonly when: string;
  readonly facts: readonly MinutesFact[];
  readonly attendance: AttendanceRows;
  readonly items: readonly ItemRow[];
  readonly decisions: readonly string[];
  readonly documents: readonly string[];
  readonly earlierActions: readonly ActionRow[];
  readonly actions: readonly ActionRow[];
};

const orUnrecorded = (text: string): string => (text === '' ? minutesText.unrecorded : text);

/** When it was: of a written meeting the day by which was to be answered. */
const whenFact = ({ way, date, contents }: Meeting): Minutes['facts'][number] =>
  way === 'written' && date.kind === 'until'
    ? { label: MINUTES_LABEL.answerBy, lines: [printDayWithWeekday(date.day)] }
    : {
        label: MINUTES_LABEL.when,
        lines: [[whenText(date), contents.time].filter((part) => part !== '').join(' ')],
      };

const factsOf = (meeting: Meeting, bodyName: string): Minutes['facts'] => {
  const { way, place } = meeting;
  const note = printMeetingNote(meeting);
  return [
    { label: MINUTES_LABEL.body, lines: [bodyName] },
    whenFact(meeting),
    { label: MINUTES_LABEL.way, lines: [way === 'unknown' ? minutesText.unrecorded : WAY_WORD[way]] },
    // Nobody comes to a place to answer in writing.
    ...(way === 'written' && place === ''
      ? []
      : [{ label: MINUTES_LABEL.place, lines: [orUnrecorded(place)] }]),
    ...(note === '' ? [] : [{ label: MINUTES_LABEL.note, lines: [note] }]),
  ];
};

const printPresence = (presence: Presence): string =>
  presence.kind === 'proxy'
    ? minutesText.proxy([presence.proxy.title, presence.proxy.name].filter((part) => part !== '').join(' '))
    : PRESENCE_WORD[presence.kind];

const KINDS_OF_PRESENCE = ['present', 'proxy', 'absent', 'unrecorded'] as const;

const countsOf = ({ members }: Attendance): string =>
  KINDS_OF_PRESENCE.flatMap((kind) => {
    const count = members.filter(({ presence }) => presence.kind === kind).length;
    return count === 0 ? [] : [presenceText.counted(PRESENCE_WORD[kind], count)];
  }).join('、');

/** One line a person, however many would fit into a form. */
const MOST = Number.POSITIVE_INFINITY;

const attendanceRows = (
  attendance: Attendance,
  names: ReadonlyMap<string, string>,
): Minutes['attendance'] => ({
  heading: MINUTES_HEADING.attendance,
  column: MINUTES_COLUMN.presence,
  counts: countsOf(attendance),
  members: attendance.members.map(({ member, presence }) => ({
    office: OFFICE_WORD[member.office],
    title: member.title,
    name: member.person.name,
    presence: printPresence(presence),
  })),
  others: [
    ...attendance.otherAccounts.map((account) => names.get(account) ?? minutesText.unknownPerson(account)),
    ...attendance.otherLines,
  ],
  otherAbsences: attendance.otherAbsences.map((absence) => absenceText([absence], MOST)),
});

const itemRow = ({ text, kind }: AgendaItem, index: number): ItemRow => ({
  no: minutesText.no(index + 1),
  text,
  kind: kind === null ? '' : AGENDA_WORD[kind],
  result: [],
  opinions: [],
});

const fileNameOf = (title: string, { body, meeting }: MinutesFacts): string => {
  const name = cut(body.shortName === '' ? body.name : body.shortName, MOST_OF_FILE_NAME);
  return writtenFileName(minutesText.fileName(title, name, printRecordDate(meeting.date)));
};

/** A text of several lines, without empty ones at its ends. */
const linesOf = (text: string): readonly string[] =>
  text.trim() === '' ? [] : text.trim().split(/\r\n|\r|\n/u);

/**
 * 会議録 of a meeting that was held. `names` are of those who came, by account, as far as they are known; members are called as the
 * record has them.
 */
export const minutesOf = (facts: MinutesFacts, names: ReadonlyMap<string, string>): Minutes => {
  const { meeting, body, members, written } = facts;
  const isDraft = meeting.chairConfirmedAt === null;
  const title = minutesText.title(isDraft);
  return {
    isDraft,
    title,
    bodyName: body.name,
    fileName: fileNameOf(title, facts),
    when: printRecordDate(meeting.date),
    facts: [...factsOf(meeting, body.name), ...(written === null ? [] : writtenFacts(written))],
    isWritten: written !== null,
    attendance:
      written === null
        ? attendanceRows(attendanceOf(meeting.contents, members), names)
        : answererRows(written),
    items: written === null ? meeting.items.map(itemRow) : writtenItemRows(written),
    decisions: linesOf(meeting.contents.decisions),
    documents: [
      ...linesOf(written?.meeting.documents ?? ''),
      ...(written?.meeting.files ?? []).map(({ name }) => name),
      ...linesOf(meeting.contents.documents),
    ],
    earlierActions: facts.earlierActions.map(actionRow),
    actions: facts.actions.map(actionRow),
  };
};
