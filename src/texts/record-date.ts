import { printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { DatePrecision, RecordDateProblem } from '../domain/occasion/date.ts';
import { problemText } from './problem.ts';
import type { SentencesOf } from './sentence.ts';

/** 日付の3欄, by the names that every form has for them. */
export const DATE_LABEL = {
  heldOn: '開催日',
  heldUntil: '終了日',
  precision: '報告書での日付',
} as const;

export const PRECISION_WORD: Readonly<Record<DatePrecision, { word: string; example: string }>> = {
  day: { word: '年月日', example: '例:令和5年8月10日' },
  month: { word: '年月', example: '例:令和5年9月' },
  until: { word: '期限(…まで)', example: '例:令和5年8月10日まで' },
};

/** Why three date fields make no date: in a form and in a file alike. */
export const RECORD_DATE_SENTENCES: SentencesOf<RecordDateProblem> = {
  'too-early': problemText.beforeRecord,
  'until-takes-no-end': problemText.untilTakesNoEnd,
  'end-before-start': problemText.endBeforeStart,
  'crosses-fiscal-years': ({ first, last }) =>
    problemText.crossesYears(printFiscalYear(first), printFiscalYear(last)),
};
