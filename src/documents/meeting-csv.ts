import { readAgenda } from '../domain/agenda.ts';
import { readDay, readMonth } from '../domain/calendar/japanese-era.ts';
import { firstOfMonth, type LocalDate } from '../domain/calendar/local-date.ts';
import type { CellProblem } from '../domain/csv-file.ts';
import { DATE_PRECISIONS, MEETING_WAYS, MeetingContentsDraft, MeetingDraft } from '../domain/meeting.ts';
import type { ImportedMeeting } from '../domain/meeting-import.ts';
import {
  type DatePrecision,
  fieldsOf,
  readRecordDate,
  type WrittenRecordDateProblem,
} from '../domain/record-date.ts';
import { csvText } from '../texts/csv.ts';
import { CONTENTS_LABEL, MEETING_LABEL, PRECISION_WORD, WAY_WORD } from '../texts/meeting.ts';
import { problemText } from '../texts/problem.ts';
import { recordDateSentence } from '../texts/record-date.ts';
import { emptyCells, type Found, headerProblems, surplusCells, tooLongCells, wordIn } from './csv-cells.ts';
import type { CsvRow } from './csv-file.ts';

/** The columns of a file of past meetings: the labels of the two forms. */
const REQUIRED = [MEETING_LABEL.bodyId, MEETING_LABEL.way, MEETING_LABEL.heldOn, MEETING_LABEL.items];
const { reason: _, ...FACTS_LABEL } = MEETING_LABEL;
const LABEL: Readonly<Record<string, string>> = { ...FACTS_LABEL, ...CONTENTS_LABEL };
const KNOWN: readonly string[] = Object.values(LABEL);

/** 年月日, 年月, 期限(…まで) as the form has them, or 期限 alone. */
const readPrecision = (typed: string): DatePrecision | undefined =>
  typed === '期限' ? 'until' : wordIn(DATE_PRECISIONS, (word) => PRECISION_WORD[word].word, typed);

const PRECISION_WORDS = DATE_PRECISIONS.map((word) => PRECISION_WORD[word].word);

type Dates = Pick<MeetingDraft, 'heldOn' | 'heldUntil' | 'precision'>;

/** A day or month as a cell has it; a month by its first day. */
type ReadDay = { readonly on: LocalDate; readonly precision: 'day' | 'month' };

const readDayOrMonth = (typed: string): ReadDay | undefined => {
  const day = readDay(typed);
  if (day.ok) return { on: day.value, precision: 'day' };
  const month = readMonth(typed);
  return month.ok ? { on: firstOfMonth(month.value), precision: 'month' } : undefined;
};

const dateSentence = (problem: WrittenRecordDateProblem): string => {
  if (problem.kind !== 'unread') return recordDateSentence(problem);
  const { cause } = problem;
  return cause.kind === 'weekday-differs' ? csvText.weekdayDiffers(cause.right) : csvText.unreadableDay;
};

/** A cell of a row by its label. */
type Cell = (label: string) => string;

/** 開催日 alone may hold a date as the report prints it (令和5年7月から9月まで); with the other two it is one day. */
const readDates = (cell: Cell): Dates | readonly Found[] => {
  const [on, until, typed] = [
    cell(MEETING_LABEL.heldOn),
    cell(MEETING_LABEL.heldUntil),
    cell(MEETING_LABEL.precision),
  ];
  if (on !== '' && until === '' && typed === '') {
    const read = readRecordDate(on);
    return read.ok
      ? fieldsOf(read.value)
      : [{ column: MEETING_LABEL.heldOn, sentence: dateSentence(read.error) }];
  }
  const [first, last] = [readDayOrMonth(on), readDayOrMonth(until)];
  const precision = typed === '' ? (first?.precision ?? 'day') : readPrecision(typed);
  // Of a month no day is known; a day may be printed as its month, if that was asked for.
  const isUsable = (read: ReadDay | undefined): boolean =>
    read !== undefined &&
    (precision === undefined || read.precision === precision || (read.precision === 'day' && typed !== ''));
  const problems = [
    ...(on === '' || isUsable(first)
      ? []
      : [{ column: MEETING_LABEL.heldOn, sentence: csvText.unreadableDay }]),
    ...(until === '' || isUsable(last)
      ? []
      : [{ column: MEETING_LABEL.heldUntil, sentence: csvText.unreadableDay }]),
    ...(precision === undefined
      ? [{ column: MEETING_LABEL.precision, sentence: csvText.oneOf(PRECISION_WORDS) }]
      : []),
  ];
  return problems.length > 0 || first === undefined || precision === undefined
    ? problems
    : { heldOn: first.on, heldUntil: last?.on, precision };
};

const TextCells = MeetingDraft.pick({ note: true, place: true, items: true });

/** A file knows nobody's Slack account: its 出席者 are kept by name, one a line. */
const namesOf = (...cells: readonly string[]): string =>
  cells
    .flatMap((names) => names.split(/[、,\n\r]+/u))
    .filter((name) => name !== '')
    .join('\n');

const readRow = ({ line, cells }: CsvRow): ImportedMeeting | readonly CellProblem[] => {
  const cell: Cell = (label) => cells[label] ?? '';
  const [typedWay, typedItems] = [cell(MEETING_LABEL.way), cell(MEETING_LABEL.items)];
  const way = wordIn(MEETING_WAYS, (word) => WAY_WORD[word], typedWay);
  const dates = readDates(cell);
  const texts = TextCells.safeParse({
    note: cell(MEETING_LABEL.note),
    place: cell(MEETING_LABEL.place),
    items: typedItems,
  });
  const contents = MeetingContentsDraft.safeParse({
    time: cell(CONTENTS_LABEL.time),
    attendeesWithoutSlack: namesOf(
      cell(CONTENTS_LABEL.attendees),
      cell(CONTENTS_LABEL.attendeesWithoutSlack),
    ),
    absences: cell(CONTENTS_LABEL.absences),
    decisions: cell(CONTENTS_LABEL.decisions),
    documents: cell(CONTENTS_LABEL.documents),
  });
  const problems = [
    ...emptyCells(cells, REQUIRED),
    ...(way === undefined && typedWay !== ''
      ? [{ column: MEETING_LABEL.way, sentence: csvText.oneOf(Object.values(WAY_WORD)) }]
      : []),
    ...surplusCells(cells),
    ...('heldOn' in dates ? [] : dates),
    ...(typedItems !== '' && readAgenda(typedItems).length === 0
      ? [{ column: MEETING_LABEL.items, sentence: problemText.noItems }]
      : []),
    ...tooLongCells(texts.error, LABEL),
    ...tooLongCells(contents.error, LABEL),
  ];
  if (problems.length > 0 || way === undefined || !('heldOn' in dates) || !texts.success || !contents.success)
    return problems.map((found) => ({ line, ...found }));
  const draft = { ...texts.data, ...dates, way, reason: '' };
  return { line, bodyName: cell(MEETING_LABEL.bodyId), draft, contents: contents.data };
};

/** Reads a file of past meetings: every row, or every problem with its line and column. */
export const readMeetingCsv = (
  headers: readonly string[],
  rows: readonly CsvRow[],
): { readonly meetings: readonly ImportedMeeting[]; readonly problems: readonly CellProblem[] } => {
  const wrong = headerProblems(headers, { required: REQUIRED, known: KNOWN });
  if (wrong.length > 0) return { meetings: [], problems: wrong };
  const read = rows.map(readRow);
  return {
    meetings: read.flatMap((row) => ('draft' in row ? [row] : [])),
    problems: read.flatMap((row) => ('draft' in row ? [] : row)),
  };
};
