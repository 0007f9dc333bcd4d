import type { KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { joinParts } from '../../domain/parts.ts';
import type { OpinionCounts } from '../../services/opinion/count.ts';
import { OPINION_BUTTON, OPINION_STATE_WORD, opinionText } from '../../texts/opinion.ts';
import { button, buttons, header, paragraph } from '../blocks.ts';

/** How many stand where: 登録 3件・案あり 2件. */
export const countsLine = ({ counts }: Pick<OpinionCounts, 'counts'>): string =>
  opinionText.counts(counts.map(([state, count]) => [OPINION_STATE_WORD[state], count] as const));

/** 評価・意見 on the secretariat's Home, year by year; no block where there is nothing to do. */
export const opinionHomePart = (counted: readonly OpinionCounts[]): readonly KnownBlock[] =>
  counted.flatMap((ofYear) => [
    header(
      opinionText.homeTitle(
        printFiscalYear(ofYear.year),
        ofYear.counts.reduce((sum, [, count]) => sum + count, 0),
      ),
    ),
    paragraph(countsLine(ofYear)),
    ...buttons(joinParts('opinions', ofYear.year), [
      button('opinion-list.open', OPINION_BUTTON.list, String(ofYear.year)),
    ]),
  ]);
