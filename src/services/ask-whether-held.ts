import { trusted } from '../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import type { WorkingCalendar } from '../domain/calendar/working-day.ts';
import { meetingSubject } from '../domain/delivery.ts';
import type { Meeting } from '../domain/meeting.ts';
import { lastDayOfRecord } from '../domain/record-date.ts';
import { succeed } from '../domain/result.ts';
import { calendarOf } from '../domain/settings.ts';
import type { ServiceDeps } from './service-deps.ts';

const isDue = (meeting: Meeting, calendar: WorkingCalendar, today: LocalDate): boolean =>
  calendar.nextWorkingDay(lastDayOfRecord(meeting.date)) <= today;

const isToAsk = ({ cancelled, heldAskedAt, heldConfirmedAt }: Meeting): boolean =>
  cancelled === null && heldAskedAt === null && heldConfirmedAt === null;

/**
 * Asks, once each, those who entered a meeting before its day whether it took place: on the working day after its last
 * day. E.g. entered for Thu 2023-08-10, it is asked about on Mon 14 Aug. Gives the number asked.
 */
export const askWhetherHeld = async ({ clock, db }: ServiceDeps, workspaceId: string): Promise<number> => {
  const at = clock.now();
  const calendar = calendarOf(await db.record(workspaceId).settings.read());
  const today = todayInTokyo(at);
  const actor = trusted(workspaceId, 'job:remind', 'job');
  const due = (await db.record(workspaceId).meetings.toAsk()).filter((meeting) =>
    isDue(meeting, calendar, today),
  );
  for (const { id, recordedBy } of due) {
    const subject = meetingSubject(id);
    await db.act({ actor, action: 'ask-whether-held', at, subject }, async (record) => {
      // Somebody may have changed it since it was listed.
      const meeting = await record.meetings.findToChange(id);
      if (meeting === undefined || !isToAsk(meeting) || !isDue(meeting, calendar, today))
        return succeed(null);
      await record.meetings.markHeldAsked(id, at);
      await record.deliveries.plan(
        { key: `held-asked:${id}:${today}`, kind: 'held-asked', recipient: recordedBy, subject },
        at,
      );
      await record.audit({ subject });
      return succeed(null);
    });
  }
  return due.length;
};
