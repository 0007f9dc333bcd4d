import { printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { RecordDateProblem } from '../domain/occasion/date.ts';
import { problemText } from './problem.ts';
import type { SentencesOf } from './sentence.ts';

/** 日付の3欄, by the names that every form has for them. */
export const DATE_LABEL = {
  heldOn: '開催日',
  heldUntil: '終了日',
  precision: '報告書での日付',
} as const;

/** Why three date fields make no date: in a form and in a file alike. */
export const RECORD_DATE_SENTENCES: SentencesOf<RecordDateProblem> = {
  'too-early': problemText.beforeRecord,
  'until-takes-no-end': problemText.untilTakesNoEnd,
  'end-before-start': problemText.endBeforeStart,
  'crosses-fiscal-years': ({ first, last }) =>
    problemText.crossesYears(printFiscalYear(first), printFiscalYear(last)),
};
