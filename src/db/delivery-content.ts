import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { Delivery, DeliveryContent } from '../domain/delivery.ts';
import { type Meeting, standingOf } from '../domain/meeting.ts';
import type { BodyTable } from './bodies.ts';
import type { DidNotMeetTable } from './did-not-meet.ts';
import type { MeetingTable } from './meetings.ts';

/** The tables a message is written from. */
type Sources = {
  readonly bodies: BodyTable;
  readonly didNotMeet: DidNotMeetTable;
  readonly meetings: MeetingTable;
};

/**
 * A meeting as the channel of one body sees it: moved to another body, it is gone from there. `key` ends with the body
 * for which it was announced.
 */
const asAnnounced = (meeting: Meeting, key: string, now: Date): Meeting => {
  const bodyId = key.split(':').at(-1) ?? meeting.bodyId;
  return bodyId === meeting.bodyId ? meeting : { ...meeting, bodyId, cancelled: { at: now, reason: '' } };
};

/** Reads what a delivery is about; undefined when that is not in the record. */
export const contentOf = async (
  record: Sources,
  { kind, key, subject }: Delivery,
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const [, id = '', year = ''] = subject.split(':');
  if (kind === 'did-not-meet-recorded') {
    const fiscalYear = Number(year);
    const body = await record.bodies.find(id, fiscalYear);
    const stands = (await record.didNotMeet.find(id, fiscalYear)) !== undefined;
    return body && { kind, body, fiscalYear, stands };
  }
  const found = await record.meetings.find(id);
  if (found === undefined) return undefined;
  const meeting = kind === 'meeting-announced' ? asAnnounced(found, key, now) : found;
  const body = await record.bodies.find(meeting.bodyId, meeting.fiscalYear);
  return body && { kind, meeting, body, standing: standingOf(meeting, todayInTokyo(now)) };
};
