import type { CellProblem } from '../../domain/csv-file.ts';
import type { AttendanceLineProblem, TrainingLineProblem } from '../../domain/training/import.ts';
import { type SentencesOf, sentenceOf } from '../../texts/sentence.ts';
import { ATTENDANCE_COLUMN, TRAINING_COLUMN, trainingCsvText } from '../../texts/training-csv.ts';
import { PROBLEM_SENTENCES } from '../problem.ts';

/** What does not go with the record, as people find it in the file: line, column, sentence. */

const TRAINING_SENTENCES: SentencesOf<TrainingLineProblem['problem']> = {
  ...PROBLEM_SENTENCES,
  'unknown-programme': trainingCsvText.unknownProgramme,
};

export const trainingCell = ({ line, problem }: TrainingLineProblem): CellProblem => ({
  line,
  column: problem.field === 'invitees' ? TRAINING_COLUMN.audience : TRAINING_COLUMN[problem.field],
  sentence: sentenceOf(TRAINING_SENTENCES, problem),
});

const ATTENDANCE_SENTENCES: SentencesOf<AttendanceLineProblem['problem']> = {
  ...PROBLEM_SENTENCES,
  'unknown-session': trainingCsvText.unknownSession,
  'ambiguous-session': trainingCsvText.ambiguousSession,
  'attendance-still-to-come': trainingCsvText.attendanceStillToCome,
  'attendance-known-otherwise': trainingCsvText.attendanceKnownOtherwise,
  'person-twice': ({ otherLine }) => trainingCsvText.personTwice(otherLine),
};

export const attendanceCell = ({ line, problem }: AttendanceLineProblem): CellProblem => ({
  line,
  column: problem.field === 'user' ? ATTENDANCE_COLUMN.name : ATTENDANCE_COLUMN[problem.field],
  sentence: sentenceOf(ATTENDANCE_SENTENCES, problem),
});
