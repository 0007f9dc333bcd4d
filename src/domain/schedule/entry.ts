import { z } from 'zod';
import { type LocalDate, monthOf, type YearMonth } from '../calendar/local-date.ts';
import type { MeetingFacts } from '../meeting/meeting.ts';
import { compareRecordDates, firstDayOfRecord, lastDayOfRecord } from '../occasion/date.ts';
import type { OccasionStanding } from '../occasion/standing.ts';
import { joinParts, splitParts } from '../parts.ts';
import type { Subject } from '../subject.ts';
import type { TrainingFacts } from '../training/training.ts';

/** What the year's schedule is made of. */
export const ENTRY_KINDS = ['meeting', 'training', 'written-meeting'] as const;

/** One date of the schedule by the row of the record it is: a 書面開催 only until its result is in the record as a meeting. */
export type EntryName = { readonly kind: (typeof ENTRY_KINDS)[number]; readonly id: string };

/** How a date of the schedule stands: as its record does, or as a 書面開催 whose answers are awaited, or whose result is. */
export type ScheduleStanding = OccasionStanding | 'open' | 'closed';

/** One date of the year's schedule, with what its reader may know of it. `place` of a meeting is empty for who may not see its contents. */
export type ScheduleEntry = {
  readonly id: string;
  /** The name of the body or 研修. */
  readonly title: string;
  readonly standing: ScheduleStanding;
  /** Of a cancelled one: nobody had said that it was held, so that a date is called off, and no record corrected. */
  readonly isCalledOff: boolean;
  /**
   * By which calendars know it, always the same: the row's id, of a 書面開催 begun from a 予定 that of the 予定, whose date it is. A UUID, which
   * is all that RFC 7986 wants in such a name.
   */
  readonly uid: string;
  /** The rows whose changes are its changes: its own, of a 書面開催 and the 予定 it was begun from both. They only become more. */
  readonly rows: readonly Subject[];
} & (
  | { readonly kind: 'meeting' | 'written-meeting'; readonly facts: MeetingFacts }
  | { readonly kind: 'training'; readonly facts: TrainingFacts }
);

/** The year's schedule: its dates in order, and what 開催なし is said of, in order. */
export type Schedule = { readonly entries: readonly ScheduleEntry[]; readonly notHeld: readonly string[] };

/** The month in which it is listed: that of its first day. */
export const monthOfEntry = ({ facts }: Pick<ScheduleEntry, 'facts'>): YearMonth =>
  monthOf(firstDayOfRecord(facts.date));

/** In order of the first day; those of one day stay in the order they come in. */
export const inOrderOfDate = (entries: readonly ScheduleEntry[]): readonly ScheduleEntry[] =>
  entries.toSorted((one, other) => compareRecordDates(one.facts.date, other.facts.date));

/** Whether people are shown it: a record that was cancelled because it was wrong is no date of the year. */
export const isOfSchedule = ({ standing, isCalledOff }: ScheduleEntry): boolean =>
  standing !== 'cancelled' || isCalledOff;

/** Whether its last day is still to come, or today: of a past date nobody needs an entry in their calendar. */
export const isStillAhead = ({ facts }: Pick<ScheduleEntry, 'facts'>, today: LocalDate): boolean =>
  lastDayOfRecord(facts.date) >= today;

/** What a button carries to name one. */
export const entryValue = ({ kind, id }: EntryName): string => joinParts(kind, id);

/** Reads that. */
export const EntryPart: z.ZodType<EntryName> = z
  .string()
  .transform(splitParts)
  .pipe(z.tuple([z.enum(ENTRY_KINDS), z.uuid()]).transform(([kind, id]) => ({ kind, id })));
