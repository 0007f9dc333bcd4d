import type { KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { hasAnswer } from '../../domain/opinion/desk.ts';
import { OPINION_FORMATS } from '../../domain/opinion/format.ts';
import type { OpinionsToTake } from '../../services/opinion/take.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { OPINION_FORMAT, opinionFileText } from '../../texts/opinion-file.ts';
import { button, buttons, header, note, paragraph, paragraphsOf } from '../blocks.ts';
import { opinionNumber } from './words.ts';

/** What has no answer yet, a line each. */
export const unansweredLines = ({ listed }: Pick<OpinionsToTake, 'listed'>): readonly string[] =>
  listed
    .filter((one) => !hasAnswer(one))
    .map((one) => opinionFileText.point(opinionNumber(one), one.opinion.item));

/** So many are named before a file is made. */
const MOST_NAMED = 40;

const pointsPart = (taken: OpinionsToTake): readonly KnownBlock[] => {
  const year = printFiscalYear(taken.year);
  const lines = unansweredLines(taken);
  if (lines.length === 0) return [paragraph(opinionFileText.settled(year))];
  return [
    paragraph(opinionFileText.unsettled(year, lines.length)),
    ...paragraphsOf([
      ...lines.slice(0, MOST_NAMED),
      ...(lines.length > MOST_NAMED ? [opinionFileText.others(lines.length - MOST_NAMED)] : []),
    ]),
  ];
};

/** 出力: what has no answer, and in which format the file is wanted. */
export const opinionFilesMessage = (taken: OpinionsToTake): SlackMessage => {
  const year = printFiscalYear(taken.year);
  const title = opinionFileText.title(year);
  if (taken.listed.length === 0)
    return { text: title, blocks: [header(title), paragraph(opinionFileText.empty(year))] };
  return {
    text: title,
    blocks: [
      header(title),
      ...pointsPart(taken),
      note(opinionFileText.ask),
      ...buttons(
        'formats',
        OPINION_FORMATS.map((format) =>
          button(`opinion-file.${format}`, OPINION_FORMAT[format], String(taken.year)),
        ),
      ),
    ],
  };
};

/** What was typed after 出力 is no year and format. */
export const opinionFileUnreadable = (words: readonly string[]): SlackMessage => {
  const sentence = opinionFileText.unreadable(words.join(' '));
  return { text: sentence, blocks: [paragraph(sentence)] };
};
