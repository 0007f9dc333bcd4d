import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { CHAPTER_ITEMS, type ChapterItem } from '../domain/chapter5/items.ts';
import type { ChapterText } from '../domain/chapter5/text.ts';
import type { Prismatic } from './client.ts';

/** 第5章の文章, by fiscal year and 項目. */
export type ChapterTextTable = {
  /** What is written for a year, in the order of the chapter; what is empty is not in it. */
  readonly ofYear: (year: FiscalYear) => Promise<ReadonlyMap<ChapterItem, string>>;
  /** What was written for the last year before this one that has it. */
  readonly lastBefore: (
    year: FiscalYear,
    item: ChapterItem,
  ) => Promise<{ readonly year: FiscalYear; readonly text: string } | undefined>;
  /** As it is kept, also where it is empty now; undefined where it never was. */
  readonly find: (year: FiscalYear, item: ChapterItem) => Promise<ChapterText | undefined>;
  /** Holds it until the transaction ends, also where there is none yet. */
  readonly lock: (year: FiscalYear, item: ChapterItem) => Promise<void>;
  /** Keeps it in place of what was; its revision counts itself. */
  readonly put: (
    year: FiscalYear,
    item: ChapterItem,
    text: string,
    written: { readonly by: string; readonly at: Date },
  ) => Promise<void>;
};

export const createChapterTextTable = (prisma: Prismatic, workspaceId: string): ChapterTextTable => {
  const key = (fiscalYear: FiscalYear, item: ChapterItem) => ({ workspaceId, fiscalYear, item });
  return {
    ofYear: async (fiscalYear) => {
      const rows = await prisma.chapterText.findMany({
        where: { workspaceId, fiscalYear, text: { not: '' } },
      });
      const texts = new Map(rows.map(({ item, text }) => [item, text]));
      return new Map(
        CHAPTER_ITEMS.flatMap((item) => {
          const text = texts.get(item);
          return text === undefined ? [] : [[item, text]];
        }),
      );
    },
    lastBefore: async (fiscalYear, item) => {
      const row = await prisma.chapterText.findFirst({
        where: { workspaceId, item, fiscalYear: { lt: fiscalYear }, text: { not: '' } },
        orderBy: { fiscalYear: 'desc' },
      });
      return row === null ? undefined : { year: row.fiscalYear, text: row.text };
    },
    find: async (fiscalYear, item) => {
      const row = await prisma.chapterText.findUnique({
        where: { workspaceId_fiscalYear_item: key(fiscalYear, item) },
        omit: { workspaceId: true },
      });
      return row ?? undefined;
    },
    lock: async (fiscalYear, item) => {
      const name = `${workspaceId} chapter-text ${fiscalYear} ${item}`;
      await prisma.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
    },
    put: async (fiscalYear, item, text, { by, at }) => {
      const written = { text, writtenBy: by, writtenAt: at };
      await prisma.chapterText.upsert({
        where: { workspaceId_fiscalYear_item: key(fiscalYear, item) },
        create: { ...key(fiscalYear, item), ...written },
        update: { ...written, revision: { increment: 1 } },
      });
    },
  };
};
