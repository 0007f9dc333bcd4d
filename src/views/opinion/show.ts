import type { KnownBlock, ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { OpinionOnDesk } from '../../domain/opinion/desk.ts';
import { joinParts } from '../../domain/parts.ts';
import type { ShownOpinion } from '../../services/opinion/show.ts';
import { OPINION_FORM, OPINION_STATE_WORD, opinionText } from '../../texts/opinion.ts';
import { divider, form, header, paragraphsOf } from '../blocks.ts';
import { meetingWords, opinionHead, opinionPlaces, responseLine } from './words.ts';

const yearPart = ({ year, state, considered, meetings }: OpinionOnDesk): readonly KnownBlock[] => [
  divider(),
  header(opinionText.yearTitle(printFiscalYear(year), OPINION_STATE_WORD[state])),
  ...paragraphsOf(
    considered === undefined
      ? [opinionText.noConsideration]
      : [
          considered.consideration,
          ...responseLine(considered),
          ...(meetings.length === 0 ? [] : [opinionText.meetings(meetings.map(meetingWords))]),
        ],
  ),
];

/** 全文を見る: what was given, word for word, and what was considered of it, the newest year first. */
export const opinionView = (shown: ShownOpinion): ModalView => {
  const [newest] = shown;
  const { opinion } = newest;
  return form(
    OPINION_FORM.show,
    'opinion.shown',
    null,
    [
      ...paragraphsOf([opinionHead({ ...newest, isCarried: true }), opinion.words, opinionPlaces(newest)]),
      ...shown.flatMap(yearPart),
    ],
    joinParts(opinion.id, newest.year),
  );
};
