import { firstDayOfRecord } from '../occasion/date.ts';
import { type Appointment, promotersOn } from '../promoter/appointment.ts';
import type { TrainingSession } from './training.ts';

/**
 * 対象者 of a session, by person id: the 協働推進員 of its first day, or those chosen one by one (`invitees`). Nobody where
 * 対象 is 定めない.
 */
export const audienceOf = (
  { audience, date }: Pick<TrainingSession, 'audience' | 'date'>,
  invitees: readonly string[],
  appointments: readonly Appointment[],
): ReadonlySet<string> => {
  switch (audience) {
    case 'promoters':
      return promotersOn(appointments, firstDayOfRecord(date));
    case 'chosen':
      return new Set(invitees);
    case 'open':
      return new Set();
  }
};
