import type { WorkspaceRecord } from '../../db/database.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-day.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { preparationOf, preparesFrom, yearsOf } from '../../domain/meeting/preparation.ts';
import type { LineContent } from '../../domain/morning/content.ts';
import type { PreparationToPlan } from '../../domain/morning/morning.ts';
import { dayKnownOf } from '../../domain/occasion/date.ts';
import { partsOf } from '../../domain/subject.ts';
import type { LineReading } from './reading.ts';

/** What of these meetings is to be prepared, now or later: confirmed, not known to have been held, and not opened in writing. */
export const readPreparations = async (
  { bodies }: Pick<WorkspaceRecord, 'bodies'>,
  meetings: readonly Meeting[],
  calendar: WorkingCalendar,
): Promise<readonly PreparationToPlan[]> => {
  const waiting = meetings.flatMap((meeting) =>
    meeting.heldConfirmedAt !== null || meeting.confirmedAt === null || meeting.begunInWritingId !== null
      ? []
      : [{ ...meeting, confirmedAt: meeting.confirmedAt }],
  );
  const known = await Promise.all(
    yearsOf(waiting).map(async (year) => [year, await bodies.nameable(year)] as const),
  );
  const bodiesIn = new Map(known);
  return waiting.flatMap(({ id, date, bodyId, fiscalYear, confirmedAt }) => {
    const body = bodiesIn.get(fiscalYear)?.find((one) => one.id === bodyId);
    if (body === undefined) return [];
    const from = preparesFrom(date, body.preparationDays, calendar);
    return [{ id, date, preparesFrom: from, confirmedOn: todayInTokyo(confirmedAt) }];
  });
};

/** 準備 of a meeting, as it stands now. */
export const readPreparationLine = async (
  { record, today, calendar, dueText }: LineReading,
  ref: string,
): Promise<LineContent | undefined> => {
  const [id = ''] = partsOf('meeting', ref) ?? [];
  const meeting = await record.meetings.find(id);
  const body = meeting && (await record.bodies.find(meeting.bodyId, meeting.fiscalYear));
  if (meeting === undefined || body === undefined) return undefined;
  const from = preparesFrom(meeting.date, body.preparationDays, calendar);
  const day = dayKnownOf(meeting.date);
  return {
    kind: 'preparation',
    meeting,
    body,
    preparation: preparationOf(meeting, from, today, calendar),
    due: day === undefined ? null : dueText(day),
  };
};
