import type { Body } from '../body/body.ts';
import type { DueText } from '../calendar/deadline.ts';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { EarlierWord } from '../earlier-word.ts';
import type { Inquiry } from '../inquiry/inquiry.ts';
import type { InquiryLine } from '../inquiry/line.ts';
import { type DelegateAskedContent, isReturnOpen, type ReturnedContent } from '../inquiry/message.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { isLineOpen, type OwedContent } from '../morning/content.ts';
import { isNewsletterStillTrue, type NewsletterContent } from '../newsletter/content.ts';
import type { DidNotMeetSubject } from '../occasion/did-not-meet.ts';
import type { OccasionStanding } from '../occasion/standing.ts';
import type { RetentionContent } from '../person/retention.ts';
import type { Appointment } from '../promoter/appointment.ts';
import type { ScheduleRecordedContent } from '../schedule/told.ts';
import type { Lag } from '../training/lag.ts';
import type { TrainingToTell } from '../training/told.ts';
import type { WrittenAskedContent } from '../written-meeting/asked.ts';
import {
  isAskedAgain,
  type WrittenAmendedContent,
  type WrittenCancelledContent,
} from '../written-meeting/changed.ts';
import type { WrittenLine } from '../written-meeting/line.ts';
import type { WrittenResultContent } from '../written-meeting/notice.ts';
import type { RunReport } from './run-report.ts';
import type { UnshownContent } from './unshown.ts';

/** 協働推進員の役割のご案内, as it stands: whose, of which section, what is coming, and whether it still holds. */
export type RoleGuide = {
  readonly kind: 'role-guide';
  readonly appointment: Appointment;
  readonly departmentName: string;
  readonly sectionName: string;
  readonly coming: readonly {
    readonly meetingId: string;
    readonly bodyName: string;
    readonly printedDate: string;
  }[];
  readonly stands: boolean;
  /** What stands in the place of the question, where a newer message asks it. */
  readonly earlier: EarlierWord | null;
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
      readonly standing: OccasionStanding;
      /** The working day on which a planned meeting is asked about. */
      readonly askedOn: LocalDate;
      readonly contact: string;
    }
  | (TrainingToTell & { readonly kind: 'training-recorded' })
  | ScheduleRecordedContent
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
  | RetentionContent
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
  | WrittenAskedContent
  | WrittenAmendedContent
  | WrittenCancelledContent
  | WrittenResultContent
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
      /** What of 書面開催 this person may answer. */
      readonly ballots: readonly WrittenLine[];
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
    case 'schedule-recorded':
      return content.occasions.some(({ standing }) => standing !== 'cancelled');
    case 'morning':
    case 'inquiry-asked':
    case 'training-asked':
      return content.lines.some(isLineOpen);
    case 'inquiry-returned':
      return isReturnOpen(content);
    case 'delegate-asked':
      return content.isOpen;
    case 'training-recorded':
      return content.standing !== 'cancelled';
    case 'training-lag':
      return content.isLagging;
    case 'retention':
      return content.limit !== undefined;
    case 'role-guide':
      return content.stands && content.appointment.guideConfirmedAt === null;
    case 'inquiry-trial':
      return content.inquiry.state === 'draft';
    case 'written-meeting-asked':
    case 'written-meeting-asked-now':
      return content.meeting.state === 'open';
    case 'written-meeting-trial':
      return content.meeting.state === 'draft';
    case 'written-meeting-amended':
      return isAskedAgain(content);
    case 'written-meeting-cancelled':
      return content.meeting.state === 'cancelled';
    case 'written-result':
    case 'written-result-now':
    case 'written-result-trial':
      return content.stands;
    case 'newsletter-issue':
    case 'newsletter-article':
    case 'newsletter-part':
    case 'newsletter-asked':
    case 'article-consent':
    case 'article-published':
    case 'article-withdrawn':
    case 'article-proposed':
    case 'article-judged':
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

/** A reply that says what the message it answers can't be made to say. */
export type CorrectionContent = { readonly kind: 'correction'; readonly of: DeliveryContent };

/** Whose words a message carries, by Slack id, where they are somebody's. */
export const writerOf = (content: DeliveryContent): string | undefined => {
  const writer = ((): string | undefined => {
    switch (content.kind) {
      case 'meeting-recorded':
      case 'meeting-announced':
        return content.meeting.recordedBy;
      case 'training-recorded':
        return content.session.recordedBy;
      case 'newsletter-issue':
      case 'newsletter-part':
        return content.issue.createdBy;
      case 'newsletter-article':
      case 'article-published':
      case 'article-withdrawn':
      case 'article-proposed':
      case 'article-judged':
        return content.article.writtenBy;
      case 'inquiry-trial':
        return content.inquiry.createdBy;
      case 'written-meeting-asked':
      case 'written-meeting-asked-now':
      case 'written-meeting-trial':
        return content.meeting.createdBy;
      case 'correction':
      case 'continued':
        return writerOf(content.of);
      default:
        return undefined;
    }
  })();
  return writer !== undefined && /^[UW]/u.test(writer) ? writer : undefined;
};

/** A message that goes on where another was too long: which page of that. */
export type ContinuedContent = {
  readonly kind: 'continued';
  readonly of: DeliveryContent;
  readonly page: number;
};
