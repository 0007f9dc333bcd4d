import type { FiscalYear } from '../calendar/fiscal-year.ts';
import type { ChapterItem } from './items.ts';

/** One of 第5章の文章 as it is kept; empty where it was taken away. */
export type ChapterText = {
  readonly fiscalYear: FiscalYear;
  readonly item: ChapterItem;
  readonly text: string;
  /** Slack id of who wrote it last. */
  readonly writtenBy: string;
  readonly writtenAt: Date;
  readonly revision: number;
};
