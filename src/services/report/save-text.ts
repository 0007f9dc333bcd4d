import type { Actor } from '../../domain/actor.ts';
import { firstDayOf, readFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import {
  type ChapterTextDraft,
  type ChapterTextProblem,
  partsInFields,
  textOf,
} from '../../domain/chapter5/text.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';
import type { ChapterTextKey } from './open-text.ts';

/** What the form showed: the text of a year and 項目 as of a revision, 0 where none was kept, and how its fields go on in each other. */
export type ShownChapterText = ChapterTextKey & {
  readonly revision: number;
  readonly joins: readonly number[];
};

/**
 * Keeps one of 第5章の文章, by the secretariat. Refused when it was changed since the form was opened; and where another year or 項目 is
 * typed than the form showed, when that has a text already.
 */
export const saveChapterText = async (
  { clock, db }: ServiceDeps,
  shown: ShownChapterText,
  { key, draft }: FormInput<ChapterTextDraft>,
  actor: Actor,
): Promise<Result<ChapterTextKey, ChapterTextProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = { actor, action: 'save-chapter-text', at };
  return db.submit<ChapterTextKey, ChapterTextProblem | Refusal>(
    act,
    { key, content: draft },
    async (record) => {
      if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const year = readFiscalYear(draft.fiscalYear, today);
      if (year === undefined) return refuse({ field: 'fiscalYear', kind: 'year-unreadable' });
      if (firstDayOf(year) > today) return refuse({ field: 'fiscalYear', kind: 'chapter-year-to-come' });
      const { item } = draft;
      const subject = subjectOf('chapter-text', item, year);
      const isAsShown = year === shown.year && item === shown.item;
      await record.chapterTexts.lock(year, item);
      const before = await record.chapterTexts.find(year, item);
      if (isAsShown && (before?.revision ?? 0) !== shown.revision)
        return refuse(await record.changedMeanwhile(subject));
      if (!isAsShown && before !== undefined && before.text !== '')
        return refuse({ field: 'fiscalYear', kind: 'chapter-text-stands', fiscalYear: year, item });
      const text = textOf({ parts: partsInFields(draft), joins: shown.joins });
      if (before?.text === text) return succeed({ year, item });
      await record.chapterTexts.put(year, item, text, { by: actor.id, at });
      await record.audit({
        subject,
        ...(before === undefined ? {} : { before: { text: before.text } }),
        after: { text },
      });
      return succeed({ year, item });
    },
  );
};
