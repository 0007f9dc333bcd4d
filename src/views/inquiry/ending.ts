import type { ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { InquiryEnding } from '../../domain/inquiry/course.ts';
import type { EndingInquiry } from '../../services/inquiry/open-ending.ts';
import { inquiryText, statusText } from '../../texts/inquiry.ts';
import { finalActView } from '../final-act.ts';
import { reasonField } from './form.ts';

/** What stands before 締め切る, or before 取りやめる with its reason: how many have answered and how many have not. */
export const endingView = (ending: InquiryEnding, { inquiry, tally }: EndingInquiry): ModalView => {
  const { asked, sections, answered, unanswered } = tally;
  const name = inquiryText.name(printFiscalYear(inquiry.fiscalYear), inquiry.number, inquiry.title);
  const metadata = { inquiryId: inquiry.id, revision: inquiry.revision };
  return ending === 'close'
    ? finalActView('inquiry.close', {
        numbers: [inquiryText.closing(unanswered), statusText.numbers(asked, sections, answered, unanswered)],
        about: [name, inquiryText.closingStops],
        metadata,
      })
    : finalActView('inquiry.cancel', {
        numbers: [inquiryText.cancelling(answered, unanswered)],
        about: [name, inquiryText.cancellingStops],
        fields: [reasonField()],
        metadata,
      });
};
