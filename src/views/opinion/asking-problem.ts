import type { AskingProblem } from '../../domain/opinion/asking.ts';
import type { ConsiderationProblem } from '../../domain/opinion/consideration.ts';
import { CONSIDERATION_PROBLEM } from '../../texts/consideration.ts';
import { askProblemText } from '../../texts/opinion-ask.ts';
import type { SentencesOf } from '../../texts/sentence.ts';

/** What is said where 評価・意見 can't be asked about, or what was considered can't be kept. */
export const ASKING_SENTENCES: SentencesOf<AskingProblem | ConsiderationProblem> = {
  'unknown-meeting': CONSIDERATION_PROBLEM.unknownMeeting,
  'nothing-to-ask': askProblemText.nothingToAsk,
  'no-section-to-ask': ({ names }) => askProblemText.noSection(names),
  'already-asked': ({ names }) => askProblemText.alreadyAsked(names),
  'questions-changed': askProblemText.questionsChanged,
};
