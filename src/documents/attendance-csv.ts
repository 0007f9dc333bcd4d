import { z } from 'zod';
import { ATTENDANCE_STATES } from '../domain/attendance.ts';
import type { TableReading } from '../domain/csv-file.ts';
import { readRecordDate } from '../domain/record-date.ts';
import { refuse, succeed } from '../domain/result.ts';
import type { ImportedAttendance } from '../domain/training-import.ts';
import { problemText } from '../texts/problem.ts';
import { ATTENDANCE_COLUMN, ATTENDANCE_WORD } from '../texts/training-csv.ts';
import { filled, optional, readColumns, readEmail, readWord, readWords } from './csv-columns.ts';
import { dateSentence } from './csv-dates.ts';
import type { CsvTable } from './csv-file.ts';

const STATES = Object.fromEntries(ATTENDANCE_STATES.map((state) => [ATTENDANCE_WORD[state], state]));
const MOST_NOTE = 200;

/**
 * Reads a file of past attendance: every row, or every problem with its line and column. 開催日 is as the list or the
 * report prints it: a day, a range or a month. Without 出欠 one was there.
 */
export const readAttendanceCsv: (table: CsvTable) => TableReading<ImportedAttendance> = readColumns({
  labels: {
    sessionName: ATTENDANCE_COLUMN.session,
    date: ATTENDANCE_COLUMN.heldOn,
    name: ATTENDANCE_COLUMN.name,
    email: ATTENDANCE_COLUMN.email,
    state: ATTENDANCE_COLUMN.state,
    note: ATTENDANCE_COLUMN.note,
  },
  required: [ATTENDANCE_COLUMN.session, ATTENDANCE_COLUMN.heldOn, ATTENDANCE_COLUMN.name],
  schema: z.object({
    sessionName: filled((text) => succeed(text)),
    date: filled((text) => {
      const date = readRecordDate(text);
      return date.ok ? date : refuse(dateSentence(date.error));
    }),
    name: filled(readWords),
    email: optional(readEmail),
    state: optional(readWord(STATES)).transform((state) => state ?? 'present'),
    note: optional<string>((text) =>
      text.length > MOST_NOTE ? refuse(problemText.tooLong(MOST_NOTE)) : succeed(text),
    ).transform((note) => note ?? ''),
  }),
});
