import type { WorkspaceRecord } from '../../../src/db/database.ts';
import { AT, ID, MARK, SLACK_ID, YEAR } from './names.ts';

/** A file of chapter 5 that the secretariat got. */
export const HANDED_OVER = { format: 'docx', givenTo: SLACK_ID, givenAt: AT } as const;

/** 第5章の文章 of two years, and the chapter of one as it was given out. */
export const fillChapter = async ({ chapterTexts, reports }: WorkspaceRecord): Promise<void> => {
  for (const year of [YEAR - 1, YEAR])
    await chapterTexts.put(year, 'preface', MARK, { by: SLACK_ID, at: AT });
  await reports.keep(YEAR, { title: MARK }, HANDED_OVER, { report: ID.report, delivery: ID.handedOver });
};
