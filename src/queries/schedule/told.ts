import type { WorkspaceRecord } from '../../db/database.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { DeliveryContent } from '../../domain/delivery/content.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { compareRecordDates } from '../../domain/occasion/date.ts';
import { standingOf } from '../../domain/occasion/standing.ts';
import type { ScheduledOccasion } from '../../domain/schedule/told.ts';
import { partsOf } from '../../domain/subject.ts';
import { printTrainingDate } from '../../domain/training/training.ts';
import { readNamedTraining } from '../training.ts';

type Sources = Parameters<typeof readNamedTraining>[0] &
  Pick<WorkspaceRecord, 'bodies' | 'meetings' | 'morningLines' | 'settings'>;

const readMeeting = async (record: Sources, id: string, now: Date): Promise<readonly ScheduledOccasion[]> => {
  const meeting = await record.meetings.find(id);
  const body = meeting && (await record.bodies.find(meeting.bodyId, meeting.fiscalYear));
  if (meeting === undefined || body === undefined) return [];
  const { date } = meeting;
  const standing = standingOf(meeting, todayInTokyo(now));
  return [{ name: body.name, date, printed: printMeetingDate(meeting), standing }];
};

const readTraining = async (
  record: Sources,
  id: string,
  now: Date,
): Promise<readonly ScheduledOccasion[]> => {
  const told = await readNamedTraining(record, id, now);
  if (told === undefined) return [];
  const { session, name, standing } = told;
  return [{ name, date: session.date, printed: printTrainingDate(session), standing }];
};

/** 年間スケジュールを登録しました, with the 予定 that it tells of as they stand now. */
export const readScheduleRecorded = async (
  record: Sources,
  { id, subject }: Pick<Delivery, 'id' | 'subject'>,
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const [year] = partsOf('schedule', subject) ?? [];
  if (year === undefined) return undefined;
  const lines = await record.morningLines.of(id);
  const occasions = await Promise.all(
    lines.map(({ ref }) => {
      const [meetingId] = partsOf('meeting', ref) ?? [];
      const [trainingId] = partsOf('training', ref) ?? [];
      if (meetingId !== undefined) return readMeeting(record, meetingId, now);
      return trainingId === undefined ? [] : readTraining(record, trainingId, now);
    }),
  );
  const { contact } = await record.settings.read();
  return {
    kind: 'schedule-recorded',
    year,
    occasions: occasions.flat().toSorted((one, other) => compareRecordDates(one.date, other.date)),
    contact,
  };
};
