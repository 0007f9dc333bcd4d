import type { KnownBlock, ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { CHAPTER_ITEMS } from '../../domain/chapter5/items.ts';
import { inTextParts } from '../../domain/chapter5/text.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ChapterTextKey } from '../../services/report/open-text.ts';
import {
  CHAPTER_ITEM_HEADINGS,
  CHAPTER_ITEM_WORD,
  CHAPTER_TEXT_BUTTON,
  chapterTextText,
} from '../../texts/chapter-text.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import { button, buttons, form, header, MOST_LETTERS, paragraph } from '../blocks.ts';
import { recordChangesButton } from '../record-changes.ts';

/** The headings it stands under and its paragraphs, as the report has them. */
const printed = ({ item }: ChapterTextKey, text: string): readonly KnownBlock[] => [
  ...CHAPTER_ITEM_HEADINGS[item].map(header),
  ...inTextParts(text, MOST_LETTERS).parts.map(paragraph),
];

/** While that is written. */
export const chapterTextSaving = (): ModalView =>
  form(DONE_TITLE.saved, 'chapter-text.saved', null, [paragraph(chapterTextText.preparing)]);

/** What the form becomes: the text as it will print, with 編集 and the way to the next 項目. */
export const chapterTextSaved = ({
  year,
  item,
  text,
}: ChapterTextKey & { readonly text: string }): ModalView => {
  const next = CHAPTER_ITEMS[CHAPTER_ITEMS.indexOf(item) + 1];
  return form(DONE_TITLE.saved, 'chapter-text.saved', null, [
    paragraph(chapterTextText.saved(printFiscalYear(year), CHAPTER_ITEM_WORD[item])),
    ...printed({ year, item }, text),
    ...buttons('then', [
      button('chapter-text.edit', CHAPTER_TEXT_BUTTON.edit, joinParts(year, item)),
      ...(next === undefined
        ? []
        : [
            button(
              'chapter-text.edit',
              CHAPTER_TEXT_BUTTON.next(CHAPTER_ITEM_WORD[next]),
              joinParts(year, next),
            ),
          ]),
      recordChangesButton(subjectOf('chapter-text', item, year)),
    ]),
  ]);
};
