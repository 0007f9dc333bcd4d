import type { KnownBlock, ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { CHAPTER_ITEMS } from '../../domain/chapter5/items.ts';
import { inTextParts } from '../../domain/chapter5/text.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ChapterTextKey } from '../../services/report/open-text.ts';
import { CHAPTER_ITEM_WORD, CHAPTER_TEXT_BUTTON, chapterTextText } from '../../texts/chapter-text.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import { button, buttons, form, header, MOST_LETTERS, paragraph } from '../blocks.ts';
import { recordChangesButton } from '../record-changes.ts';

/** What the report prints of a text: the headings it stands under, the outer one first, and a paragraph a line. */
export type PrintedText = { readonly headings: readonly string[]; readonly lines: readonly string[] };

const printedBlocks = ({ headings, lines }: PrintedText): readonly KnownBlock[] => [
  ...headings.map(header),
  ...inTextParts(lines.join('\n'), MOST_LETTERS).parts.map(paragraph),
];

/** While that is written. */
export const chapterTextSaving = (): ModalView =>
  form(DONE_TITLE.saved, 'chapter-text.saved', null, [paragraph(chapterTextText.preparing)]);

/** What the form becomes: the text as it will print, with 編集 and the way to the next 項目. */
export const chapterTextSaved = ({ year, item }: ChapterTextKey, printed: PrintedText): ModalView => {
  const next = CHAPTER_ITEMS[CHAPTER_ITEMS.indexOf(item) + 1];
  return form(DONE_TITLE.saved, 'chapter-text.saved', null, [
    paragraph(chapterTextText.saved(printFiscalYear(year), CHAPTER_ITEM_WORD[item])),
    ...printedBlocks(printed),
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
