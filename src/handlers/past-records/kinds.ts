import { readAttendanceCsv } from '../../documents/csv/attendance.ts';
import type { CsvTable } from '../../documents/csv/file.ts';
import { readMeetingCsv } from '../../documents/csv/meeting.ts';
import { readTrainingCsv } from '../../documents/csv/training.ts';
import type { Actor } from '../../domain/actor.ts';
import { ATTENDANCE_STATES } from '../../domain/attendance/attendance.ts';
import type { CellProblem, ImportCounts, ImportProblem, TableReading } from '../../domain/csv-file.ts';
import type { ImportedMeeting } from '../../domain/meeting/import.ts';
import type { UnknownName } from '../../domain/person/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import type {
  AttendanceLineProblem,
  ImportedAttendance,
  ImportedTraining,
  TrainingLineProblem,
} from '../../domain/training/import.ts';
import { type AttendanceWould, importAttendance } from '../../services/attendance/import.ts';
import { importMeetings, type LineProblem } from '../../services/meeting/import.ts';
import type { ApprovedImport, ServiceDeps } from '../../services/service-deps.ts';
import { importTrainings } from '../../services/training/import.ts';
import { ATTENDANCE_WORD, trainingCsvText } from '../../texts/training-csv.ts';
import { meetingCell } from '../../views/import-cells.ts';
import { attendanceCell, trainingCell } from '../../views/training/import-cells.ts';

/** One kind of past records: how its file is read and imported, and what is said of it, by a form as at the command line. */
export type PastImport<Row, Line, Would> = {
  readonly read: (table: CsvTable) => TableReading<Row>;
  readonly importAll: (
    deps: ServiceDeps,
    rows: readonly Row[],
    dryRun: boolean,
    actor: Actor,
    approved?: ApprovedImport<Would>,
  ) => Promise<Result<ImportCounts, ImportProblem<Line, Would> | Refusal>>;
  readonly cellOf: (line: Line) => CellProblem;
  /** The names in the file that the record does not know. */
  readonly unknown: (would: Would) => readonly UnknownName[];
  /** What the rows of the file say in numbers, a line each. */
  readonly counted: (rows: readonly Row[]) => readonly string[];
};

const none = (): readonly never[] => [];

export const PAST_MEETINGS: PastImport<ImportedMeeting, LineProblem, ImportCounts> = {
  read: readMeetingCsv,
  importAll: importMeetings,
  cellOf: meetingCell,
  unknown: none,
  counted: none,
};

export const PAST_TRAININGS: PastImport<ImportedTraining, TrainingLineProblem, ImportCounts> = {
  read: readTrainingCsv,
  importAll: importTrainings,
  cellOf: trainingCell,
  unknown: none,
  counted: none,
};

export const PAST_ATTENDANCE: PastImport<ImportedAttendance, AttendanceLineProblem, AttendanceWould> = {
  read: readAttendanceCsv,
  importAll: (deps, rows, dryRun, actor, approved) =>
    importAttendance(deps, rows, { dryRun, newPeople: false }, actor, approved),
  cellOf: attendanceCell,
  unknown: ({ unknown }) => unknown,
  counted: (rows) => [
    trainingCsvText.states(
      ATTENDANCE_STATES.map((state) => [
        ATTENDANCE_WORD[state],
        rows.filter((row) => row.state === state).length,
      ]),
    ),
  ],
};
