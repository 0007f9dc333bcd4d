import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, firstDayOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { ChapterItem } from '../../domain/chapter5/items.ts';
import { type ChapterText, type ChapterTextProblem, startsAsLastYears } from '../../domain/chapter5/text.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One of 第5章の文章, by year and 項目. */
export type ChapterTextKey = { readonly year: FiscalYear; readonly item: ChapterItem };

/** A change of it: when, by whom, and what stood before. */
export type ChapterTextChange = { readonly at: Date; readonly actor: string; readonly before: string };

/** One of 第5章の文章 as the form begins with it. */
export type OpenedChapterText = ChapterTextKey & {
  readonly kept: ChapterText | undefined;
  /** Where nothing was ever kept: the text of the year before it, where it starts as that. */
  readonly earlier: { readonly year: FiscalYear; readonly text: string } | undefined;
  readonly changes: readonly ChapterTextChange[];
  /** 問合せ先 of 設定. */
  readonly contact: string;
};

const MOST_CHANGES = 5;

const changesOf = async (
  { auditLines }: Pick<WorkspaceRecord, 'auditLines'>,
  { year, item }: ChapterTextKey,
): Promise<readonly ChapterTextChange[]> => {
  const lines = await auditLines.of(subjectOf('chapter-text', item, year), MOST_CHANGES);
  return lines.flatMap(({ at, actor, before }) =>
    typeof before === 'object' && before !== null && 'text' in before && typeof before.text === 'string'
      ? [{ at, actor, before: before.text }]
      : [],
  );
};

/** Opens one of 第5章の文章 for the secretariat, of a year that has begun. */
export const openChapterText = async (
  { clock, db }: ServiceDeps,
  key: ChapterTextKey,
  actor: Actor,
): Promise<Result<OpenedChapterText, ChapterTextProblem | Refusal>> => {
  const at = clock.now();
  const { year, item } = key;
  const act = { actor, action: 'open-chapter-text', at, subject: subjectOf('chapter-text', item, year) };
  return db.look<OpenedChapterText, ChapterTextProblem | Refusal>(act, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if (firstDayOf(year) > todayInTokyo(at))
      return refuse({ field: 'fiscalYear', kind: 'chapter-year-to-come' });
    const [kept, last, changes, { contact }] = await Promise.all([
      record.chapterTexts.find(year, item),
      record.chapterTexts.lastBefore(year, item),
      changesOf(record, key),
      record.settings.read(),
    ]);
    return succeed({
      ...key,
      kept,
      earlier: kept === undefined && startsAsLastYears(item) ? last : undefined,
      changes,
      contact,
    });
  });
};
