import type { ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { AGAIN_SENDINGS } from '../../domain/inquiry/inquiry.ts';
import type { AskedAgain } from '../../services/inquiry/ask-again.ts';
import type { EndingInquiry } from '../../services/inquiry/open-ending.ts';
import { AGAIN_WORD, INQUIRY_BUTTON, INQUIRY_LABEL, inquiryText } from '../../texts/inquiry.ts';
import { form, paragraph, radioField } from '../blocks.ts';
import { doneMessage, sentenceForm } from '../failure.ts';

/** もう一度お願いする: how many have not answered, and when they are told. */
export const againForm = ({ inquiry, tally }: EndingInquiry): ModalView =>
  form(
    INQUIRY_BUTTON.again,
    'inquiry.again',
    '送信する',
    [
      paragraph(
        [
          inquiryText.name(printFiscalYear(inquiry.fiscalYear), inquiry.number, inquiry.title),
          inquiryText.again(tally.unanswered),
        ].join('\n'),
      ),
      radioField({
        name: 'sending',
        label: INQUIRY_LABEL.sendingAt,
        choices: AGAIN_SENDINGS.map((value) => ({ value, text: AGAIN_WORD[value] })),
        initial: 'next-morning',
      }),
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
