import type { ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { AskedAgain } from '../../domain/delivery/ask-again.ts';
import type { EndingInquiry } from '../../services/inquiry/open-ending.ts';
import { inquiryText } from '../../texts/inquiry.ts';
import { askAgainForm } from '../ask-again.ts';
import { doneMessage, sentenceForm } from '../failure.ts';

/** もう一度お願いする: how many have not answered, and when they are told. */
export const againForm = ({ inquiry, tally }: EndingInquiry): ModalView =>
  askAgainForm(
    'inquiry.again',
    [
      inquiryText.name(printFiscalYear(inquiry.fiscalYear), inquiry.number, inquiry.title),
      inquiryText.again(tally.unanswered),
    ],
    { inquiryId: inquiry.id },
  );

/** What the form becomes. */
export const askedAgainView = ({ people, morning }: AskedAgain): ModalView =>
  sentenceForm(
    doneMessage(
      'asked',
      morning === null
        ? inquiryText.askedAgainNow(people)
        : inquiryText.askedAgain(people, printDayWithWeekday(morning)),
    ),
  );
