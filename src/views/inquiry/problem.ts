import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { AnswerProblem } from '../../domain/inquiry/answer.ts';
import type { InquiryProblem } from '../../domain/inquiry/inquiry.ts';
import type { OverseeProblem } from '../../domain/inquiry/standing.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { problemText } from '../../texts/problem.ts';

/** What stands in the way of an inquiry, beside what stands in the way of anything. */
export type InquiryMatterProblem =
  | AnswerProblem
  | InquiryProblem
  | Exclude<OverseeProblem, Refusal>
  | { readonly kind: 'answer-taken' };

/** It in one sentence. */
export const inquiryProblemSentence = (problem: InquiryMatterProblem): string => {
  switch (problem.kind) {
    case 'not-after-today':
      return problemText.dueNotAfter(printDayWithWeekday(problem.today));
    case 'too-far-ahead':
      return problemText.dueTooFar;
    case 'collect-after-due':
      return problemText.collectAfterDue;
    case 'departments-needed':
      return problemText.departmentsNeeded;
    case 'people-needed':
      return problemText.inquiredNeeded;
    case 'people-not-promoters':
      return problemText.inquiredNotPromoters(problem.names);
    case 'nobody-to-ask':
      return problemText.nobodyToAsk;
    case 'applicable-needed':
      return problemText.chooseOne;
    case 'words-needed':
      return problemText.wordsNeeded;
    case 'count-needed':
      return problemText.countNeeded;
    case 'confirmation-needed':
      return problemText.confirmationNeeded;
    case 'document-needed':
      return problemText.documentNeeded;
    case 'file-not-taken':
      return problemText.fileNotTaken;
    case 'file-unreadable':
      return problemText.fileUnreadable;
    case 'file-locked':
      return problemText.fileLocked;
    case 'file-too-large':
      return problemText.fileTooLarge;
    case 'file-wrong-type':
      return problemText.fileWrongType;
    case 'way-needed':
      return problemText.chooseOne;
    case 'received-day-needed':
      return problemText.chooseDay;
    case 'received-in-future':
      return problemText.receivedInFuture;
    case 'inquiry-closed':
      return problemText.inquiryClosed;
    case 'inquiry-cancelled':
      return problemText.inquiryCancelled;
    case 'answer-taken':
      return problemText.answerTaken;
    case 'nothing-to-return':
      return problemText.nothingToReturn;
    case 'already-answered':
      return problemText.alreadyAnswered;
    case 'delegate-not-member':
      return problemText.delegateNotMember;
  }
};
