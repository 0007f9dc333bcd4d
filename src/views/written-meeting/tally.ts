import { isDecided } from '../../domain/written-meeting/answer.ts';
import type { ItemTally } from '../../domain/written-meeting/tally.ts';
import { tallyText } from '../../texts/written-course.ts';

/** The numbers of one 案件 in one line. */
export const tallyLine = ({ item, agreed, withOpinion, objected, unanswered }: ItemTally): string =>
  isDecided(item)
    ? tallyText.decided(agreed, withOpinion, objected, unanswered)
    : tallyText.confirmed(agreed, withOpinion, unanswered);
