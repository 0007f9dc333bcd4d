import { printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { RecordDateProblem } from '../domain/occasion/date.ts';
import { problemText } from './problem.ts';

/** 日付の3欄, by the names that every form has for them. */
export const DATE_LABEL = {
  heldOn: '開催日',
  heldUntil: '終了日',
  precision: '報告書での日付',
} as const;

/** Why three date fields make no date, in one sentence: in a form and in a file alike. */
export const recordDateSentence = (problem: RecordDateProblem): string => {
  switch (problem.kind) {
    case 'too-early':
      return problemText.beforeRecord;
    case 'until-takes-no-end':
      return problemText.untilTakesNoEnd;
    case 'end-before-start':
      return problemText.endBeforeStart;
    case 'crosses-fiscal-years':
      return problemText.crossesYears(printFiscalYear(problem.first), printFiscalYear(problem.last));
  }
};
