import type { DeliveryContent } from '../../domain/delivery/content.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { freeTextAnswer } from '../free-text.ts';
import { delegateAskedMessage, returnedMessage } from '../inquiry/oversee.ts';
import { inquiryTrialMessage } from '../inquiry/send.ts';
import { pagesOfMessage } from '../measure.ts';
import { didNotMeetMessage } from '../meeting/did-not-meet.ts';
import { meetingAnnouncedMessage, meetingRecordedMessage } from '../meeting/message.ts';
import { owedMessage } from '../morning/morning.ts';
import {
  articleConsentMessage,
  articlePublishedMessage,
  articleWithdrawnMessage,
  channelTroubleMessage,
  newsletterAskedMessage,
} from '../newsletter/asked.ts';
import { articleMessage, issueMessage, partMessage } from '../newsletter/message.ts';
import { articleJudgedMessage, articleProposedMessage } from '../newsletter/proposal.ts';
import { roleGuideMessage } from '../promoter/role-guide.ts';
import { retentionMessage } from '../retention.ts';
import { scheduleRecordedMessage } from '../schedule/message.ts';
import { trainingLagMessage } from '../training/lag.ts';
import { trainingRecordedMessage } from '../training/message.ts';
import { writtenAskedMessage, writtenTrialMessage } from '../written-meeting/asked.ts';
import { writtenAmendedMessage, writtenCancelledMessage } from '../written-meeting/changed.ts';
import { writtenResultMessage } from '../written-meeting/result-message.ts';
import { correctionMessage, updateRefusedMessage } from './dead-letters.ts';
import { failureNotedMessage, jobReportMessage } from './job-report.ts';

/** Every message that goes through a delivery, written from the record as it is now, whole. */
export const deliveryMessage = (content: DeliveryContent): SlackMessage => {
  switch (content.kind) {
    case 'meeting-recorded':
      return meetingRecordedMessage(content);
    case 'meeting-announced':
      return meetingAnnouncedMessage(content);
    case 'morning':
    case 'inquiry-asked':
    case 'training-asked':
      return owedMessage(content);
    case 'inquiry-trial':
      return inquiryTrialMessage(content);
    case 'written-meeting-asked':
    case 'written-meeting-asked-now':
      return writtenAskedMessage(content);
    case 'written-meeting-trial':
      return writtenTrialMessage(content);
    case 'written-meeting-amended':
      return writtenAmendedMessage(content);
    case 'written-meeting-cancelled':
      return writtenCancelledMessage(content);
    case 'written-result':
    case 'written-result-now':
    case 'written-result-trial':
      return writtenResultMessage(content);
    case 'job-report':
      return jobReportMessage(content);
    case 'failure-noted':
      return failureNotedMessage(content);
    case 'inquiry-returned':
      return returnedMessage(content);
    case 'delegate-asked':
      return delegateAskedMessage(content);
    case 'role-guide':
      return roleGuideMessage(content);
    case 'free-text-answer':
      return freeTextAnswer(content);
    case 'training-recorded':
      return trainingRecordedMessage(content);
    case 'training-lag':
      return trainingLagMessage(content);
    case 'retention':
      return retentionMessage(content);
    case 'newsletter-issue':
      return issueMessage(content);
    case 'newsletter-article':
      return articleMessage(content);
    case 'newsletter-part':
      return partMessage(content);
    case 'newsletter-asked':
      return newsletterAskedMessage(content);
    case 'article-consent':
      return articleConsentMessage(content);
    case 'article-published':
      return articlePublishedMessage(content);
    case 'article-withdrawn':
      return articleWithdrawnMessage(content);
    case 'article-proposed':
      return articleProposedMessage(content);
    case 'article-judged':
      return articleJudgedMessage(content);
    case 'channel-trouble':
      return channelTroubleMessage(content);
    case 'update-refused':
      return updateRefusedMessage(content);
    case 'correction':
      return correctionMessage(content, deliveryMessage);
    case 'continued':
      return deliveryMessage(content.of);
    case 'did-not-meet-recorded':
      return didNotMeetMessage(content);
    case 'schedule-recorded':
      return scheduleRecordedMessage(content);
  }
};

/** The same as Slack takes it: in pages, at least so many where it can be divided so often. */
export const deliveryPages = (content: DeliveryContent, atLeast = 1): readonly SlackMessage[] =>
  pagesOfMessage(deliveryMessage(content), atLeast);
