import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { OpinionProblem } from '../../domain/opinion/draft.ts';
import { OPINION_PROBLEM } from '../../texts/opinion.ts';
import type { SentencesOf } from '../../texts/sentence.ts';

/** What is the matter with an opinion, and what to do. */
export const OPINION_SENTENCES: Omit<SentencesOf<OpinionProblem>, 'year-unreadable' | 'unknown-section'> = {
  'opinion-considered': OPINION_PROBLEM.considered,
  'opinion-asked': OPINION_PROBLEM.asked,
  'opinion-number-taken': ({ number, fiscalYear }) =>
    OPINION_PROBLEM.numberTaken(number, printFiscalYear(fiscalYear)),
};
