import { type LocalDate, todayInTokyo } from '../calendar/local-date.ts';
import type { Sending } from '../inquiry/inquiry.ts';
import { nextMorningOf } from '../inquiry/sending.ts';
import type { Settings } from '../settings.ts';
import type { WrittenMeetingFacts, WrittenMeetingProblem } from './written-meeting.ts';

/** The day on which a 書面開催 sent now is asked, and whose members answer: today, or with 次の開庁日の9時に送る that morning's. */
export const askedOnOf = (sending: Sending, now: Date, settings: Settings): LocalDate =>
  sending === 'next-morning' ? nextMorningOf(now, settings) : todayInTokyo(now);

/** Why a 書面開催 can't be asked on a day: its 回答期限 would be over. */
export type AskingDayProblem = Extract<WrittenMeetingProblem, { readonly kind: 'not-after-asking' }>;

/** A 回答期限 that is over when it is asked: a Sunday, where it leaves on Monday. Undefined when nothing is wrong. */
export const askingDayProblem = (
  { dueOn }: Pick<WrittenMeetingFacts, 'dueOn'>,
  askedOn: LocalDate,
): AskingDayProblem | undefined =>
  dueOn <= askedOn ? { field: 'dueOn', kind: 'not-after-asking', askedOn } : undefined;
