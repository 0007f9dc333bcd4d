import type { Body } from '../body/body.ts';
import type { MorningLine } from '../morning/morning.ts';
import { joinParts } from '../parts.ts';
import { type Subject, subjectOf } from '../subject.ts';

/** What a message to Slack is about, and so how it is written. */
export const DELIVERY_KINDS = [
  'meeting-recorded',
  'meeting-announced',
  'did-not-meet-recorded',
  'morning',
  'inquiry-asked',
  'inquiry-trial',
  'inquiry-returned',
  'delegate-asked',
  'role-guide',
  'free-text-answer',
  'training-recorded',
  'training-lag',
  'newsletter-issue',
  'newsletter-article',
  'newsletter-part',
  'newsletter-asked',
  'article-consent',
  'article-published',
  'channel-trouble',
  'job-report',
  'failure-noted',
  'update-refused',
  'correction',
  'continued',
] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** planned → sending → sent, or dropped (no longer true), or dead (given up). */
export type DeliveryState = 'planned' | 'sending' | 'sent' | 'dropped' | 'dead';

/** What the queue calls the jobs that send a workspace's messages: a process takes those of the workspace it serves, and no others. */
export const deliverTask = (workspaceId: string): string => `deliver:${workspaceId}`;

/** The flag of these jobs in the queue, by which they are left there while Slack is away. */
export const DELIVERY_FLAG = 'slack';

/** A message that is to be sent: `key` says why it exists and is unique in its workspace. */
export type PlannedDelivery = {
  readonly key: string;
  readonly kind: DeliveryKind;
  /** A Slack user id (the bot's DM with that person) or channel id. */
  readonly recipient: string;
  /** The row it speaks of. */
  readonly subject: Subject;
  /** Of the bot's clock: it does not leave before. */
  readonly notBefore?: Date;
  /** The run of a job that plans it, as `runOf` names it: what the run's report counts. */
  readonly run?: string;
  /** What a message of several lines is about, in order. */
  readonly lines?: readonly MorningLine[];
  /** The message, by its key, in whose thread it stands, and its place there: it leaves when all before it are settled. */
  readonly thread?: { readonly key: string; readonly place: number };
};

/** A delivery as the record holds it. `wanted` and `shown` are versions of its content. */
export type Delivery = Omit<PlannedDelivery, 'subject' | 'notBefore' | 'run' | 'lines' | 'thread'> & {
  readonly id: string;
  readonly subject: string;
  /** The delivery in whose thread it stands. */
  readonly threadOf: string | null;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly wanted: number;
  readonly shown: number;
  readonly run: string | null;
  /** When it was last tried. */
  readonly sendingAt: Date | null;
  readonly posted: { readonly channel: string; readonly ts: string } | null;
  /** Why it was dropped or given up; of one that was sent, why it does not show the present state. */
  readonly problem: string | null;
};

/** The message to a body's channel, if it has one: for each body that a meeting was recorded for, one. */
export const meetingAnnouncement = (meetingId: string, body: Body): readonly PlannedDelivery[] =>
  body.notifyChannel === null
    ? []
    : [
        {
          key: joinParts('meeting-announced', meetingId, body.id),
          kind: 'meeting-announced',
          recipient: body.notifyChannel,
          subject: subjectOf('meeting', meetingId),
        },
      ];

/** What nobody has just asked for by a form or button leaves in office hours only. */
const OWN_ACCOUNT: readonly DeliveryKind[] = [
  'morning',
  'inquiry-returned',
  'delegate-asked',
  'role-guide',
  'training-lag',
  'newsletter-asked',
  'channel-trouble',
  'job-report',
  'failure-noted',
];
export const isOwnAccount = ({ kind }: { readonly kind: DeliveryKind }): boolean =>
  OWN_ACCOUNT.includes(kind);
