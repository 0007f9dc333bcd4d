import { z } from 'zod';
import { type DayProblem, readDay } from '../domain/calendar/japanese-era.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { TableReading } from '../domain/csv-file.ts';
import { EmailAddress } from '../domain/person.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { csvText } from '../texts/csv.ts';
import { problemText } from '../texts/problem.ts';
import { headerProblems, renamed, surplusCells } from './csv-cells.ts';
import type { CsvTable } from './csv-file.ts';

/** Reads what stands in a cell, or says in a sentence what is wrong with it. */
type ReadCell<T> = (text: string) => Result<T, string>;

const cell = <T>(read: ReadCell<T>): z.ZodType<T, string> =>
  z.string().transform((text, context) => {
    const result = read(text);
    if (result.ok) return result.value;
    context.addIssue({ code: 'custom', message: result.error });
    return z.NEVER;
  });

/** A cell that must be filled in. */
export const filled = <T>(read: ReadCell<T>): z.ZodType<T, string> =>
  cell((text) => (text === '' ? refuse(csvText.emptyCell) : read(text)));

/** A cell that may be empty. */
export const optional = <T>(read: ReadCell<T>): z.ZodType<T | null, string> =>
  cell<T | null>((text) => (text === '' ? succeed(null) : read(text)));

const MOST_CHARACTERS = 60;

/** A name or a title: at most 60 characters on one line. */
export const readWords: ReadCell<string> = (text) => {
  if (text.length > MOST_CHARACTERS) return refuse(problemText.tooLong(MOST_CHARACTERS));
  return /\p{Cc}/u.test(text) ? refuse(problemText.unreadable) : succeed(text);
};

export const readEmail: ReadCell<string> = (text) => {
  const email = EmailAddress.safeParse(text);
  return email.success ? succeed(email.data) : refuse(problemText.emailUnreadable);
};

const daySentence = (problem: DayProblem): string =>
  problem.kind === 'weekday-differs' ? csvText.weekdayDiffers(problem.right) : csvText.unreadableSingleDay;

export const readDayCell: ReadCell<LocalDate> = (text) => {
  const day = readDay(text);
  return day.ok ? day : refuse(daySentence(day.error));
};

/** One of several words, each with what it stands for; width and spaces do not count. */
export const readWord =
  <T extends string>(words: Readonly<Record<string, T>>): ReadCell<T> =>
  (text) => {
    const plain = (word: string): string => word.normalize('NFKC').replace(/\s+/gu, '');
    const found = Object.entries(words).find(([word]) => plain(word) === plain(text));
    return found === undefined ? refuse(csvText.oneOf(Object.keys(words))) : succeed(found[1]);
  };

/** How a file is read: the header of each field, those that must be there, and other words for headers. */
type Columns<Row> = {
  readonly labels: Readonly<Record<string, string>>;
  readonly required: readonly string[];
  readonly otherNames?: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<Row>;
};

/** Reads every row by its columns, or every problem with its line and column. */
export const readColumns =
  <Row extends object>({ labels, required, otherNames = {}, schema }: Columns<Row>) =>
  (table: CsvTable): TableReading<Row & { readonly line: number }> => {
    const { headers, rows } = renamed(table, otherNames);
    const wrong = headerProblems(headers, { required, known: Object.values(labels) });
    if (wrong.length > 0) return { rows: [], problems: wrong };
    const fields = Object.entries(labels);
    const read = rows.map(({ line, cells }) => {
      const row = schema.safeParse(
        Object.fromEntries(fields.map(([field, label]) => [field, cells[label] ?? ''])),
      );
      const issues = (row.error?.issues ?? []).map(({ path, message }) => ({
        column: labels[String(path[0])] ?? '',
        sentence: message,
      }));
      const problems = [...surplusCells(cells), ...issues].map((found) => ({ line, ...found }));
      return { line, row, problems };
    });
    return {
      rows: read.flatMap(({ line, row, problems }) =>
        row.success && problems.length === 0 ? [{ ...row.data, line }] : [],
      ),
      problems: read.flatMap(({ problems }) => problems),
    };
  };
