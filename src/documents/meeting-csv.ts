import { readDay, readMonth } from '../domain/calendar/japanese-era.ts';
import { firstOfMonth, type LocalDate } from '../domain/calendar/local-date.ts';
import { DATE_PRECISIONS, MEETING_WAYS, MeetingContentsDraft, MeetingDraft } from '../domain/meeting.ts';
import type { ImportedMeeting } from '../domain/meeting-import.ts';
import { type DatePrecision, fieldsOf, readRecordDate } from '../domain/record-date.ts';
import { csvText } from '../texts/csv.ts';
import { CONTENTS_LABEL, MEETING_LABEL, PRECISION_WORD, WAY_WORD } from '../texts/meeting.ts';
import { problemText } from '../texts/problem.ts';
import type { CsvRow } from './csv-file.ts';

/** A cell that can't be read, as people find it: line, column and what to do. */
export type CellProblem = { readonly line: number; readonly column: string; readonly sentence: string };

/** The columns of a file of past meetings: the labels of the two forms. */
const REQUIRED = [MEETING_LABEL.bodyId, MEETING_LABEL.way, MEETING_LABEL.heldOn, MEETING_LABEL.items];
const { reason: _, ...FACTS_LABEL } = MEETING_LABEL;
const LABEL: Readonly<Record<string, string>> = { ...FACTS_LABEL, ...CONTENTS_LABEL };
const KNOWN: readonly string[] = Object.values(LABEL);

const wordIn = <T extends string>(words: readonly T[], wordOf: (word: T) => string, typed: string) =>
  words.find((word) => wordOf(word) === typed.normalize('NFKC') || wordOf(word) === typed);

const readPrecision = (typed: string): DatePrecision | undefined =>
  wordIn(DATE_PRECISIONS, (word) => PRECISION_WORD[word].word, typed) ??
  (/^期限/u.test(typed) ? 'until' : undefined);

type Dates = Pick<MeetingDraft, 'heldOn' | 'heldUntil' | 'precision'>;

/** A day, or a month by its first day. */
const readDayOrMonth = (typed: string): LocalDate | undefined => {
  const day = readDay(typed);
  if (day.ok) return day.value;
  const month = readMonth(typed);
  return month.ok ? firstOfMonth(month.value) : undefined;
};

/** 開催日 alone may hold a date as the report prints it (令和5年7月から9月まで); with the other two it is one day. */
const readDates = (
  cell: (label: string) => string,
): { readonly dates: Dates } | { readonly column: string } => {
  const [on, until, typed] = [
    cell(MEETING_LABEL.heldOn),
    cell(MEETING_LABEL.heldUntil),
    cell(MEETING_LABEL.precision),
  ];
  if (until === '' && typed === '') {
    const read = readRecordDate(on);
    return read.ok ? { dates: fieldsOf(read.value) } : { column: MEETING_LABEL.heldOn };
  }
  const heldOn = readDayOrMonth(on);
  const heldUntil = until === '' ? undefined : readDayOrMonth(until);
  const precision = typed === '' ? 'day' : readPrecision(typed);
  if (heldOn === undefined) return { column: MEETING_LABEL.heldOn };
  if (until !== '' && heldUntil === undefined) return { column: MEETING_LABEL.heldUntil };
  if (precision === undefined) return { column: MEETING_LABEL.precision };
  return { dates: { heldOn, heldUntil, precision } };
};

const WithoutBody = MeetingDraft.omit({ bodyId: true });

/** A file knows nobody's Slack account: its 出席者 are kept by name, one a line. */
const namesOf = (...cells: readonly string[]): string =>
  cells.flatMap((names) => names.split(/[、,\n\r]+/u)).join('\n');

const readRow = ({ line, cells }: CsvRow): ImportedMeeting | readonly CellProblem[] => {
  const cell = (label: string): string => cells[label] ?? '';
  const missing = REQUIRED.filter((label) => cell(label) === '');
  if (missing.length > 0) return missing.map((column) => ({ line, column, sentence: problemText.required }));
  const way = wordIn(MEETING_WAYS, (word) => WAY_WORD[word], cell(MEETING_LABEL.way));
  if (way === undefined)
    return [{ line, column: MEETING_LABEL.way, sentence: csvText.oneOf(Object.values(WAY_WORD)) }];
  const read = readDates(cell);
  if ('column' in read) {
    const isPrecision = read.column === MEETING_LABEL.precision;
    const words = DATE_PRECISIONS.map((precision) => PRECISION_WORD[precision].word);
    return [
      { line, column: read.column, sentence: isPrecision ? csvText.oneOf(words) : csvText.unreadableDay },
    ];
  }
  const draft = WithoutBody.safeParse({
    ...read.dates,
    way,
    note: cell(MEETING_LABEL.note),
    place: cell(MEETING_LABEL.place),
    items: cell(MEETING_LABEL.items),
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
  if (draft.success && contents.success)
    return { line, bodyName: cell(MEETING_LABEL.bodyId), draft: draft.data, contents: contents.data };
  return [draft.error, contents.error].flatMap((error) =>
    (error?.issues ?? []).map((issue) => ({
      line,
      column: LABEL[String(issue.path[0])] ?? '',
      sentence:
        issue.code === 'too_big' ? problemText.tooLong(Number(issue.maximum)) : problemText.unreadable,
    })),
  );
};

/** Reads a file of past meetings: every row, or every problem with its line and column. */
export const readMeetingCsv = (
  headers: readonly string[],
  rows: readonly CsvRow[],
): { readonly meetings: readonly ImportedMeeting[]; readonly problems: readonly CellProblem[] } => {
  const absent = REQUIRED.filter((label) => !headers.includes(label));
  const unknown = headers.filter((header) => header !== '' && !KNOWN.includes(header));
  if (absent.length > 0 || unknown.length > 0)
    return {
      meetings: [],
      problems: [
        ...absent.map((column) => ({ line: 1, column, sentence: csvText.noColumn })),
        ...unknown.map((column) => ({ line: 1, column, sentence: csvText.unknownColumn(KNOWN) })),
      ],
    };
  const read = rows.map(readRow);
  return {
    meetings: read.flatMap((row) => ('draft' in row ? [row] : [])),
    problems: read.flatMap((row) => ('draft' in row ? [] : row)),
  };
};
