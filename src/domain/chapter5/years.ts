import type { BodyKind, BodySection } from '../body/body.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { InquiryInTime } from '../inquiry/in-time.ts';
import type { MeetingWay } from '../meeting/meeting.ts';
import { addedParticipants } from '../training/numbers.ts';
import { participantsOf, type Recorded, type TrainingFacts } from '../training/training.ts';

/** What a year is told by where it has no number: 開催なし; nothing recorded; not published in that year (掲載しない). */
export type Untold = { readonly kind: 'not-held' | 'unrecorded' | 'not-printed' };

/** Meetings of one body in one year; `written` of all are 書面開催. */
export type MeetingsCounted = { readonly kind: 'counted'; readonly all: number; readonly written: number };

/** Of how many of what is added nothing is recorded: a sum is told with them. */
type WithUnrecorded = { readonly unrecorded: number };

/** The 会議 of a body in a year, by what the report prints of it. */
export const meetingsIn = ({
  body,
  meetings,
  didNotMeet,
}: {
  readonly body: { readonly section: BodySection; readonly kind: BodyKind };
  readonly meetings: readonly { readonly way: MeetingWay }[];
  readonly didNotMeet: boolean;
}): MeetingsCounted | Untold => {
  if (body.section === 'none' || body.kind === 'effort') return { kind: 'not-printed' };
  if (didNotMeet) return { kind: 'not-held' };
  if (meetings.length === 0) return { kind: 'unrecorded' };
  const written = meetings.filter(({ way }) => way === 'written').length;
  return { kind: 'counted', all: meetings.length, written };
};

/** All of a year together. */
export const meetingsTogether = (
  counted: readonly (MeetingsCounted | Untold)[],
): (MeetingsCounted & WithUnrecorded) | Untold => {
  const unrecorded = counted.filter(({ kind }) => kind === 'unrecorded').length;
  const known = counted.filter((one) => one.kind === 'counted');
  if (known.length > 0) {
    const sum = (of: 'all' | 'written'): number => known.reduce((added, one) => added + one[of], 0);
    return { kind: 'counted', all: sum('all'), written: sum('written'), unrecorded };
  }
  return {
    kind: unrecorded > 0 || counted.every(({ kind }) => kind === 'not-printed') ? 'unrecorded' : 'not-held',
  };
};

/** Sessions of a year, and 参加者 as far as they are known; null while of no session. `unknown` sessions are not in it. */
export type TrainingCounted = {
  readonly kind: 'counted';
  readonly sessions: number;
  readonly participants: number | null;
  readonly unknown: number;
};

/** The 研修 of a programme in a year. */
export const trainingIn = ({
  sessions,
  notHeld,
}: {
  readonly sessions: readonly {
    readonly session: Pick<TrainingFacts, 'headCount'>;
    readonly recorded: Recorded;
  }[];
  readonly notHeld: boolean;
}): TrainingCounted | Untold => {
  if (sessions.length === 0) return { kind: notHeld ? 'not-held' : 'unrecorded' };
  const counts = sessions.map(({ session, recorded }) => participantsOf(session, recorded));
  return { kind: 'counted', sessions: sessions.length, ...addedParticipants(counts) };
};

/** All of a year together; nothing is expected of その他 (`isExpected` false): that there was none is no gap. */
export const trainingTogether = (
  counted: readonly { readonly is: TrainingCounted | Untold; readonly isExpected: boolean }[],
): (TrainingCounted & WithUnrecorded) | Untold => {
  const unrecorded = counted.filter(({ is, isExpected }) => is.kind === 'unrecorded' && isExpected).length;
  const known = counted.map(({ is }) => is).filter((one) => one.kind === 'counted');
  if (known.length > 0) {
    const people = known.map(({ participants }) => participants).filter((count) => count !== null);
    return {
      kind: 'counted',
      sessions: known.reduce((sum, { sessions }) => sum + sessions, 0),
      participants: people.length === 0 ? null : people.reduce((sum, count) => sum + count, 0),
      unknown: known.reduce((sum, { unknown }) => sum + unknown, 0),
      unrecorded,
    };
  }
  return {
    kind: counted.some(({ is }) => is.kind === 'not-held') && unrecorded === 0 ? 'not-held' : 'unrecorded',
  };
};

/** Inquiries of a year whose due day is over; how many were asked in all, and how many of them answered in time. */
export type InquiriesCounted = {
  readonly kind: 'counted';
  readonly inquiries: number;
  readonly asked: number;
  readonly inTime: number;
};

/** The 照会 of a year; `first` is the year of the first one ever: of the years before it nothing is recorded. */
export const inquiriesIn = (
  year: FiscalYear,
  inquiries: readonly Pick<InquiryInTime, 'fiscalYear' | 'asked' | 'inTime'>[],
  first: FiscalYear | null,
): InquiriesCounted | Untold => {
  if (first === null || year < first) return { kind: 'unrecorded' };
  const here = inquiries.filter(({ fiscalYear }) => fiscalYear === year);
  const sum = (of: 'asked' | 'inTime'): number => here.reduce((added, one) => added + one[of], 0);
  return { kind: 'counted', inquiries: here.length, asked: sum('asked'), inTime: sum('inTime') };
};
