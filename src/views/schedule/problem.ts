import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { ScheduleProblem } from '../../domain/schedule/planned.ts';
import { SCHEDULE_PROBLEM } from '../../texts/schedule-plan.ts';
import type { SentencesOf } from '../../texts/sentence.ts';

/** What is the matter with a year's schedule, and what to do. */
export const SCHEDULE_SENTENCES: Omit<SentencesOf<ScheduleProblem>, 'year-unreadable'> = {
  'scheduled-year-is-over': SCHEDULE_PROBLEM.yearIsOver,
  'base-year-not-before': SCHEDULE_PROBLEM.baseNotBefore,
  'base-year-empty': ({ fiscalYear }) => SCHEDULE_PROBLEM.baseEmpty(printFiscalYear(fiscalYear)),
  'scheduled-outside-year': ({ fiscalYear }) => SCHEDULE_PROBLEM.outsideYear(printFiscalYear(fiscalYear)),
  'scheduled-not-to-come': SCHEDULE_PROBLEM.notToCome,
  'scheduled-twice': ({ name, printed }) => SCHEDULE_PROBLEM.twice(name, printed),
  'base-gone': SCHEDULE_PROBLEM.baseGone,
  'too-many-days-changed': ({ most }) => SCHEDULE_PROBLEM.tooMany(most),
  'nothing-scheduled': SCHEDULE_PROBLEM.nothing,
};
