import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { placeOf } from '../../domain/department.ts';
import { mayConfirm } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readLinesOfSections } from '../../queries/roster.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What one press of 確認する confirmed: of which department, or of every one, of which year, and when. */
export type Confirmation = {
  readonly departmentId?: string | undefined;
  readonly year: FiscalYear;
  readonly at: Date;
};

/** A whole city's roster may have been confirmed in one go. */
const WITHIN_MS = 60_000;

/**
 * 取り消す of 確認する: what that press confirmed is 未確認 again. Possible on the same day, and while nobody was sent anything
 * about it.
 */
export const takeBackConfirmation = async (
  { clock, db }: ServiceDeps,
  confirmation: Confirmation,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const { departmentId } = confirmation;
  const subject = departmentId === undefined ? 'none' : subjectOf('department', departmentId);
  const act = { actor, action: 'take-back-confirmation', at, subject, withinMs: WITHIN_MS } as const;
  return db.act<null, Refusal>(act, async (record) => {
    if (!mayConfirm(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if (todayInTokyo(confirmation.at) !== todayInTokyo(at)) return refuse({ kind: 'changed-meanwhile' });
    await record.appointments.lock();
    const departments = await record.departments.all();
    const confirmed = (await record.appointments.ofYear(confirmation.year)).filter(
      ({ sectionId, confirmedAt, guidePlannedAt }) =>
        (departmentId === undefined || placeOf(departments, sectionId)?.department.id === departmentId) &&
        confirmedAt?.getTime() === confirmation.at.getTime() &&
        guidePlannedAt === null,
    );
    await record.appointments.putAll(
      confirmed.map(({ id }) => id),
      { confirmedAt: null },
    );
    await record.audit(
      ...confirmed.map(({ id }) => ({
        subject: subjectOf('appointment', id),
        before: { confirmed: true },
        after: { confirmed: false },
      })),
    );
    await record.deliveries.refreshLines(await readLinesOfSections(record, confirmed));
    return succeed(null);
  });
};
