import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { FileFormat } from '../../domain/file-format.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { pressKey } from '../../domain/press.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Which file of a report, and how often it was tried before. */
export type ReportFile = {
  readonly year: FiscalYear;
  readonly format: FileFormat;
  readonly attempt: number;
  /** With 前年度との比較 behind it. */
  readonly compared: boolean;
};

/** Begins a file of a report: false where its button was pressed twice, also in another process. */
export const beginReport = async (
  { clock, db }: ServiceDeps,
  { year, format, attempt, compared }: ReportFile,
  actor: Actor,
): Promise<Result<boolean, Refusal>> => {
  const at = clock.now();
  const key = pressKey(at, 'report', actor.id, year, format, attempt, String(compared));
  let isFirst = false;
  const act = { actor, action: 'make-report', at, subject: subjectOf('report', year) };
  const begun = await db.submit<null, Refusal>(act, { key, content: key }, async () => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    isFirst = true;
    return succeed(null);
  });
  return begun.ok ? succeed(isFirst) : begun;
};
