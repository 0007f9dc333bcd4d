import type { GivenReport } from '../../db/reports.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, firstDayOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { ChapterTextProblem } from '../../domain/chapter5/text.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What was given out of a year's report last: when, to whom, as the record calls them, and what it said. */
export type LastGiven = {
  readonly delivery: GivenReport['deliveries'][number];
  readonly name: string | undefined;
  readonly content: unknown;
};

/** Lets the secretariat have the report of a year that has begun, and gives what was given out of it last. */
export const openReport = async (
  { clock, db }: ServiceDeps,
  year: FiscalYear,
  actor: Actor,
): Promise<Result<LastGiven | undefined, ChapterTextProblem | Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'open-report', at, subject: subjectOf('report', year) };
  return db.look<LastGiven | undefined, ChapterTextProblem | Refusal>(act, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if (firstDayOf(year) > todayInTokyo(at))
      return refuse({ field: 'fiscalYear', kind: 'chapter-year-to-come' });
    const [last] = await record.reports.ofYear(year);
    const [delivery] = last?.deliveries ?? [];
    if (last === undefined || delivery === undefined) return succeed(undefined);
    const [content, names] = await Promise.all([
      record.reports.contentOf(last.id),
      record.people.namesOf([delivery.givenTo]),
    ]);
    return succeed({ delivery, name: names.get(delivery.givenTo), content });
  });
};
