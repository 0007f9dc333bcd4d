import { type Attendance, wasThere } from '../attendance/attendance.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { participantsOf, recordedOf, type TrainingSession } from './training.ts';

/** The training of one programme in one fiscal year in numbers. */
export type TrainingNumbers = {
  readonly year: FiscalYear;
  readonly sessions: number;
  /** 参加者 of all sessions for which it is known, added; null while it is known of none. */
  readonly participants: number | null;
  /** Sessions whose 参加者 is not known: the sum is without them. */
  readonly unknown: number;
  /** 延べ: recorded attendances, 出席 and 一部出席. */
  readonly attendances: number;
  /** 実人数: people so recorded, each once. */
  readonly people: number;
  /** 開催なし stands. */
  readonly notHeld: boolean;
};

/** One programme over the years, oldest year first; `name` null is その他, whatever was named only for the occasion. */
export type ProgrammeNumbers = {
  readonly name: string | null;
  readonly years: readonly TrainingNumbers[];
};

/** How many fiscal years are told side by side: the present one and those before it. */
export const YEARS_TOLD = 3;

/** 参加者 of several sessions added, as far as they are known; null while it is known of none. `unknown` sessions are not in it. */
export const addedParticipants = (
  counts: readonly (number | null)[],
): Pick<TrainingNumbers, 'participants' | 'unknown'> => {
  const known = counts.filter((count) => count !== null);
  return {
    participants: known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0),
    unknown: counts.length - known.length,
  };
};

/** The numbers of some settled sessions of one year. */
export const numbersOf = (
  year: FiscalYear,
  sessions: readonly TrainingSession[],
  attendances: readonly Attendance[],
  notHeld: boolean,
): TrainingNumbers => {
  const ids = new Set(sessions.map(({ id }) => id));
  const of = attendances.filter(({ sessionId }) => ids.has(sessionId));
  const counts = sessions.map((session) =>
    participantsOf(session, recordedOf(of.filter(({ sessionId }) => sessionId === session.id))),
  );
  const came = of.filter((attendance) => wasThere(attendance));
  return {
    year,
    sessions: sessions.length,
    ...addedParticipants(counts),
    attendances: came.length,
    people: new Set(came.map(({ personId }) => personId)).size,
    notHeld,
  };
};
