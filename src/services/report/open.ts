import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, firstDayOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { ChapterTextProblem } from '../../domain/chapter5/text.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { type GivenOut, readGivenOut } from '../../queries/report.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What was given out of a year's report: when, to whom, as the record calls them, and what it said. */
export type Given = GivenOut;

/** Lets the secretariat have the report of a year that has begun, and gives what was given out of it, the newest first. */
export const openReport = async (
  { clock, db }: ServiceDeps,
  year: FiscalYear,
  actor: Actor,
): Promise<Result<readonly Given[], ChapterTextProblem | Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'open-report', at, subject: subjectOf('report', year) };
  return db.look<readonly Given[], ChapterTextProblem | Refusal>(act, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if (firstDayOf(year) > todayInTokyo(at))
      return refuse({ field: 'fiscalYear', kind: 'chapter-year-to-come' });
    return succeed(await readGivenOut(record, year));
  });
};
