import { instantInTokyo, type LocalDate, todayInTokyo } from '../calendar/local-date.ts';
import type { Sending } from '../inquiry/inquiry.ts';
import { nextMorningOf } from '../inquiry/sending.ts';
import type { Settings } from '../settings.ts';
import type { WrittenMeeting, WrittenMeetingFacts, WrittenMeetingProblem } from './written-meeting.ts';

/** The day on which a 書面開催 sent now is asked, and whose members answer: today, or with 次の開庁日の9時に送る that morning's. */
export const askedOnOf = (sending: Sending, now: Date, settings: Settings): LocalDate =>
  sending === 'next-morning' ? nextMorningOf(now, settings) : todayInTokyo(now);

/** The morning on which 開催案内 leaves, and its hour, while that is to come; null once it has left. */
export type Leaving = { readonly day: LocalDate; readonly at: string } | null;

/** When 開催案内 of a 書面開催 that was sent leaves. */
export const leavingOf = (
  { askedOn, sentAt }: Pick<WrittenMeeting, 'askedOn' | 'sentAt'>,
  { morningAt }: Pick<Settings, 'morningAt'>,
  now: Date,
): Leaving =>
  askedOn !== null &&
  sentAt !== null &&
  askedOn > todayInTokyo(sentAt) &&
  now < instantInTokyo(askedOn, morningAt)
    ? { day: askedOn, at: morningAt }
    : null;

/** Whether it was asked by `now`: from the day of asking on. What was called off before 開催案内 left never was. */
export const wasAsked = (
  meeting: Pick<WrittenMeeting, 'askedOn' | 'sentAt' | 'state' | 'endedAt'>,
  settings: Pick<Settings, 'morningAt'>,
  now: Date,
): boolean => {
  const { askedOn, state, endedAt } = meeting;
  if (askedOn === null || askedOn > todayInTokyo(now)) return false;
  return state !== 'cancelled' || endedAt === null || leavingOf(meeting, settings, endedAt) === null;
};

/** What was a draft was sent: it is not gone on with, tried or removed any more. */
export type NoDraft = { readonly kind: 'written-meeting-sent' };

/** Why a 書面開催 can't be asked on a day: its 回答期限 would be over. */
export type AskingDayProblem = Extract<WrittenMeetingProblem, { readonly kind: 'not-after-asking' }>;

/** A 回答期限 that is over when it is asked: a Sunday, where it leaves on Monday. Undefined when nothing is wrong. */
export const askingDayProblem = (
  { dueOn }: Pick<WrittenMeetingFacts, 'dueOn'>,
  askedOn: LocalDate,
): AskingDayProblem | undefined =>
  dueOn <= askedOn ? { field: 'dueOn', kind: 'not-after-asking', askedOn } : undefined;
