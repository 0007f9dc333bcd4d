import type { KnownBlock, ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { shorten } from '../../domain/letters.ts';
import { namesIn } from '../../domain/opinion/asking.ts';
import { questionName } from '../../domain/opinion/question.ts';
import type { OpenedAsk } from '../../services/opinion/open-ask.ts';
import { INQUIRY_HINT } from '../../texts/inquiry.ts';
import { OPINION_ASK_FORM, OPINION_ASK_LABEL, opinionAskText } from '../../texts/opinion-ask.ts';
import { dayField, form, note, paragraph, paragraphsOf, textField } from '../blocks.ts';
import { sendingField } from '../inquiry/sending.ts';

/** The form names so many opinions, and so much of each 項目. */
const MOST_NAMED = 40;
const MOST_ITEM = 60;

/** What is asked about, and what is left out and why. */
const aboutAsking = ({ askable, year }: OpenedAsk): readonly KnownBlock[] => {
  const { toAsk, withoutSection, asked } = askable;
  const sections = new Set(toAsk.flatMap(({ sectionIds }) => sectionIds));
  const named = toAsk
    .slice(0, MOST_NAMED)
    .map(({ opinion }) =>
      opinionAskText.opinion(questionName({ opinion, fiscalYear: year }), shorten(opinion.item, MOST_ITEM)),
    );
  return [
    paragraph(opinionAskText.asks(toAsk.length, sections.size)),
    ...paragraphsOf(named),
    ...(withoutSection.length === 0
      ? []
      : [note(opinionAskText.withoutSection(namesIn(withoutSection, year)))]),
    ...(asked.length === 0 ? [] : [note(opinionAskText.asked(namesIn(asked, year)))]),
  ];
};

/** What the inquiry is called that the form makes. */
const askTitle = ({ year, opinionId, askable }: OpenedAsk): string =>
  opinionAskText.title(
    printFiscalYear(year),
    opinionId === undefined
      ? undefined
      : namesIn(
          askable.toAsk.map(({ opinion }) => opinion),
          year,
        )[0],
  );

/** 調査・検討を依頼: about one opinion, or all that were not asked about yet. */
export const askForm = (opened: OpenedAsk): ModalView => {
  const { inquiryId, inquiry, year, opinionId, askable, dueOn } = opened;
  return form(
    OPINION_ASK_FORM,
    'opinion-ask.save',
    '送信する',
    [
      ...aboutAsking(opened),
      dayField({
        name: 'dueOn',
        label: OPINION_ASK_LABEL.dueOn,
        hint: INQUIRY_HINT.dueOn,
        initial: inquiry?.dueOn ?? dueOn,
      }),
      textField({
        name: 'content',
        label: OPINION_ASK_LABEL.content,
        hint: opinionAskText.contentHint,
        initial:
          inquiry?.content ??
          opinionAskText.content(
            printFiscalYear(year),
            askable.toAsk.some(({ opinion }) => opinion.fiscalYear < year),
          ),
        multiline: true,
        maxLength: 3000,
      }),
      sendingField('next-morning'),
    ],
    {
      inquiryId,
      revision: inquiry?.revision ?? 0,
      year,
      ...(opinionId === undefined ? {} : { opinionId }),
      title: inquiry?.title ?? askTitle(opened),
    },
  );
};

/** While 送信の確認 is made. */
export const preparingAsk = (): ModalView =>
  form(OPINION_ASK_FORM, 'opinion-ask.preparing', null, [paragraph(opinionAskText.preparing)]);
