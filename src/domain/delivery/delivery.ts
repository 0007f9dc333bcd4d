import type { Body } from '../body/body.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { DidNotMeetSubject } from '../meeting/did-not-meet.ts';
import type { MorningLine } from '../morning/morning.ts';

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
  /** The row it speaks of: `meeting:ID`, `did-not-meet:BODY:YEAR`, `programme-not-held:PROGRAMME:YEAR`, `appointment:ID`, `training:ID`, `training-lag:YEAR`, `inquiry:ID`, `morning:DAY`, `run:NAME SLOT`, `failure:ID:WHAT`, `slack-user:ID`, `newsletter:ISSUE`, `newsletter:ISSUE:ARTICLE or PART`, `newsletter-asked:ISSUE or DAY:WHY`, `article:ID`, `channel:ID:TROUBLE`, `unshown:DAY`, `unshown-of:DELIVERY`, `delivery:ID` or `continues:DELIVERY`. */
  readonly subject: string;
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
export type Delivery = Omit<PlannedDelivery, 'notBefore' | 'run' | 'lines' | 'thread'> & {
  readonly id: string;
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
          key: `meeting-announced:${meetingId}:${body.id}`,
          kind: 'meeting-announced',
          recipient: body.notifyChannel,
          subject: meetingSubject(meetingId),
        },
      ];

/** The name by which audit lines and deliveries call a meeting. */
export const meetingSubject = (meetingId: string): string => `meeting:${meetingId}`;

/** The name by which audit lines and deliveries call 開催なし of a body or programme and a year. */
export const didNotMeetSubject = ({ kind, id }: DidNotMeetSubject, fiscalYear: FiscalYear): string =>
  `${kind === 'body' ? 'did-not-meet' : 'programme-not-held'}:${id}:${fiscalYear}`;

/** The name by which audit lines and deliveries call an appointment. */
export const appointmentSubject = (appointmentId: string): string => `appointment:${appointmentId}`;

/** The name by which audit lines and deliveries call a 研修. */
export const trainingSubject = (sessionId: string): string => `training:${sessionId}`;

/** The name by which deliveries call the lag of a year's promoter training. */
export const trainingLagSubject = (year: FiscalYear): string => `training-lag:${year}`;

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
