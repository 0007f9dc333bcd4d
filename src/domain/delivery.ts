import type { Body } from './body.ts';
import type { Meeting, MeetingStanding } from './meeting.ts';

/** What a message to Slack is about, and so how it is written. */
export const DELIVERY_KINDS = [
  'meeting-recorded',
  'meeting-announced',
  'did-not-meet-recorded',
  'held-asked',
] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** planned → sending → sent, or dropped (no longer true), or dead (given up). */
export type DeliveryState = 'planned' | 'sending' | 'sent' | 'dropped' | 'dead';

/** A message that is to be sent: `key` says why it exists and is unique in its workspace. */
export type PlannedDelivery = {
  readonly key: string;
  readonly kind: DeliveryKind;
  /** A Slack user id (the bot's DM with that person) or channel id. */
  readonly recipient: string;
  /** The row it speaks of: `meeting:ID` or `did-not-meet:BODY:YEAR`. */
  readonly subject: string;
};

/** A delivery as the record holds it. `wanted` and `shown` are versions of its content. */
export type Delivery = PlannedDelivery & {
  readonly id: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly wanted: number;
  readonly shown: number;
  readonly posted: { readonly channel: string; readonly ts: string } | null;
};

/** The message to a body's channel, if it has one: for each body that a meeting was recorded for, one. */
export const meetingAnnouncement = (meetingId: string, body: Body): readonly PlannedDelivery[] =>
  body.notifyChannel === null
    ? []
    : [
        {
          key: `meeting-announced:${meetingId}:${body.id}`,
          kind: 'meeting-announced',
          recipient: body.notifyChannel,
          subject: meetingSubject(meetingId),
        },
      ];

/** The name by which audit lines and deliveries call a meeting. */
export const meetingSubject = (meetingId: string): string => `meeting:${meetingId}`;

/** The name by which audit lines and deliveries call 開催なし of a body and year. */
export const didNotMeetSubject = (bodyId: string, fiscalYear: number): string =>
  `did-not-meet:${bodyId}:${fiscalYear}`;

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
