import type { AttendanceState } from '../attendance/attendance.ts';
import type { RecordDate } from '../occasion/date.ts';
import type { PersonProblem } from '../person/person.ts';
import type { TrainingContentsDraft, TrainingDraft, TrainingProblem } from './training.ts';

/** One past 研修 as a file has it: the programme by name, null for その他, and the line it stands on. */
export type ImportedTraining = {
  readonly line: number;
  readonly programmeName: string | null;
  readonly draft: Omit<TrainingDraft, 'programme'>;
  readonly contents: TrainingContentsDraft;
};

/** What is wrong with which line of a file of past training. */
export type TrainingLineProblem = { readonly line: number; readonly problem: TrainingProblem };

/** One person's past attendance as a file has it: the session by its name and date. */
export type ImportedAttendance = {
  readonly line: number;
  readonly sessionName: string;
  readonly date: RecordDate;
  readonly name: string;
  readonly email: string | null;
  readonly state: AttendanceState;
  readonly note: string;
};

/** Why a line of past attendance can't be taken; `field` is the column. */
export type ImportedAttendanceProblem =
  | {
      readonly field: 'session';
      readonly kind: 'unknown-session' | 'ambiguous-session';
    }
  | { readonly field: 'heldOn'; readonly kind: 'attendance-still-to-come' }
  | PersonProblem
  /** The record has another attendance of this person than the line says. */
  | { readonly field: 'state'; readonly kind: 'attendance-known-otherwise' }
  /** An earlier line says something else of this person. */
  | { readonly field: 'name'; readonly kind: 'person-twice'; readonly otherLine: number };

/** What is wrong with which line of a file of past attendance. */
export type AttendanceLineProblem = {
  readonly line: number;
  readonly problem: ImportedAttendanceProblem;
};
