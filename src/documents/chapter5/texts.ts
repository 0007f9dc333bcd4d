import type { ChapterItem } from '../../domain/chapter5/items.ts';
import type { Unsettled } from '../../domain/chapter5/unsettled.ts';
import { EXAMPLE_DUTIES } from '../../domain/promoter/duties.ts';
import { CHAPTER_ITEM_WORD } from '../../texts/chapter-text.ts';
import { chapterText, unsettledText } from '../../texts/chapter5.ts';

/** 第5章の文章 as they are printed, a paragraph a line. */
export type PrintedTexts = Readonly<Record<ChapterItem, readonly string[]>>;

/** The lines of a text to the letter; lines of nothing only stand between paragraphs. */
const paragraphsOf = (text: string): readonly string[] =>
  text.split(/\r\n|[\r\n\u2028\u2029]/u).filter((line) => line.trim() !== '');

/** What stands in place of a text that nobody wrote: that it is missing; of the 取組み the duties from which it starts. */
const insteadOf = (item: ChapterItem): readonly string[] =>
  item === 'promoterWork'
    ? EXAMPLE_DUTIES.map((duty, index) => chapterText.duty(index + 1, duty))
    : [chapterText.unrecorded];

const printed = (texts: ReadonlyMap<ChapterItem, string>, item: ChapterItem): readonly string[] => {
  const paragraphs = paragraphsOf(texts.get(item) ?? '');
  return paragraphs.length === 0 ? insteadOf(item) : paragraphs;
};

export const printedTexts = (texts: ReadonlyMap<ChapterItem, string>): PrintedTexts => ({
  preface: printed(texts, 'preface'),
  headquartersTopics: printed(texts, 'headquartersTopics'),
  promoterWork: printed(texts, 'promoterWork'),
  developmentTopics: printed(texts, 'developmentTopics'),
  liaison: printed(texts, 'liaison'),
  review: printed(texts, 'review'),
  contact: printed(texts, 'contact'),
});

/** That a text is missing; nothing where somebody wrote it. */
export const missingText = (
  texts: ReadonlyMap<ChapterItem, string>,
  item: ChapterItem,
): readonly Unsettled[] => {
  if (paragraphsOf(texts.get(item) ?? '').length > 0) return [];
  const word = CHAPTER_ITEM_WORD[item];
  return [
    {
      text: item === 'promoterWork' ? unsettledText.exampleDuties(word) : unsettledText.noChapterText(word),
      settle: [{ kind: 'write-text', item }],
    },
  ];
};
