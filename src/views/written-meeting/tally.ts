import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { isDecided } from '../../domain/written-meeting/answer.ts';
import type { ItemOutcome } from '../../domain/written-meeting/outcome.ts';
import type { ItemTally } from '../../domain/written-meeting/tally.ts';
import type { OpenedWrittenResult } from '../../services/written-meeting/open-result.ts';
import { tallyText } from '../../texts/written-course.ts';
import { rulingSentence, writtenNotice, writtenRuling } from '../../texts/written-result.ts';

/** The numbers of one 案件 in one line. */
export const tallyLine = ({ item, agreed, withOpinion, objected, unanswered }: ItemTally): string =>
  isDecided(item)
    ? tallyText.decided(agreed, withOpinion, objected, unanswered)
    : tallyText.confirmed(agreed, withOpinion, unanswered);

/** The same, and how many 未回答 were taken for 異議なし where any were. */
export const countedLines = (outcome: ItemOutcome): readonly string[] => [
  tallyLine(outcome),
  ...(outcome.ruling === null || outcome.ruling.deemed === 0
    ? []
    : [writtenRuling.deemed(outcome.ruling.deemed)]),
];

/** What the body's rules give of a 案件 that is deliberated. */
export const rulingLines = ({ ruling }: ItemOutcome): readonly string[] =>
  ruling === null ? [] : [writtenRuling.label(rulingSentence(ruling))];

/** 通知文 as it is offered: the numbers, and no name. */
export const offeredNotice = ({ meeting, body, items }: OpenedWrittenResult): string =>
  writtenNotice.prefilled(
    body.name,
    printDayWithWeekday(meeting.dueOn),
    items.map((outcome) => writtenNotice.numbers(outcome.item.position, countedLines(outcome).join(' '))),
  );
