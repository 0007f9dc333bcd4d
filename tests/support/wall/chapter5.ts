import { HANDED_OVER } from '../full-workspace/chapter5.ts';
import { AT, ID, SLACK_ID, YEAR } from '../full-workspace/names.ts';
import { finds, own, type WallCase, WORDS } from './case.ts';

/** Every function about 第5章の文章 and reports that were given out. */
export const CHAPTER_WALL_CASES: Readonly<Record<string, WallCase>> = {
  'chapterTexts.ofYear': finds(new Map(), ({ chapterTexts }) => chapterTexts.ofYear(YEAR)),
  'chapterTexts.lastBefore': finds(undefined, ({ chapterTexts }) => chapterTexts.lastBefore(YEAR, 'preface')),
  'chapterTexts.find': finds(undefined, ({ chapterTexts }) => chapterTexts.find(YEAR, 'preface')),
  'chapterTexts.lock': own(({ chapterTexts }) => chapterTexts.lock(YEAR, 'preface')),
  'chapterTexts.put': own(({ chapterTexts }) =>
    chapterTexts.put(YEAR, 'preface', WORDS, { by: SLACK_ID, at: AT }),
  ),

  'reports.ofYear': finds([], ({ reports }) => reports.ofYear(YEAR)),
  'reports.contentOf': finds(undefined, ({ reports }) => reports.contentOf(ID.report)),
  'reports.keep': own(({ reports }) =>
    reports.keep(YEAR, { title: WORDS }, HANDED_OVER, { report: ID.fresh, delivery: ID.fresher }),
  ),
};
