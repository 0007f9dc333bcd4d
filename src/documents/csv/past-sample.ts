import { printRecordDate } from '../../domain/occasion/date.ts';
import type { PastKind } from '../../domain/past-records.ts';
import type { PastSample } from '../../services/past-records/read-sample.ts';
import { CONTENTS_LABEL, MEETING_LABEL, WAY_WORD } from '../../texts/meeting.ts';
import { PAST_SAMPLE as SAMPLE } from '../../texts/past-records.ts';
import { OTHER_WORD, TRAINING_WAY_WORD } from '../../texts/training.ts';
import { ATTENDANCE_COLUMN, ATTENDANCE_WORD, TRAINING_COLUMN } from '../../texts/training-csv.ts';
import { writeCsv } from './write.ts';

/** A row as a column and what stands in it. */
type Cells = readonly (readonly [column: string, cell: string])[];

const meeting = (date: string, bodyName: string): Cells => [
  [MEETING_LABEL.bodyId, bodyName],
  [MEETING_LABEL.way, WAY_WORD.onsite],
  [MEETING_LABEL.heldOn, date],
  [MEETING_LABEL.place, SAMPLE.place],
  [MEETING_LABEL.items, SAMPLE.items],
  [CONTENTS_LABEL.attendees, SAMPLE.attendees],
];

const training = (date: string): Cells => [
  [TRAINING_COLUMN.programme, OTHER_WORD],
  [TRAINING_COLUMN.otherName, SAMPLE.programme],
  [TRAINING_COLUMN.way, TRAINING_WAY_WORD.onsite],
  [TRAINING_COLUMN.heldOn, date],
  [TRAINING_COLUMN.place, SAMPLE.place],
  [TRAINING_COLUMN.headCount, '2'],
  [TRAINING_COLUMN.lecturer, SAMPLE.lecturer],
];

const attendances = (date: string): readonly Cells[] =>
  SAMPLE.people.map(({ name, email, state, note }) => [
    [ATTENDANCE_COLUMN.session, SAMPLE.programme],
    [ATTENDANCE_COLUMN.heldOn, date],
    [ATTENDANCE_COLUMN.name, name],
    [ATTENDANCE_COLUMN.email, email],
    [ATTENDANCE_COLUMN.state, ATTENDANCE_WORD[state]],
    [ATTENDANCE_COLUMN.note, note],
  ]);

/** 見本のCSV of 過去の記録を取り込む. The one of 受講 is of the training of the one of 研修. */
export const pastSampleCsv = (kind: PastKind, { day, bodyName = SAMPLE.body }: PastSample): Uint8Array => {
  const date = printRecordDate({ kind: 'day', day });
  const rows = {
    meetings: [meeting(date, bodyName)],
    trainings: [training(date)],
    attendance: attendances(date),
  }[kind];
  return writeCsv(
    (rows[0] ?? []).map(([column]) => column),
    rows.map((row) => row.map(([, cell]) => cell)),
  );
};
