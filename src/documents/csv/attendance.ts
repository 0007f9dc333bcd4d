import { z } from 'zod';
import { ATTENDANCE_STATES, type AttendanceState } from '../../domain/attendance/attendance.ts';
import type { TableReading } from '../../domain/csv-file.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { printRecordDate, readRecordDate } from '../../domain/occasion/date.ts';
import { isReachable } from '../../domain/person/person.ts';
import { refuse, succeed } from '../../domain/result.ts';
import type { ImportedAttendance } from '../../domain/training/import.ts';
import type { AttendanceExport } from '../../services/attendance/export.ts';
import type { MissingList } from '../../services/attendance/list-missing.ts';
import { problemText } from '../../texts/problem.ts';
import {
  ATTENDANCE_WORD,
  ATTENDANCE_COLUMN as COLUMN,
  MISSING_COLUMNS,
  ON_SLACK_WORD,
  trainingCsvText,
} from '../../texts/training-csv.ts';
import { filled, optional, readColumns, readEmail, readName, readWord } from './columns.ts';
import { dateSentence } from './dates.ts';
import type { CsvTable } from './file.ts';
import { writeCsv } from './write.ts';

const STATES = Object.fromEntries(ATTENDANCE_STATES.map((state) => [ATTENDANCE_WORD[state], state]));
const MOST_NOTE = 200;
const DOT = '・';

const attendanceReader = (state: z.ZodType<AttendanceState, string>, defaults: Record<string, string>) =>
  readColumns({
    labels: {
      sessionName: COLUMN.session,
      date: COLUMN.heldOn,
      // As they were when the file was given out: people are found by 氏名 and メール.
      department: COLUMN.department,
      section: COLUMN.section,
      name: COLUMN.name,
      email: COLUMN.email,
      state: COLUMN.state,
      note: COLUMN.note,
    },
    required: [COLUMN.session, COLUMN.heldOn, COLUMN.name],
    defaults,
    schema: z.object({
      sessionName: filled((text) => succeed(text)),
      date: filled((text) => {
        const date = readRecordDate(text);
        return date.ok ? date : refuse(dateSentence(date.error));
      }),
      name: filled(readName),
      email: optional(readEmail),
      state,
      note: optional<string>((text) =>
        text.length > MOST_NOTE ? refuse(problemText.tooLong(MOST_NOTE)) : succeed(text),
      ).transform((note) => note ?? ''),
    }),
  });

const readWithStates = attendanceReader(filled(readWord(STATES), trainingCsvText.blankState), {});
const readWithoutStates = attendanceReader(
  optional(readWord(STATES)).transform((state) => state ?? 'present'),
  { [COLUMN.state]: ATTENDANCE_WORD.present },
);

/**
 * Reads a file of past attendance: every row, or every problem with its line and column. 開催日 is as the list or the
 * report prints it: a day, a range or a month. Where no row has an 出欠 all were there; beside one that has, an empty one
 * may be somebody who did not come.
 */
export const readAttendanceCsv = (table: CsvTable): TableReading<ImportedAttendance> =>
  (table.rows.some(({ cells }) => (cells[COLUMN.state] ?? '') !== '') ? readWithStates : readWithoutStates)(
    table,
  );

/** Where somebody belongs: 部局 and 課, several of them with a dot between. */
const placesOf = (
  departments: readonly DepartmentWithSections[],
  seats: MissingList['missing'][number]['seats'],
): readonly [string, string] => {
  const names = seats.map(
    ({ departmentId }) => departments.find(({ id }) => id === departmentId)?.name ?? '',
  );
  return [[...new Set(names)].join(DOT), seats.map(({ name }) => name).join(DOT)];
};

/** Attendance as a file of past attendance is read: importing it again changes nothing. */
export const attendanceCsv = ({ departments, attendances }: AttendanceExport): Uint8Array =>
  writeCsv(
    Object.values(COLUMN),
    attendances.map(({ session, sessionName, person, seats, state, note }) => [
      sessionName,
      printRecordDate(session.date),
      ...placesOf(departments, seats),
      person.name,
      person.email ?? '',
      ATTENDANCE_WORD[state],
      note,
    ]),
  );

/** 未受講者, a line each. */
export const missingCsv = ({ session, name, departments, missing }: MissingList): Uint8Array =>
  writeCsv(
    MISSING_COLUMNS,
    missing.map(({ person, seats, isAbsent }) => [
      name,
      printRecordDate(session.date),
      ...placesOf(departments, seats),
      person.name,
      person.email ?? '',
      isReachable(person) ? ON_SLACK_WORD.yes : ON_SLACK_WORD.no,
      isAbsent ? ATTENDANCE_WORD.absent : '',
    ]),
  );
