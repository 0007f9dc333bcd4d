import type { ChapterItem } from '../../domain/chapter5/items.ts';
import { chapterText } from '../../texts/chapter5.ts';
import type { Chapter5 } from './model.ts';

/** One of 第5章の文章 as it is printed: its heading, the one that stands over it, and a paragraph a line. */
export type WrittenSection = {
  readonly over: string | null;
  readonly heading: string;
  readonly lines: readonly string[];
};

const HEADINGS: Readonly<Record<ChapterItem, Pick<WrittenSection, 'over' | 'heading'>>> = {
  preface: { over: null, heading: chapterText.preface },
  headquartersTopics: { over: chapterText.headquarters, heading: chapterText.topics },
  promoterWork: { over: chapterText.headquarters, heading: chapterText.promoters },
  developmentTopics: { over: chapterText.development, heading: chapterText.topics },
  liaison: { over: null, heading: chapterText.liaison },
  review: { over: null, heading: chapterText.review },
  contact: { over: null, heading: chapterText.contact },
};

/** What is printed of one of 第5章の文章; 協働推進員の取組み begins with how many were appointed. */
export const writtenSection = (
  { texts, appointed }: Pick<Chapter5, 'texts' | 'appointed'>,
  item: ChapterItem,
): WrittenSection => ({
  ...HEADINGS[item],
  lines: item === 'promoterWork' ? [appointed, ...texts[item]] : texts[item],
});
