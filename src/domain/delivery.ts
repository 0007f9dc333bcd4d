import type { Appointment } from './appointment.ts';
import type { Body } from './body.ts';
import type { LocalDate } from './calendar/local-date.ts';
import type { Meeting, MeetingStanding } from './meeting.ts';

/** What a message to Slack is about, and so how it is written. */
export const DELIVERY_KINDS = [
  'meeting-recorded',
  'meeting-announced',
  'did-not-meet-recorded',
  'held-asked',
  'role-guide',
  'free-text-answer',
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
  /** The row it speaks of: `meeting:ID`, `did-not-meet:BODY:YEAR`, `appointment:ID` or `slack-user:ID`. */
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

/** The name by which audit lines and deliveries call an appointment. */
export const appointmentSubject = (appointmentId: string): string => `appointment:${appointmentId}`;

/** 協働推進員の役割のご案内, as it stands: whose, of which section, what is coming, and whether it still holds. */
export type RoleGuide = {
  readonly kind: 'role-guide';
  readonly appointment: Appointment;
  readonly departmentName: string;
  readonly sectionName: string;
  readonly coming: readonly { readonly bodyName: string; readonly printedDate: string }[];
  readonly stands: boolean;
  readonly contact: string;
};

/** What a message says, read from the record at the moment of sending. */
export type DeliveryContent =
  | {
      readonly kind: 'meeting-recorded' | 'meeting-announced' | 'held-asked';
      readonly meeting: Meeting;
      readonly body: Body;
      readonly standing: MeetingStanding;
      /** The working day on which a planned meeting is asked about. */
      readonly askedOn: LocalDate;
      readonly contact: string;
    }
  | RoleGuide
  | {
      readonly kind: 'free-text-answer';
      readonly contact: string;
      /** 役割のご案内 that this person has not confirmed. */
      readonly guides: readonly string[];
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
    case 'role-guide':
      return content.stands && content.appointment.guideConfirmedAt === null;
    case 'free-text-answer':
      return true;
    case 'meeting-recorded':
    case 'meeting-announced':
      return content.standing !== 'cancelled';
  }
};
