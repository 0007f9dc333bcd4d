import { z } from 'zod';
import type { Body } from '../body/body.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type RecordDate, type RecordDateProblem, recordDateFrom } from '../occasion/date.ts';
import type { DidNotMeet } from '../occasion/did-not-meet.ts';
import { DateFields, isBeforeRecord, type OccasionRecord } from '../occasion/record.ts';
import { type OccasionStanding, standingOf } from '../occasion/standing.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { type Absence, readAbsences } from './absence.ts';
import { type AgendaItem, readAgenda } from './agenda.ts';

/** 開催方法: 対面, オンライン, 対面・オンライン併用, 書面開催, 不明. */
export const MEETING_WAYS = ['onsite', 'online', 'hybrid', 'written', 'unknown'] as const;
export type MeetingWay = (typeof MEETING_WAYS)[number];

/** The form 会議を記録, as it arrives. */
export const MeetingDraft = z.object({
  bodyId: z.uuid(),
  way: z.enum(MEETING_WAYS),
  ...DateFields,
  note: z.string().trim().max(100).default(''),
  place: z.string().trim().max(100).default(''),
  items: z.string().max(3000),
  reason: z.string().trim().max(300).default(''),
});
export type MeetingDraft = z.infer<typeof MeetingDraft>;

/** The most people a form opens with again: with more chosen than Slack is known to take, it would not open at all. */
export const MOST_ATTENDEES = 100;

/** The form 会議の内容を記録, as it arrives. */
export const MeetingContentsDraft = z.object({
  time: z.string().trim().max(100).default(''),
  attendees: z
    .array(z.string().regex(/^[UW][A-Z0-9]{2,}$/u))
    .max(MOST_ATTENDEES)
    .default([]),
  attendeesWithoutSlack: z.string().max(3000).default(''),
  absences: z.string().max(3000).default(''),
  decisions: z.string().trim().max(3000).default(''),
  documents: z.string().trim().max(300).default(''),
});
export type MeetingContentsDraft = z.infer<typeof MeetingContentsDraft>;

/** What anyone may read of a meeting. */
export type MeetingFacts = {
  readonly bodyId: string;
  readonly way: MeetingWay;
  readonly date: RecordDate;
  readonly note: string;
  readonly place: string;
  readonly items: readonly AgendaItem[];
};

/** 会議の内容: seen by the secretariat, who recorded it and the body's members only. */
export type MeetingContents = {
  readonly time: string;
  readonly attendees: readonly string[];
  readonly attendeesWithoutSlack: readonly string[];
  readonly absences: readonly Absence[];
  readonly decisions: string;
  readonly documents: string;
};

/** A meeting as the record holds it. */
export type Meeting = MeetingFacts &
  OccasionRecord & {
    readonly contents: MeetingContents;
    /** 委員長確認済: since when its minutes are no (案) any more; what they say is not changed without it falling away. */
    readonly chairConfirmedAt: Date | null;
    /** The 書面開催 of which it is the record: what was asked and answered then is not changed. */
    readonly writtenMeetingId: string | null;
    /** The 書面開催 that was begun from this 予定, while it is asked and its result is not told: until then it stays 予定. */
    readonly begunInWritingId: string | null;
  };

/** The facts of a meeting alone, as audit lines keep them. */
export const factsOf = ({ bodyId, way, date, note, place, items }: Meeting): MeetingFacts => ({
  bodyId,
  way,
  date,
  note,
  place,
  items,
});

/** Why a meeting can't be recorded so; `field` is the form's field at which the sentence belongs. */
export type MeetingProblem =
  | RecordDateProblem
  | { readonly field: 'heldOn'; readonly kind: 'before-record' | 'still-to-come' }
  | { readonly field: 'heldOn'; readonly kind: 'same-day-stands'; readonly printed: string }
  /** `asked-in-writing`: what was asked and answered in a 書面開催 stays as it was. */
  | { readonly field: 'items'; readonly kind: 'no-items' | 'asked-in-writing' }
  | {
      readonly field: 'bodyId';
      readonly kind: 'unknown-body' | 'body-has-no-meetings' | 'known-otherwise' | 'ambiguous-body';
    }
  | {
      readonly field: 'heldOn';
      readonly kind: 'did-not-meet-stands';
      readonly bodyName: string;
      readonly fiscalYear: FiscalYear;
    };

/**
 * The meeting a draft describes. 書面開催 is decided before a deadline, so its 年月日 is kept as 期限; a month stays a
 * month, since for an old record nothing more may be known.
 */
export const meetingFrom = (draft: MeetingDraft): Result<MeetingFacts, MeetingProblem> => {
  const precision = draft.way === 'written' && draft.precision === 'day' ? 'until' : draft.precision;
  const date = recordDateFrom({ heldOn: draft.heldOn, heldUntil: draft.heldUntil, precision });
  if (!date.ok) return date;
  const items = readAgenda(draft.items);
  if (items.length === 0) return refuse({ field: 'items', kind: 'no-items' });
  if (isBeforeRecord(date.value)) return refuse({ field: 'heldOn', kind: 'before-record' });
  const { bodyId, way, note, place } = draft;
  return succeed({ bodyId, way, date: date.value, note, place, items });
};

/** The body a meeting is recorded for, if it meets at all and 開催なし does not stand for that year. */
export const bodyToRecord = (
  body: Body | undefined,
  didNotMeet: Pick<DidNotMeet, 'fiscalYear'> | undefined,
): Result<Body, MeetingProblem> => {
  if (body === undefined) return refuse({ field: 'bodyId', kind: 'unknown-body' });
  if (body.kind === 'effort') return refuse({ field: 'bodyId', kind: 'body-has-no-meetings' });
  if (didNotMeet === undefined) return succeed(body);
  const { fiscalYear } = didNotMeet;
  return refuse({ field: 'heldOn', kind: 'did-not-meet-stands', bodyName: body.name, fiscalYear });
};

/** The contents a draft describes: people and absences one a line. */
export const contentsFrom = (draft: MeetingContentsDraft): MeetingContents => ({
  time: draft.time,
  attendees: [...new Set(draft.attendees)],
  attendeesWithoutSlack: draft.attendeesWithoutSlack
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
  absences: readAbsences(draft.absences),
  decisions: draft.decisions,
  documents: draft.documents,
});

/** Whether anything at all is kept of who came and what was decided. */
export const hasContents = ({ contents }: Pick<Meeting, 'contents'>): boolean =>
  contents.attendees.length + contents.attendeesWithoutSlack.length + contents.absences.length > 0 ||
  `${contents.time}${contents.decisions}${contents.documents}` !== '';

/** A meeting as a list shows it: how it stands, and its No where it is settled. */
export type ListedMeeting = {
  readonly meeting: Meeting;
  readonly standing: OccasionStanding;
  readonly no: number | null;
};

/**
 * One body's meetings of a year with their No. `meetings` come by first day, then time of recording; the No counts the
 * settled ones only and is never stored.
 */
export const numbered = (meetings: readonly Meeting[], today: LocalDate): readonly ListedMeeting[] => {
  let last = 0;
  return meetings.map((meeting) => {
    const standing = standingOf(meeting, today);
    return { meeting, standing, no: standing === 'settled' ? ++last : null };
  });
};
