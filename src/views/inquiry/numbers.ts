import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import type { Tally } from '../../domain/inquiry/tally.ts';
import { inquiryText, statusText } from '../../texts/inquiry.ts';

/** What an inquiry is called, e.g. 令和8年度 第1号 夏の調査. */
export const nameOf = ({ fiscalYear, number, title }: Inquiry): string =>
  inquiryText.name(printFiscalYear(fiscalYear), number, title);

/** Its numbers in one line. */
export const numbersOf = ({ answerForm }: Inquiry, tally: Tally): string =>
  [
    statusText.numbers(tally.asked, tally.sections, tally.answered, tally.unanswered),
    ...(tally.returned === 0 ? [] : [statusText.returned(tally.returned)]),
    ...(tally.late === 0 ? [] : [statusText.late(tally.late)]),
    ...(answerForm === 'applicability' ? [statusText.applicable(tally.applicable, tally.notApplicable)] : []),
    ...(answerForm === 'count' ? [statusText.count(tally.count)] : []),
  ].join(statusText.separator);
