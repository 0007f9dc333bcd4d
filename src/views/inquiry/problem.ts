import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { AnswerProblem } from '../../domain/inquiry/answer.ts';
import type { InquiryProblem } from '../../domain/inquiry/inquiry.ts';
import type { OverseeProblem } from '../../domain/inquiry/standing.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { INQUIRY_LABEL } from '../../texts/inquiry.ts';
import { problemText } from '../../texts/problem.ts';
import type { SentencesOf } from '../../texts/sentence.ts';

/** What stands in the way of an inquiry, beside what stands in the way of anything. */
export type InquiryMatterProblem =
  | AnswerProblem
  | InquiryProblem
  | Exclude<OverseeProblem, Refusal>
  | { readonly kind: 'answer-taken' };

/** What is said of each. */
export const INQUIRY_SENTENCES: SentencesOf<InquiryMatterProblem> = {
  'not-after-today': ({ today }) => problemText.dueNotAfter(printDayWithWeekday(today)),
  'too-far-ahead': problemText.dueTooFar,
  'not-after-asking': ({ field, askedOn }) =>
    problemText.notAfterAsking(INQUIRY_LABEL[field], printDayWithWeekday(askedOn)),
  'collect-after-due': problemText.collectAfterDue,
  'departments-needed': problemText.departmentsNeeded,
  'people-needed': problemText.inquiredNeeded,
  'people-not-promoters': ({ names }) => problemText.inquiredNotPromoters(names),
  'nobody-to-ask': problemText.nobodyToAsk,
  'applicable-needed': problemText.chooseOne,
  'words-needed': problemText.wordsNeeded,
  'answer-needed': problemText.answerNeeded,
  'page-unanswered': ({ page }) => problemText.pageUnanswered(page),
  'count-needed': problemText.countNeeded,
  'confirmation-needed': problemText.confirmationNeeded,
  'document-needed': problemText.documentNeeded,
  'file-not-taken': problemText.fileNotTaken,
  'file-unreadable': problemText.fileUnreadable,
  'file-locked': problemText.fileLocked,
  'file-too-large': problemText.fileTooLarge,
  'file-wrong-type': problemText.fileWrongType,
  'way-needed': problemText.chooseOne,
  'received-day-needed': problemText.chooseDay,
  'received-in-future': problemText.receivedInFuture,
  'inquiry-closed': problemText.inquiryClosed,
  'inquiry-cancelled': problemText.inquiryCancelled,
  'answer-taken': problemText.answerTaken,
  'nothing-to-return': problemText.nothingToReturn,
  'already-answered': problemText.alreadyAnswered,
  'delegate-not-member': problemText.delegateNotMember,
};
