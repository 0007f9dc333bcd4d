import type { Body } from '../body/body.ts';
import type { MorningLine } from '../morning/morning.ts';
import { joinParts } from '../parts.ts';
import { type Subject, subjectOf } from '../subject.ts';

/**
 * What a message to Slack is about, and so how it is written; and when it may leave: `any-hour` what somebody has just asked for by a
 * form or button, all else in office hours only.
 */
const LEAVES = {
  'meeting-recorded': 'any-hour',
  'meeting-announced': 'any-hour',
  'did-not-meet-recorded': 'any-hour',
  'schedule-recorded': 'any-hour',
  morning: 'office-hours',
  'inquiry-asked': 'any-hour',
  'inquiry-trial': 'any-hour',
  'inquiry-returned': 'office-hours',
  'delegate-asked': 'office-hours',
  'written-meeting-asked': 'office-hours',
  'written-meeting-asked-now': 'any-hour',
  'written-meeting-trial': 'any-hour',
  'written-meeting-amended': 'office-hours',
  'written-meeting-cancelled': 'office-hours',
  'written-result': 'office-hours',
  'written-result-now': 'any-hour',
  'written-result-trial': 'any-hour',
  'role-guide': 'office-hours',
  'free-text-answer': 'any-hour',
  'training-recorded': 'any-hour',
  'training-asked': 'any-hour',
  'training-lag': 'office-hours',
  retention: 'office-hours',
  'newsletter-issue': 'any-hour',
  'newsletter-article': 'any-hour',
  'newsletter-part': 'any-hour',
  'newsletter-asked': 'office-hours',
  'article-consent': 'any-hour',
  'article-published': 'any-hour',
  'article-withdrawn': 'any-hour',
  'article-proposed': 'office-hours',
  'article-judged': 'any-hour',
  'channel-trouble': 'office-hours',
  'job-report': 'office-hours',
  'failure-noted': 'office-hours',
  'update-refused': 'any-hour',
  correction: 'any-hour',
  continued: 'any-hour',
} as const;
export type DeliveryKind = keyof typeof LEAVES;

const isKind = (word: string): word is DeliveryKind => Object.hasOwn(LEAVES, word);
export const DELIVERY_KINDS: readonly DeliveryKind[] = Object.keys(LEAVES).filter(isKind);

/** 開催案内(書面開催). */
export const INVITATIONS: readonly DeliveryKind[] = ['written-meeting-asked', 'written-meeting-asked-now'];

/** Messages about what one of those asked owes, and what came of it, that have no line: they follow by what they are about. */
export const ABOUT_ONE_ASKED: readonly DeliveryKind[] = [
  'delegate-asked',
  ...INVITATIONS,
  'written-meeting-amended',
  'written-result',
  'written-result-now',
];

/** planned → sending → sent, or dropped (no longer true), or dead (given up). */
export type DeliveryState = 'planned' | 'sending' | 'sent' | 'dropped' | 'dead';

/**
 * What the queue calls the jobs that send the messages of a workspace whose token is in a process's environment: that process takes
 * those of its workspace, and no others.
 */
export const deliverTask = (workspaceId: string): string => `deliver:${workspaceId}`;

/** What the queue calls those of all workspaces that have installed the app: any process that serves many takes them. */
export const DELIVER_INSTALLED = 'deliver-installed';

/**
 * The flag that says whose a job is, and with `what` the flag of a thing that it needs there: while that can't be had, the job is left
 * in the queue.
 */
export const needOf = (workspaceId: string, ...what: readonly string[]): string =>
  ['workspace', workspaceId, ...what].join(':');

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
  /** Since the record was restored from an export: it neither leaves nor is brought to the present state. */
  readonly held: boolean;
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

/** Whether it leaves in office hours only. */
export const isOwnAccount = ({ kind }: { readonly kind: DeliveryKind }): boolean =>
  LEAVES[kind] === 'office-hours';
