import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { CHAPTER_ITEMS, type ChapterItem } from '../../domain/chapter5/items.ts';
import type { Unsettled } from '../../domain/chapter5/unsettled.ts';
import type { Chapter5 } from '../chapter5/model.ts';
import { type WrittenSection, writtenSection } from '../chapter5/written.ts';

/** 第5章 of a year, as far as it is handed over: what is left of it, and what of its texts somebody wrote. */
export type HandoverYear = {
  readonly year: FiscalYear;
  readonly unsettled: readonly Unsettled[];
  readonly texts: readonly WrittenSection[];
};

/** What is handed over of a year's chapter. A text that is missing is among what is left of it. */
export const handoverYear = (year: FiscalYear, chapter: Chapter5): HandoverYear => {
  const isMissing = (item: ChapterItem): boolean =>
    chapter.unsettled.some(({ settle }) =>
      settle.some((one) => one.kind === 'write-text' && one.item === item),
    );
  return {
    year,
    unsettled: chapter.unsettled,
    texts: CHAPTER_ITEMS.filter((item) => !isMissing(item)).map((item) => writtenSection(chapter, item)),
  };
};
