import type { Body } from '../body/body.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import { type DelegateAskedContent, isReturnOpen, type ReturnedContent } from '../inquiry/message.ts';
import type { DidNotMeetSubject } from '../meeting/did-not-meet.ts';
import type { Meeting, MeetingStanding } from '../meeting/meeting.ts';
import { type DueText, type InquiryLine, isLineOpen, type OwedContent } from '../morning/content.ts';
import type { MorningLine } from '../morning/morning.ts';
import { isNewsletterStillTrue, type NewsletterContent } from '../newsletter/content.ts';
import type { Appointment } from '../promoter/appointment.ts';
import type { Lag } from '../training/lag.ts';
import type { Recorded, TrainingSession } from '../training/training.ts';
import type { ContinuedContent } from './continued.ts';
import type { RunReport } from './run-report.ts';
import type { CorrectionContent, UnshownContent } from './unshown.ts';

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

/** The name by which audit lines and deliveries call a 研修. */
export const trainingSubject = (sessionId: string): string => `training:${sessionId}`;

/** The name by which deliveries call the lag of a year's promoter training. */
export const trainingLagSubject = (year: FiscalYear): string => `training-lag:${year}`;

/** A 研修 as messages speak of it. */
export type TrainingToTell = {
  readonly session: TrainingSession;
  readonly name: string;
  readonly standing: MeetingStanding;
  readonly recorded: Recorded;
  /** The working day on which a planned one is asked about. */
  readonly askedOn: LocalDate;
  readonly contact: string;
};

/** What failed, as far as 運用ログ says: a request of somebody's, a job, a message that was given up, or none of these. */
export const FAILED_WHATS = ['request', 'job', 'delivery', 'process'] as const;
export type FailedWhat = (typeof FAILED_WHATS)[number];

/** What a message says, read from the record at the moment of sending. */
export type DeliveryContent =
  | {
      readonly kind: 'meeting-recorded' | 'meeting-announced';
      readonly meeting: Meeting;
      readonly body: Body;
      readonly standing: MeetingStanding;
      /** The working day on which a planned meeting is asked about. */
      readonly askedOn: LocalDate;
      readonly contact: string;
    }
  | (TrainingToTell & { readonly kind: 'training-recorded' })
  | OwedContent
  | ReturnedContent
  | DelegateAskedContent
  | {
      readonly kind: 'training-lag';
      readonly year: FiscalYear;
      /** Promoter trainings of the year, by first day, each with how long promoters have waited for it. */
      readonly trainings: readonly { readonly printed: string; readonly lag: Lag }[];
      readonly isLagging: boolean;
      readonly contact: string;
    }
  | (RunReport & { readonly kind: 'job-report' })
  | {
      readonly kind: 'failure-noted';
      /** Of the first, where there were several. */
      readonly id: string;
      readonly what: FailedWhat;
      readonly count: number;
    }
  | {
      /** 自分に試し送信 of a draft. */
      readonly kind: 'inquiry-trial';
      readonly inquiry: Inquiry;
      readonly due: DueText;
      readonly day: LocalDate;
      readonly contact: string;
    }
  | RoleGuide
  | NewsletterContent
  | UnshownContent
  | CorrectionContent
  | ContinuedContent
  | {
      readonly kind: 'free-text-answer';
      readonly contact: string;
      /** 役割のご案内 that this person has not confirmed. */
      readonly guides: readonly string[];
      /** What of inquiries falls to this person. */
      readonly inquiries: readonly InquiryLine[];
    }
  | {
      readonly kind: 'did-not-meet-recorded';
      readonly of: DidNotMeetSubject;
      readonly name: string;
      readonly fiscalYear: FiscalYear;
      readonly stands: boolean;
    };

/** Whether a message that was never posted still has something to say. */
export const isStillTrue = (content: DeliveryContent): boolean => {
  switch (content.kind) {
    case 'did-not-meet-recorded':
      return content.stands;
    case 'morning':
    case 'inquiry-asked':
      return content.lines.some(isLineOpen);
    case 'inquiry-returned':
      return isReturnOpen(content);
    case 'delegate-asked':
      return content.isOpen;
    case 'training-recorded':
      return content.standing !== 'cancelled';
    case 'training-lag':
      return content.isLagging;
    case 'role-guide':
      return content.stands && content.appointment.guideConfirmedAt === null;
    case 'inquiry-trial':
      return content.inquiry.state === 'draft';
    case 'newsletter-issue':
    case 'newsletter-article':
    case 'newsletter-part':
    case 'newsletter-asked':
    case 'article-consent':
    case 'article-published':
    case 'channel-trouble':
      return isNewsletterStillTrue(content);
    case 'continued':
      return isStillTrue(content.of);
    case 'update-refused':
      return content.count > 0;
    case 'free-text-answer':
    case 'job-report':
    case 'failure-noted':
    case 'correction':
      return true;
    case 'meeting-recorded':
    case 'meeting-announced':
      return content.standing !== 'cancelled';
  }
};
