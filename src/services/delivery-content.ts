import type { WorkspaceRecord } from '../db/database.ts';
import type { Body } from '../domain/body.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import type { Delivery } from '../domain/delivery.ts';
import { type Meeting, type MeetingStanding, standingOf } from '../domain/meeting.ts';

/** What a message says, read from the record at the moment of sending. */
export type DeliveryContent =
  | {
      readonly kind: 'meeting-recorded' | 'meeting-announced' | 'held-asked';
      readonly meeting: Meeting;
      readonly body: Body;
      readonly standing: MeetingStanding;
    }
  | {
      readonly kind: 'did-not-meet-recorded';
      readonly body: Body;
      readonly fiscalYear: number;
      readonly stands: boolean;
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
  record: Pick<WorkspaceRecord, 'bodies' | 'didNotMeet' | 'meetings'>,
  { kind, key, subject }: Delivery,
  now: Date,
): Promise<DeliveryContent | undefined> => {
  const today: LocalDate = todayInTokyo(now);
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
  return body && { kind, meeting, body, standing: standingOf(meeting, today) };
};

/** Whether a message that was never posted still has something to say. */
export const isStillTrue = (content: DeliveryContent): boolean => {
  switch (content.kind) {
    case 'did-not-meet-recorded':
      return content.stands;
    case 'held-asked':
      // Answered or moved to a later day meanwhile, there is nothing to ask.
      return (
        content.meeting.heldConfirmedAt === null &&
        content.standing !== 'cancelled' &&
        content.standing !== 'planned'
      );
    case 'meeting-recorded':
    case 'meeting-announced':
      return content.standing !== 'cancelled';
  }
};
