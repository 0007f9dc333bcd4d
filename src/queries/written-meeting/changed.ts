import type { WorkspaceRecord } from '../../db/database.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Delivery, PlannedDelivery } from '../../domain/delivery/delivery.ts';
import { splitParts } from '../../domain/parts.ts';
import { calendarOf } from '../../domain/settings.ts';
import type { SubjectParts } from '../../domain/subject.ts';
import type { WrittenAmendedContent, WrittenCancelledContent } from '../../domain/written-meeting/changed.ts';
import { backOn, leavesAt } from '../../domain/written-meeting/invited.ts';
import { type LineSources, readLineReading } from '../morning/reading.ts';
import { readWrittenLine } from '../morning/written-lines.ts';

/** 案件の訂正のお知らせ, by the key `written-meeting-amended:MEETING:POSITION:VERSION:…`. */
export const readWrittenAmended = async (
  record: LineSources,
  { key, recipient, subject }: Pick<Delivery, 'key' | 'recipient' | 'subject'>,
  now: Date,
): Promise<WrittenAmendedContent | undefined> => {
  const [, , position, version] = splitParts(key);
  const reading = await readLineReading(record, recipient, now);
  const line = await readWrittenLine(reading, 'written-meeting', subject);
  const item =
    line &&
    (await record.writtenMeetings.versionsOf(line.meeting.id)).find(
      (one) => String(one.position) === position && String(one.version) === version,
    );
  if (line === undefined || item === undefined) return undefined;
  const { today, settings } = reading;
  return {
    kind: 'written-meeting-amended',
    day: today,
    line,
    item,
    reason: item.reason,
    contact: settings.contact,
  };
};

/** 中止のお知らせ. */
export const readWrittenCancelled = async (
  record: Pick<WorkspaceRecord, 'bodies' | 'settings' | 'writtenMeetings'>,
  [id]: SubjectParts['written-meeting'],
): Promise<WrittenCancelledContent | undefined> => {
  const meeting = await record.writtenMeetings.find(id);
  if (meeting === undefined) return undefined;
  const body = await record.bodies.find(meeting.bodyId, fiscalYearOf(meeting.dueOn));
  const { contact } = await record.settings.read();
  return { kind: 'written-meeting-cancelled', meeting, bodyName: body?.name ?? '', contact };
};

/** When each of these people, by Slack id, hears of what is done now: at once, or on the morning on which they are back. */
export const readToldFrom = async (
  record: Pick<WorkspaceRecord, 'awayPeriods' | 'people' | 'settings'>,
  slackIds: readonly string[],
  now: Date,
): Promise<(slackId: string) => Pick<PlannedDelivery, 'notBefore'>> => {
  const today = todayInTokyo(now);
  const [settings, away, people] = await Promise.all([
    record.settings.read(),
    record.awayPeriods.notOver(today),
    record.people.ofSlackIds([...new Set(slackIds)]),
  ]);
  return (slackId) => {
    const person = people.find((one) => one.slackId === slackId);
    const day = backOn(person?.id, today, away, calendarOf(settings));
    const notBefore = day === today ? undefined : leavesAt(day, settings.morningAt, now);
    return notBefore === undefined ? {} : { notBefore };
  };
};
