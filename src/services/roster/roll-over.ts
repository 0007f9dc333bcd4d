import { randomUUID } from 'node:crypto';
import type { NewAppointment } from '../../db/appointments.ts';
import { trusted } from '../../domain/actor.ts';
import { firstDayOf, fiscalYearOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { existsOn, placeOf } from '../../domain/department.ts';
import { type Appointment, holdsOn, isNewPromoter } from '../../domain/promoter/appointment.ts';
import { succeed } from '../../domain/result.ts';
import { ROLL_OVER, reportsOfSections, termInSection } from '../../domain/roster/report.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** How many were copied, and why others were not: the account is deactivated, the section is no more, it was done before. */
export type RolledOver = {
  readonly copied: number;
  readonly deactivated: number;
  readonly sectionEnded: number;
  readonly known: number;
};

/** A whole city's roster is copied in one go. */
const WITHIN_MS = 60_000;

/**
 * Copies the roster of 31 March of this fiscal year, 未確認, for the next one: same person, section and role from 1 April.
 * Who has or had an appointment in that section for that year is left alone, so that doing it twice adds nothing and a copy
 * that was cancelled stays cancelled.
 */
export const rollOverRoster = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
): Promise<RolledOver> => {
  const at = clock.now();
  const year = fiscalYearOf(todayInTokyo(at));
  const actor = trusted(workspaceId, ROLL_OVER, 'job');
  const act = { actor, action: 'roll-over-roster', at, withinMs: WITHIN_MS } as const;
  const rolledOver = await db.act<RolledOver, never>(act, async (record) => {
    await record.appointments.lock();
    const [last, first] = [lastDayOf(year), firstDayOf(year + 1)];
    const held = await record.appointments.between(firstDayOf(year), last);
    const next = await record.appointments.everOfYear(year + 1);
    const departments = await record.departments.all();
    const counts = { copied: 0, deactivated: 0, sectionEnded: 0, known: 0 };
    const copies: NewAppointment[] = [];
    const isKnown = ({ person, sectionId }: Appointment): boolean =>
      next.some((one) => one.sectionId === sectionId && one.person.id === person.id) ||
      copies.some((one) => one.sectionId === sectionId && one.personId === person.id);
    for (const holder of held.filter((one) => holdsOn(one, last))) {
      const { person, sectionId, role } = holder;
      const section = placeOf(departments, sectionId)?.section;
      if (person.deactivatedAt !== null) counts.deactivated += 1;
      else if (section === undefined || !existsOn(section, first)) counts.sectionEnded += 1;
      else if (isKnown(holder)) counts.known += 1;
      else {
        const own = held.filter((one) => one.person.id === person.id);
        copies.push({
          ...termInSection(section, year + 1, first),
          id: randomUUID(),
          personId: person.id,
          sectionId,
          role,
          recordedBy: actor.id,
          recordedAt: at,
          reportedAt: null,
          confirmedAt: null,
          guideWanted: isNewPromoter(own, first),
        });
      }
    }
    await record.appointments.create(copies);
    await record.audit(
      ...copies.map((copy) => ({ subject: subjectOf('appointment', copy.id), after: copy })),
    );
    await record.deliveries.refreshLines(reportsOfSections(departments, copies));
    return succeed({ ...counts, copied: copies.length });
  });
  if (!rolledOver.ok) throw new Error('a roster that may not be rolled over');
  return rolledOver.value;
};
