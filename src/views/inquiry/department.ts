import type { Button, KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { targetValue } from '../../domain/inquiry/target.ts';
import { shorten } from '../../domain/letters.ts';
import { joinParts } from '../../domain/parts.ts';
import type { DepartmentProgress } from '../../services/inquiry/list-department.ts';
import type { DepartmentInquiry, DepartmentRow } from '../../services/inquiry/read-department.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { answerText } from '../../texts/inquiry-answer.ts';
import { OVERSEE_BUTTON, OVERSEE_FORM, overseeText } from '../../texts/inquiry-oversee.ts';
import { ROLE_WORD } from '../../texts/role-guide.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { dueLine } from '../morning/inquiry.ts';
import { pageNote, pageOf, turnButtons, type Unit } from '../paging.ts';
import { answerWord } from './about.ts';

/** The characters of an answer that a row shows. */
const MOST_SAID = 120;
/** The characters of the buttons below a row. */
const BUTTON_CHARACTERS = 40;

/** Whose a section's part is today. */
const holder = ({ relation, names, isAway, isNamed }: DepartmentRow): string => {
  if (relation === 'vacant') return overseeText.nobody;
  const joined = names.join(overseeText.separator);
  if (relation === 'unreachable') return overseeText.unreachable(joined);
  const named = isNamed ? overseeText.delegate(joined) : joined;
  return isAway ? `${named}${overseeText.away}` : named;
};

const stateOf = (row: DepartmentRow, { inquiry }: DepartmentInquiry): string => {
  const { answer, returned } = row.target;
  if (answer === null)
    return returned === null
      ? overseeText.open
      : overseeText.returned(returned.reason, printDayWithWeekday(row.ownDueOn ?? inquiry.dueOn));
  const word = answerWord(answer, inquiry.answerForm);
  const what = shorten([word, answer.text].filter((part) => part !== '').join(' '), MOST_SAID);
  return `${row.isLate ? overseeText.late : ''}${overseeText.answered(printMoment(answer.at), what)}`;
};

const rowButtons = ({ target, relation }: DepartmentRow, isClosed: boolean): readonly Button[] => {
  const value = targetValue(target);
  const show = button('inquiry-answer.show', OVERSEE_BUTTON.show, value);
  if (isClosed) return [show];
  if (target.answer !== null) return [show, button('inquiry-return.open', OVERSEE_BUTTON.return, value)];
  return [
    button('inquiry-answer.open', OVERSEE_BUTTON.onBehalf, value),
    button('inquiry-delegate.name', OVERSEE_BUTTON.name, value),
    ...(target.delegateId === null
      ? []
      : [button('inquiry-department.take-back-delegate', OVERSEE_BUTTON.takeBackDelegate, value)]),
    ...(relation === 'own' ? [] : [button('inquiry-copy.open', OVERSEE_BUTTON.copy, value)]),
  ];
};

const unitOf = (row: DepartmentRow, index: number, all: DepartmentInquiry): Unit => {
  const { target, sectionName } = row;
  const words = [
    overseeText.section(sectionName, ROLE_WORD[target.role]),
    holder(row),
    stateOf(row, all),
  ].join('\n');
  return {
    heading: all.department.name,
    blocks: [
      paragraph(words),
      ...buttons(joinParts('row', index), rowButtons(row, all.closed !== undefined)),
    ],
    length: words.length + BUTTON_CHARACTERS,
  };
};

/** とりまとめ完了, or when it was pressed, with 取り消す. */
const collecting = (all: DepartmentInquiry): readonly KnownBlock[] => {
  const { inquiry, department, collected, isCollectedByReader, closed } = all;
  const { collectBy, id } = inquiry;
  if (collectBy === null) return [];
  const value = joinParts(id, department.id);
  const isClosed = closed !== undefined;
  if (collected === null)
    return [
      paragraph(overseeText.collectBy(printDayWithWeekday(collectBy))),
      ...buttons(
        'collect',
        isClosed ? [] : [button('inquiry.collect', OVERSEE_BUTTON.collect, value, 'primary')],
      ),
    ];
  return [
    paragraph(overseeText[isCollectedByReader ? 'collectedByYou' : 'collected'](printMoment(collected.at))),
    ...buttons(
      'collect',
      isClosed ? [] : [button('inquiry.take-back-collected', OVERSEE_BUTTON.takeBackCollected, value)],
    ),
  ];
};

/** A department's part of an inquiry: what is open first, each with what may be done. */
export const departmentInquiryMessage = (all: DepartmentInquiry, page: number): SlackMessage => {
  const { day, inquiry, department, rows, tally, due, closed } = all;
  const units = rows.map((row, index) => unitOf(row, index, all));
  const here = pageOf(units, page);
  const value = joinParts(inquiry.id, department.id);
  const { answered, asked, unanswered, returned, late } = tally;
  return {
    text: OVERSEE_FORM.department,
    shown: { by: 'inquiry-department', of: joinParts(value, here.shown) },
    blocks: [
      header(OVERSEE_FORM.department),
      paragraph(
        [
          inquiry.title,
          ...(closed === undefined ? [dueLine(due, day)] : []),
          overseeText.progress(answered, asked),
          overseeText.numbers(unanswered, returned, late),
        ].join('\n'),
      ),
      ...(closed === undefined
        ? []
        : [note(closed.kind === 'inquiry-cancelled' ? answerText.cancelled : answerText.closed)]),
      ...collecting(all),
      ...here.blocks,
      ...pageNote(here),
      ...buttons('pages', [
        ...turnButtons('inquiry-department', here, (to) => joinParts(value, to)),
        button('inquiry-department.refresh', OVERSEE_BUTTON.refresh, joinParts(value, here.shown)),
      ]),
    ],
  };
};

/** The Home tab shows at most this many inquiries of one's departments. */
const MOST_INQUIRIES = 6;

/** 部局の状況 on the Home tab: open inquiries with how many sections have not answered. */
export const departmentInquiriesPart = (
  progress: readonly DepartmentProgress[],
  day: string,
): readonly KnownBlock[] =>
  progress.length === 0
    ? []
    : [
        header(overseeText.home),
        ...progress.slice(0, MOST_INQUIRIES).map(({ inquiry, department, asked, unanswered, due }) => ({
          ...paragraph(
            [
              overseeText.homeLine(department.name, inquiry.title),
              overseeText.homeCount(unanswered, asked),
              dueLine(due, day),
              ...(inquiry.collectBy === null
                ? []
                : [overseeText.collectBy(printDayWithWeekday(inquiry.collectBy))]),
            ].join('\n'),
          ),
          accessory: button(
            'inquiry-department.open',
            OVERSEE_BUTTON.department,
            joinParts(inquiry.id, department.id),
          ),
        })),
        ...(progress.length > MOST_INQUIRIES
          ? [note(overseeText.homeOthers(progress.length - MOST_INQUIRIES))]
          : []),
      ];
