import { z } from 'zod';
import { type DayProblem, readDay } from '../../domain/calendar/japanese-era.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { TableReading } from '../../domain/csv-file.ts';
import { type NoDataKind, noDataInName, noDataInTitle } from '../../domain/no-data.ts';
import { EmailAddress } from '../../domain/person/person.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { csvText } from '../../texts/csv.ts';
import { problemText } from '../../texts/problem.ts';
import { NO_DATA_TEXT } from '../../texts/unkept.ts';
import { defaultsTaken, type Found, headerProblems, renamed, rowProblems, wordIn } from './cells.ts';
import type { CsvRow, CsvTable } from './file.ts';

/** Reads what stands in a cell, or says in a sentence what is wrong with it. */
type ReadCell<T> = (text: string) => Result<T, string>;

const cell = <T>(read: ReadCell<T>): z.ZodType<T, string> =>
  z.string().transform((text, context) => {
    const result = read(text);
    if (result.ok) return result.value;
    context.addIssue({ code: 'custom', message: result.error });
    return z.NEVER;
  });

/** A cell that must be filled in, with what is said where it is not. */
export const filled = <T>(read: ReadCell<T>, empty: string = csvText.emptyCell): z.ZodType<T, string> =>
  cell((text) => (text === '' ? refuse(empty) : read(text)));

/** A cell that may be empty. */
export const optional = <T>(read: ReadCell<T>): z.ZodType<T | null, string> =>
  cell<T | null>((text) => (text === '' ? succeed(null) : read(text)));

const MOST_CHARACTERS = 60;

const words =
  (noDataIn: (text: string) => NoDataKind | undefined): ReadCell<string> =>
  (text) => {
    if (text.length > MOST_CHARACTERS) return refuse(problemText.tooLong(MOST_CHARACTERS));
    if (/[\n\r\t]/u.test(text)) return refuse(csvText.lineBreak);
    const noData = noDataIn(text);
    return noData === undefined ? succeed(text) : refuse(NO_DATA_TEXT[noData]);
  };

/** What something is called by: at most 60 characters on one line. */
export const readWords: ReadCell<string> = words(noDataInTitle);

/** A person's name, as long. */
export const readName: ReadCell<string> = words(noDataInName);

export const readEmail: ReadCell<string> = (text) => {
  const email = EmailAddress.safeParse(text);
  return email.success ? succeed(email.data) : refuse(problemText.emailUnreadable);
};

/** Why a day can't be read; `unreadable` where there is nothing more exact to say. */
export const daySentence = (problem: DayProblem, unreadable: string): string => {
  switch (problem.kind) {
    case 'weekday-differs':
      return csvText.weekdayDiffers(problem.right);
    case 'era-differs':
      return csvText.eraDiffers(problem.right);
    default:
      return unreadable;
  }
};

export const readDayCell: ReadCell<LocalDate> = (text) => {
  const day = readDay(text);
  return day.ok ? day : refuse(daySentence(day.error, csvText.unreadableSingleDay));
};

/** One of several words, each with what it stands for; width and spaces do not count. */
export const readWord =
  <T extends string>(words: Readonly<Record<string, T>>): ReadCell<T> =>
  (text) => {
    const known = new Map(Object.entries(words));
    const value = known.get(wordIn([...known.keys()], (word) => word, text) ?? '');
    return value === undefined ? refuse(csvText.oneOf([...known.keys()])) : succeed(value);
  };

/** A row as it is meant, or what is wrong in its cells. */
export type RowReading<Row> = Result<Row, readonly Found[]>;

/** How the rows of a file are read: its headers, what an empty cell stands for by header, and one row. */
type Rows<Row> = {
  readonly headers: Parameters<typeof headerProblems>[1];
  readonly defaults?: Readonly<Record<string, string>>;
  readonly readRow: (row: CsvRow) => RowReading<Row>;
};

/** Reads every row, or every problem with its line and column. */
export const readRows =
  <Row>({ headers: expected, defaults = {}, readRow }: Rows<Row>) =>
  ({ headers, rows }: CsvTable): TableReading<Row> => {
    const wrong = headerProblems(headers, expected);
    if (wrong.length > 0) return { rows: [], defaults: [], problems: wrong };
    const read = rows.map((row) => ({ line: row.line, reading: readRow(row) }));
    return {
      defaults: defaultsTaken(rows, defaults),
      rows: read.flatMap(({ reading }) => (reading.ok ? [reading.value] : [])),
      problems: read.flatMap(({ line, reading }) =>
        reading.ok ? [] : reading.error.map((found) => ({ line, ...found })),
      ),
    };
  };

/** How a file is read: the header of each field, those that must be there, and other words for headers. */
type Columns<Row> = {
  readonly labels: Readonly<Record<string, string>>;
  readonly required: readonly string[];
  readonly otherNames?: Readonly<Record<string, string>>;
  /** Headers of columns that hold a number. */
  readonly numbers?: readonly string[];
  /** By header: what an empty cell stands for, in a word. */
  readonly defaults?: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<Row>;
};

/** Reads every row by its columns, or every problem with its line and column. */
export const readColumns =
  <Row extends object>({
    labels,
    required,
    otherNames = {},
    numbers = [],
    defaults = {},
    schema,
  }: Columns<Row>) =>
  (table: CsvTable): TableReading<Row & { readonly line: number }> => {
    const fields = Object.entries(labels);
    const readRow = ({ line, cells }: CsvRow): RowReading<Row & { readonly line: number }> => {
      const row = schema.safeParse(
        Object.fromEntries(fields.map(([field, label]) => [field, cells[label] ?? ''])),
      );
      const issues = (row.error?.issues ?? []).map(({ path, message }) => ({
        column: labels[String(path[0])] ?? '',
        sentence: message,
      }));
      const problems = rowProblems(cells, issues, numbers);
      return row.success && problems.length === 0 ? succeed({ ...row.data, line }) : refuse(problems);
    };
    const headers = { required, known: Object.values(labels) };
    return readRows({ headers, defaults, readRow })(renamed(table, otherNames));
  };
