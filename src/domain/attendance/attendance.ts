import { z } from 'zod';
import { MOST_CHOSEN } from '../person/chosen.ts';
import { SlackId } from '../person/person.ts';

/** 出欠: 出席, 一部出席, 欠席. */
export const ATTENDANCE_STATES = ['present', 'partial', 'absent'] as const;
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

/** By which way it was entered: the organiser's form, a reception code, a button of a video training, a file. */
export const ATTENDANCE_SOURCES = ['organiser', 'code', 'button', 'file'] as const;
export type AttendanceSource = (typeof ATTENDANCE_SOURCES)[number];

/** 入れ方: those chosen are recorded; or all of the 対象者 are present and those chosen are not. */
export const ENTRY_MODES = ['chosen', 'all-but-chosen'] as const;

/** The form 受講を記録, as it arrives. */
export const AttendanceDraft = z.object({
  session: z.uuid(),
  mode: z.enum(ENTRY_MODES),
  people: z.array(SlackId).max(MOST_CHOSEN).default([]),
  /** 氏名 or メール, one a line. */
  peopleWithoutSlack: z.string().max(3000).default(''),
  state: z.enum(ATTENDANCE_STATES),
  note: z.string().trim().max(200).default(''),
});
export type AttendanceDraft = z.infer<typeof AttendanceDraft>;

/** One person's attendance of a session, as it stands. */
export type Attendance = {
  readonly sessionId: string;
  readonly personId: string;
  readonly state: AttendanceState;
  readonly note: string;
};

/** One entry: by whom, when and by which way. The newest that counts is the attendance. */
export type AttendanceEvent = Attendance & {
  readonly at: Date;
  readonly by: string;
  readonly source: AttendanceSource;
};

/** One person's attendance with who entered it; null where they did themselves, by a code or a button. */
export type EnteredAttendance = Omit<Attendance, 'note'> & { readonly enteredBy: string | null };

/** Why attendance can't be recorded so. */
export type AttendanceProblem =
  | {
      readonly field: 'session';
      readonly kind: 'unknown-session' | 'session-still-to-come' | 'no-sessions' | 'unknown-number';
    }
  | { readonly field: 'session'; readonly kind: 'nothing-to-confirm' }
  /** もう一度お願いする of what is no video, or not until that morning. */
  | { readonly field: 'sending'; readonly kind: 'not-asked-to-watch' }
  | { readonly field: 'people'; readonly kind: 'nobody-chosen' | 'people-not-members' }
  | { readonly field: 'mode'; readonly kind: 'no-audience' }
  | { readonly field: 'peopleWithoutSlack'; readonly kind: 'nobody-found'; readonly line: string }
  | {
      readonly field: 'peopleWithoutSlack';
      readonly kind: 'name-unclear';
      readonly line: string;
      readonly sections: readonly string[];
    }
  | {
      readonly field: 'people' | 'peopleWithoutSlack';
      readonly kind: 'outside-reach';
      readonly names: readonly string[];
    };

/** Whether the person was there, wholly or in part. */
export const wasThere = ({ state }: Pick<Attendance, 'state'>): boolean => state !== 'absent';

/** A rate with its denominator, as it is printed: 92/112名(82.1%). */
export type Rate = { readonly came: number; readonly of: number };

/** Without a single recorded promoter there is no rate: a head count says nothing of who they were. */
export const rateOf = (counted: Rate | undefined): Rate | null =>
  counted === undefined || counted.of === 0 || counted.came === 0 ? null : counted;

/** Of the 協働推進員 (both roles) on the session's first day, how many came, where it is known. */
export const promoterRate = (
  attendances: readonly Pick<Attendance, 'personId' | 'state'>[],
  promoters: ReadonlySet<string>,
): Rate | null => {
  const came = new Set(
    attendances.filter((attendance) => wasThere(attendance)).map(({ personId }) => personId),
  );
  return rateOf({ came: [...came].filter((id) => promoters.has(id)).length, of: promoters.size });
};
