import type { WorkspaceRecord } from '../db/database.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { DeliveryContent } from '../domain/delivery/content.ts';
import type { Delivery } from '../domain/delivery/delivery.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import { lastDayOfRecord } from '../domain/occasion/date.ts';
import { standingOf } from '../domain/occasion/standing.ts';
import { splitParts } from '../domain/parts.ts';
import { calendarOf } from '../domain/settings.ts';
import { partsOf, type Subject, type SubjectParts } from '../domain/subject.ts';
import { refsOfWritten } from '../domain/written-meeting/ballot.ts';

/** The tables a message about meetings, or about there being none, is written from. */
type Sources = Pick<WorkspaceRecord, 'bodies' | 'didNotMeet' | 'meetings' | 'programmes' | 'settings'>;

const contentOf = async (
  record: Sources,
  kind: 'meeting-recorded' | 'meeting-announced',
  meeting: Meeting,
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const [body, settings] = await Promise.all([
    record.bodies.find(meeting.bodyId, meeting.fiscalYear),
    record.settings.read(),
  ]);
  const askedOn = calendarOf(settings).nextWorkingDay(lastDayOfRecord(meeting.date));
  const standing = standingOf(meeting, todayInTokyo(now));
  return body && { kind, meeting, body, standing, askedOn, contact: settings.contact };
};

/** What tells of a meeting beside its own messages: its 対応事項, and the 書面開催 that it was held as. */
export const readRefsOfMeeting = async (
  record: Pick<WorkspaceRecord, 'actionItems' | 'meetings' | 'writtenAnswers'>,
  id: string,
): Promise<readonly Subject[]> => {
  const actions = await record.actionItems.refsOf(id);
  const writtenId = (await record.meetings.find(id))?.writtenMeetingId ?? null;
  if (writtenId === null) return actions;
  return [...actions, ...refsOfWritten(writtenId, await record.writtenAnswers.votersOf(writtenId))];
};

/** A meeting as it stands for the one who recorded it. */
export const readMeetingRecorded = async (
  record: Sources,
  [id]: SubjectParts['meeting'],
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const meeting = await record.meetings.find(id);
  return meeting && contentOf(record, 'meeting-recorded', meeting, now);
};

/**
 * A meeting as the channel of one body sees it: moved to another body, it is gone from there. The key ends with the body
 * for which it was announced.
 */
export const readMeetingAnnounced = async (
  record: Sources,
  { key, subject }: Pick<Delivery, 'key' | 'subject'>,
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const [id = ''] = partsOf('meeting', subject) ?? [];
  const meeting = await record.meetings.find(id);
  if (meeting === undefined) return undefined;
  const bodyId = splitParts(key).at(-1) ?? meeting.bodyId;
  const seen =
    bodyId === meeting.bodyId ? meeting : { ...meeting, bodyId, cancelled: { at: now, reason: '' } };
  return contentOf(record, 'meeting-announced', seen, now);
};

/** 開催なし of a 会議体 or a 研修の種類, and whether it still stands. */
export const readDidNotMeet = async (
  record: Sources,
  { subject }: Pick<Delivery, 'subject'>,
): Promise<DeliveryContent | undefined> => {
  const [bodyId, ofBody = 0] = partsOf('did-not-meet', subject) ?? [];
  if (bodyId !== undefined) {
    const body = await record.bodies.find(bodyId, ofBody);
    const stands = (await record.didNotMeet.find(bodyId, ofBody)) !== undefined;
    const of = { kind: 'body', id: bodyId } as const;
    return body && { kind: 'did-not-meet-recorded', of, name: body.name, fiscalYear: ofBody, stands };
  }
  const [id, fiscalYear = 0] = partsOf('programme-not-held', subject) ?? [];
  if (id === undefined) return undefined;
  const programme = await record.programmes.find(id, fiscalYear);
  const stands = (await record.programmes.notHeldIn(fiscalYear)).includes(id);
  const of = { kind: 'programme', id } as const;
  return programme && { kind: 'did-not-meet-recorded', of, name: programme.name, fiscalYear, stands };
};
