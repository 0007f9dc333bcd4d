import { printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { RecordDateProblem } from '../domain/record-date.ts';
import { problemText } from './problem.ts';

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
