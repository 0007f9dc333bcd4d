import type { DocumentChange } from '../../domain/document-change.ts';
import { CHANGES_COLUMN, changeInWords, changesText } from '../../texts/report-changes.ts';
import { changesBetween } from '../writing/changes/changes.ts';
import { readKept } from '../writing/kept.ts';
import type { TextDocument } from '../writing/text-document.ts';
import { hasYears } from './years/years.ts';

/** What differs between what was kept of a document when it was given out, and the same document as it is now. */
export const changesSince = (kept: unknown, now: TextDocument): readonly DocumentChange[] =>
  changesBetween(readKept(kept), now);

/** Whether what was kept of a report has 前年度との比較: then it is compared with the same as it is now. */
export const wasCompared = (kept: unknown): boolean => hasYears(readKept(kept));

/** 変更点 of chapter 5 as a document: a table with a row for each. `year` as it is printed; `since` says since what. */
export const changesDocument = (
  changes: readonly DocumentChange[],
  { year, since }: { readonly year: string; readonly since: string },
): TextDocument => {
  const title = changesText.titleOf(year);
  const rows = changes
    .map(changeInWords)
    .map(({ place, what, before, after }, index) => [
      [String(index + 1)],
      place.length === 0 ? [changesText.whole] : place,
      [what],
      before ?? [changesText.nothing],
      after ?? [changesText.nothing],
    ]);
  return {
    title,
    running: title,
    parts: [
      {
        kind: 'lines',
        lines: [since, changes.length === 0 ? changesText.none : changesText.count(changes.length)],
      },
      ...(rows.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: changesText.title,
              columns: [
                { heading: CHANGES_COLUMN.no, share: 6 },
                { heading: CHANGES_COLUMN.place, share: 22 },
                { heading: CHANGES_COLUMN.what, share: 16 },
                { heading: CHANGES_COLUMN.before, share: 28 },
                { heading: CHANGES_COLUMN.after, share: 28 },
              ],
              rows,
            } as const,
          ]),
    ],
  };
};
