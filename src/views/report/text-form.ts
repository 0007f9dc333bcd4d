import type { KnownBlock, ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { CHAPTER_ITEMS, type ChapterItem } from '../../domain/chapter5/items.ts';
import { CHAPTER_TEXT_FIELDS, inTextParts, type TextInParts } from '../../domain/chapter5/text.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ChapterTextKey, OpenedChapterText } from '../../services/report/open-text.ts';
import {
  CHAPTER_ITEM_WORD,
  CHAPTER_TEXT_BUTTON,
  CHAPTER_TEXT_FORM,
  CHAPTER_TEXT_HINT,
  CHAPTER_TEXT_LABEL,
  chapterTextText,
} from '../../texts/chapter-text.ts';
import { historyText } from '../../texts/history.ts';
import { button, buttons, form, note, paragraph, textField } from '../blocks.ts';
import { mentioningNote } from '../mentioning.ts';
import { personMention } from '../mrkdwn.ts';
import { changeLine } from '../occasion/change-line.ts';
import { recordChangesButton } from '../record-changes.ts';
import { selectField } from '../select-fields.ts';

/** What the form is, beside what is typed in it: its submission and every choice in it bring that back. */
export type ChapterTextCarried = ChapterTextKey & {
  readonly revision: number;
  readonly fields: number;
  readonly joins: readonly number[];
  /** How often a text was put into the fields: Slack keeps what is in them while their names stay. */
  readonly filled: number;
  /** The same of 年度 and 項目. */
  readonly turned: number;
};

/** What the form shows beside what is kept: sentences to take over, and where one wanted to go while something was not saved. */
export type ChapterTextBeside = {
  readonly offered: readonly string[];
  readonly leaving?: ChapterTextKey | undefined;
};

const keyOf = ({ year, item }: ChapterTextKey): string => joinParts(year, item);

/** What the fields begin with: what is kept, or what it starts as. */
export const beginningOf = ({ kept, earlier }: OpenedChapterText): string =>
  kept?.text ?? earlier?.text ?? '';

/** The form's fields for a text put into them anew. */
export const carriedWith = (
  { year, item, kept }: OpenedChapterText,
  { parts, joins }: TextInParts,
  before?: Pick<ChapterTextCarried, 'filled' | 'turned'>,
): ChapterTextCarried => ({
  year,
  item,
  revision: kept?.revision ?? 0,
  fields: parts.length,
  joins,
  filled: (before?.filled ?? 0) + 1,
  turned: before?.turned ?? 1,
});

const hintOf = (index: number, joins: readonly number[]): string => {
  if (index === 0) return CHAPTER_TEXT_HINT.text;
  return joins[index - 1] === 0 ? CHAPTER_TEXT_HINT.goesOn : CHAPTER_TEXT_HINT.nextLine;
};

const textFields = (
  { fields, joins, filled }: ChapterTextCarried,
  parts: readonly string[],
): readonly KnownBlock[] => [
  ...CHAPTER_TEXT_FIELDS.slice(0, fields).map((name, index) =>
    textField({
      name,
      label: index === 0 ? CHAPTER_TEXT_LABEL.text : chapterTextText.moreText(index),
      hint: hintOf(index, joins),
      initial: parts[index],
      maxLength: 3000,
      multiline: true,
      actionId: joinParts(name, filled),
      optional: index > 0,
    }),
  ),
  ...(fields >= CHAPTER_TEXT_FIELDS.length
    ? []
    : buttons('more-fields', [
        button('chapter-text.more-fields', CHAPTER_TEXT_BUTTON.moreFields, String(fields + 1)),
      ])),
];

/** Whose the text in the fields is. */
const standing = ({ kept, earlier, year }: OpenedChapterText): KnownBlock => {
  if (kept !== undefined)
    return mentioningNote(chapterTextText.kept(printMoment(kept.writtenAt), personMention(kept.writtenBy)));
  return note(
    earlier === undefined
      ? chapterTextText.nothing
      : chapterTextText.fromEarlier(printFiscalYear(earlier.year), printFiscalYear(year)),
  );
};

const leavingBlocks = ({ year, item }: ChapterTextKey, leaving: ChapterTextKey): readonly KnownBlock[] => {
  const wanted = CHAPTER_ITEM_WORD[leaving.item];
  const word = leaving.year === year ? wanted : `${printFiscalYear(leaving.year)} ${wanted}`;
  return [
    paragraph(chapterTextText.notSaved(printFiscalYear(year), CHAPTER_ITEM_WORD[item])),
    ...buttons('leave', [button('chapter-text.leave', CHAPTER_TEXT_BUTTON.leave(word), keyOf(leaving))]),
  ];
};

const offeredBlocks = (offered: readonly string[]): readonly KnownBlock[] =>
  offered.length === 0
    ? []
    : [
        paragraph([chapterTextText.offered, ...offered].join('\n')),
        ...buttons('offered', [button('chapter-text.take', CHAPTER_TEXT_BUTTON.take, 'take')]),
      ];

const historyBlocks = ({ changes, year, item, kept }: OpenedChapterText): readonly KnownBlock[] =>
  kept === undefined
    ? []
    : [
        ...(changes.length === 0 ? [] : [note(historyText.title)]),
        ...changes.map(({ before, ...change }) =>
          changeLine({ ...change, reason: '' }, before === '' ? historyText.empty : before),
        ),
        ...buttons('changes', [recordChangesButton(subjectOf('chapter-text', item, year))]),
      ];

const items = CHAPTER_ITEMS.map((value: ChapterItem) => ({ value, text: CHAPTER_ITEM_WORD[value] }));

/** 第5章の文章, with what its fields hold. */
export const chapterTextForm = (
  opened: OpenedChapterText,
  carried: ChapterTextCarried,
  parts: readonly string[],
  { offered, leaving }: ChapterTextBeside,
): ModalView =>
  form(
    CHAPTER_TEXT_FORM,
    'chapter-text.save',
    '保存する',
    [
      ...(leaving === undefined ? [] : leavingBlocks(opened, leaving)),
      textField({
        name: 'fiscalYear',
        label: CHAPTER_TEXT_LABEL.fiscalYear,
        hint: CHAPTER_TEXT_HINT.fiscalYear,
        initial: printFiscalYear(carried.year),
        maxLength: 20,
        actionId: `chapterTextYear~${carried.turned}`,
        tells: true,
      }),
      selectField({
        name: 'item',
        label: CHAPTER_TEXT_LABEL.item,
        hint: CHAPTER_TEXT_HINT.item,
        choices: items,
        initial: carried.item,
        actionId: `chapterTextItem~${carried.turned}`,
        tells: true,
      }),
      standing(opened),
      ...textFields(carried, parts),
      ...offeredBlocks(offered),
      ...historyBlocks(opened),
    ],
    carried,
  );

/** The form as it is opened, or as it shows another text. */
export const openedChapterText = (
  opened: OpenedChapterText,
  offered: readonly string[],
  before?: Pick<ChapterTextCarried, 'filled' | 'turned'>,
): ModalView => {
  const whole = inTextParts(beginningOf(opened));
  return chapterTextForm(opened, carriedWith(opened, whole, before), whole.parts, { offered });
};
