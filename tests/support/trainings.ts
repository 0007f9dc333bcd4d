import type {
  Attendance,
  AttendanceState,
  EnteredAttendance,
} from '../../src/domain/attendance/attendance.ts';
import type { Programme } from '../../src/domain/training/programme.ts';
import type { TrainingSession } from '../../src/domain/training/training.ts';
import type { ChapterSession } from '../../src/services/read-chapter5.ts';
import { month } from './record-dates.ts';

/** A session as the record holds it: the promoters' training of 令和6年1月 unless told otherwise. */
export const aTraining = (facts: Partial<TrainingSession> = {}): TrainingSession => ({
  id: '00000000-0000-4000-8000-0000000000c1',
  programmeId: '00000000-0000-4000-8000-0000000000d1',
  otherName: '',
  fiscalYear: 2023,
  way: 'onsite',
  date: month('2024-01'),
  place: '豊中市立文化芸術センター',
  audience: 'open',
  headCount: 92,
  contents: { lecturer: '', content: '', link: '' },
  printedTogether: false,
  code: null,
  recordedBy: 'U0JIMU',
  recordedFor: null,
  recordedAt: new Date('2024-02-01T10:00:00+09:00'),
  confirmedAt: new Date('2024-02-01T10:00:00+09:00'),
  heldAskedAt: null,
  heldConfirmedAt: new Date('2024-02-01T10:00:00+09:00'),
  cancelled: null,
  revision: 0,
  ...facts,
});

/** `count` people's attendance of a session, by numbers from `first` on: p1, p2, … */
export const attended = (
  count: number,
  state: AttendanceState = 'present',
  first = 1,
): readonly (Attendance & EnteredAttendance)[] =>
  Array.from({ length: count }, (_, index) => ({
    sessionId: '00000000-0000-4000-8000-0000000000c1',
    personId: `p${first + index}`,
    state,
    note: '',
    enteredBy: 'U0JIMU',
  }));

/** The people p1 to p`count`. */
export const peopleUpTo = (count: number): ReadonlySet<string> =>
  new Set(Array.from({ length: count }, (_, index) => `p${index + 1}`));

/** A settled session as chapter 5 has it, without recorded people unless told otherwise. */
export const inChapter = (
  facts: Partial<TrainingSession> = {},
  chapter: Partial<Omit<ChapterSession, 'session'>> = {},
): ChapterSession => ({
  session: aTraining(facts),
  standing: 'settled',
  attendances: [],
  promoters: new Set(),
  ...chapter,
});

/** A 研修の種類 as the record holds it: 協働推進員研修 unless told otherwise. */
export const aProgramme = (facts: Partial<Programme> = {}): Programme => ({
  id: '00000000-0000-4000-8000-0000000000d1',
  name: '協働推進員研修',
  position: 30,
  forPromoters: true,
  since: 2023,
  example: false,
  ...facts,
});
