import type { CellProblem } from '../../domain/csv-file.ts';
import type { AttendanceLineProblem, TrainingLineProblem } from '../../domain/training/import.ts';
import { ATTENDANCE_COLUMN, TRAINING_COLUMN, trainingCsvText } from '../../texts/training-csv.ts';
import { problemSentence } from '../problem.ts';

/** What does not go with the record, as people find it in the file: line, column, sentence. */

export const trainingCell = ({ line, problem }: TrainingLineProblem): CellProblem => ({
  line,
  column: problem.field === 'invitees' ? TRAINING_COLUMN.audience : TRAINING_COLUMN[problem.field],
  sentence:
    problem.kind === 'unknown-programme' ? trainingCsvText.unknownProgramme : problemSentence(problem),
});

const attendanceSentence = (problem: AttendanceLineProblem['problem']): string => {
  switch (problem.kind) {
    case 'unknown-session':
      return trainingCsvText.unknownSession;
    case 'ambiguous-session':
      return trainingCsvText.ambiguousSession;
    case 'attendance-still-to-come':
      return trainingCsvText.attendanceStillToCome;
    case 'attendance-known-otherwise':
      return trainingCsvText.attendanceKnownOtherwise;
    case 'person-twice':
      return trainingCsvText.personTwice(problem.otherLine);
    default:
      return problemSentence(problem);
  }
};

export const attendanceCell = ({ line, problem }: AttendanceLineProblem): CellProblem => ({
  line,
  column: problem.field === 'user' ? ATTENDANCE_COLUMN.name : ATTENDANCE_COLUMN[problem.field],
  sentence: attendanceSentence(problem),
});
