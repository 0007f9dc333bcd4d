import type { Button, KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { shorten } from '../../domain/letters.ts';
import { countStates, type OpinionOnDesk } from '../../domain/opinion/desk.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { OpinionList } from '../../services/opinion/list.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { CONSIDERATION_BUTTON } from '../../texts/consideration.ts';
import { OPINION_BUTTON, OPINION_STATE_WORD, opinionText } from '../../texts/opinion.ts';
import { OPINION_ASK_BUTTON } from '../../texts/opinion-ask.ts';
import { OPINION_FILE_BUTTON } from '../../texts/opinion-file.ts';
import { OPINION_IMPORT_BUTTON } from '../../texts/opinion-import.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { textLength } from '../measure.ts';
import { rowActs } from '../more-menu.ts';
import { pageNote, pageOf, type Unit, wantedPage, yearListButtons } from '../paging.ts';
import { recordChangesButton } from '../record-changes.ts';
import { soughtPart } from '../sought.ts';
import { countsLine } from './home.ts';
import { opinionHead, opinionPlaces, responseLine } from './words.ts';

/** Rows a page, where they fit, and so much of each text. */
const ROWS_A_PAGE = 10;
const MOST = { words: 300, places: 200, consideration: 200, response: 60 } as const;

const shortLine = (line: string): string => shorten(line, MOST.response);

const considerationLines = ({ considered, before }: OpinionOnDesk): readonly string[] => {
  if (considered !== undefined)
    return [
      opinionText.consideration(shorten(considered.consideration, MOST.consideration)),
      ...responseLine(considered).map(shortLine),
    ];
  return before === undefined
    ? []
    : [
        opinionText.considerationOf(
          printFiscalYear(before.fiscalYear),
          shorten(before.consideration, MOST.consideration),
        ),
        ...responseLine(before).map(shortLine),
      ];
};

const actsOf = (one: OpinionOnDesk, mayManage: boolean): ReturnType<typeof rowActs> => {
  const { id } = one.opinion;
  const show = button('opinion.show', OPINION_BUTTON.show, joinParts(id, one.year));
  if (!mayManage) return [show];
  const rarer: readonly Button[] = [
    button('opinion-ask.one', OPINION_ASK_BUTTON.one, joinParts(id, one.year)),
    button('opinion.cancel', OPINION_BUTTON.cancel, id),
    recordChangesButton(subjectOf('opinion', id)),
  ];
  const consider = button('consideration.open', CONSIDERATION_BUTTON, joinParts(id, one.year));
  return rowActs([show, consider, button('opinion.edit', OPINION_BUTTON.edit, id)], rarer);
};

const unitOf = (one: OpinionOnDesk, mayManage: boolean): Unit => {
  const words = [
    opinionHead(one),
    ...(mayManage ? [opinionText.state(OPINION_STATE_WORD[one.state])] : []),
    opinionText.words(shorten(one.opinion.words, MOST.words)),
    shorten(opinionPlaces(one), MOST.places),
    ...considerationLines(one),
  ];
  const blocks: readonly KnownBlock[] = [
    paragraph(words.join('\n')),
    ...buttons(joinParts('opinion', one.opinion.id), actsOf(one, mayManage)),
  ];
  const heading = one.isCarried ? opinionText.carriedTitle : opinionText.ownTitle;
  return { heading, blocks, length: textLength(blocks) };
};

const countsPart = ({ listed, mayManage }: OpinionList): readonly KnownBlock[] =>
  mayManage && listed.length > 0 ? [note(countsLine({ counts: countStates(listed) }))] : [];

/** 評価・意見 of a year, `page` counted from 1; a page past the end shows the last one. */
export const opinionListMessage = (list: OpinionList, page: number): SlackMessage => {
  const { year, sought, listed, mayManage } = list;
  const title = opinionText.listTitle(printFiscalYear(year));
  const units = listed.map((one) => unitOf(one, mayManage));
  const here = pageOf(units, page, (heading) => heading, ROWS_A_PAGE);
  const none = paragraph(mayManage ? opinionText.none : opinionText.nonePublished);
  return {
    text: title,
    shown: { by: 'opinion-list', of: wantedPage(year, sought, here.shown) },
    blocks: [
      header(title),
      ...soughtPart(sought),
      ...countsPart(list),
      ...(units.length === 0 && sought.words === '' ? [none] : here.blocks),
      ...pageNote(here),
      ...yearListButtons('opinion-list', here, list),
      ...(mayManage
        ? buttons('open', [
            button('opinion.new', OPINION_BUTTON.registerShort, String(year), 'primary'),
            button('opinion-import.open', OPINION_IMPORT_BUTTON, 'new'),
            button('opinion-file.open', OPINION_FILE_BUTTON, String(year)),
            ...(listed.some(({ state }) => state === 'registered')
              ? [button('opinion-ask.all', OPINION_ASK_BUTTON.all, String(year))]
              : []),
          ])
        : []),
    ],
  };
};
