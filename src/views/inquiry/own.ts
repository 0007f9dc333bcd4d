import type { KnownBlock } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { InquiryLine } from '../../domain/inquiry/line.ts';
import { targetValue } from '../../domain/inquiry/target.ts';
import { joinParts } from '../../domain/parts.ts';
import type { AnsweredInquiry, OwnInquiries } from '../../services/inquiry/list-own.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ANSWER_BUTTON, answerText } from '../../texts/inquiry-answer.ts';
import { MORNING_BUTTON, morningText } from '../../texts/morning.ts';
import { button, buttons, header, paragraph } from '../blocks.ts';
import { dueLine, returnedLines, whose } from '../morning/inquiry.ts';
import { pageNote, pageOf, turnButtons, type Unit } from '../paging.ts';

const placeOf = ({ departmentName, sectionName }: Pick<InquiryLine, 'departmentName' | 'sectionName'>) =>
  morningText.place(departmentName, sectionName);

const lengthOf = (blocks: readonly KnownBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.type === 'section' ? (block.text?.text.length ?? 0) : 40), 0);

const openUnit = (line: InquiryLine, day: string, index: number): Unit => {
  const { inquiry, key, relation } = line;
  const value = targetValue(key);
  const words = [
    morningText.inquiry(inquiry.title, inquiry.requester),
    dueLine(line, day),
    whose(line),
    ...returnedLines(line),
  ];
  const blocks = [
    paragraph(words.join('\n')),
    ...buttons(
      joinParts('open', index),
      relation === 'own'
        ? [
            button('inquiry-answer.open', MORNING_BUTTON.answer, value, 'primary'),
            button('inquiry-delegate.open', MORNING_BUTTON.delegate, value),
          ]
        : [
            button('inquiry-answer.open', MORNING_BUTTON.onBehalf, value, 'primary'),
            button('inquiry-copy.open', MORNING_BUTTON.copy, value),
          ],
    ),
  ];
  return { heading: answerText.openTitle, blocks, length: lengthOf(blocks) };
};

const answeredUnit = (one: AnsweredInquiry, index: number): Unit => {
  const { inquiry, answer, key } = one;
  const words = [
    morningText.inquiry(inquiry.title, inquiry.requester),
    placeOf(one),
    answerText.answeredAt(printMoment(answer.at)),
  ];
  const blocks = [
    paragraph(words.join('\n')),
    ...buttons(joinParts('answered', index), [
      button('inquiry-answer.show', ANSWER_BUTTON.show, targetValue(key)),
      button('inquiry-answer.open', ANSWER_BUTTON.change, targetValue(key)),
    ]),
  ];
  return { heading: answerText.answeredTitle, blocks, length: lengthOf(blocks) };
};

/** My section's open inquiries: what is to be answered first, `page` counted from 1. */
export const ownInquiriesMessage = ({ day, open, answered }: OwnInquiries, page: number): SlackMessage => {
  const units = [
    ...open.map((line, index) => openUnit(line, day, index)),
    ...answered.map((one, index) => answeredUnit(one, index)),
  ];
  const here = pageOf(units, page);
  return {
    text: answerText.ownTitle,
    shown: { by: 'inquiry-own', of: String(here.shown) },
    blocks: [
      header(answerText.ownTitle),
      ...(open.length === 0 ? [paragraph(answerText.nothingOpen)] : []),
      ...(units.length === 0 ? [] : here.blocks),
      ...pageNote(here),
      ...buttons('pages', turnButtons('inquiry-own', here)),
    ],
  };
};
