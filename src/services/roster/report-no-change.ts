import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, firstDayOf, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { overlap, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { placeOf } from '../../domain/department.ts';
import { may } from '../../domain/permission.ts';
import { keptAppointment } from '../../domain/promoter/appointing.ts';
import { type AppointmentProblem, isNewPromoter } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import {
  isUnchanged,
  reportRows,
  reportStateOf,
  termInSection,
  yearToReport,
} from '../../domain/roster/report.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A place of the year before, by the appointment that held it, and the year that is reported. */
export type UnchangedPlace = { readonly year: FiscalYear; readonly lastId: string };

type Reported = { readonly departmentId: string };

/** 変更なし: last year's person goes on for the whole year, 未確認 until the secretariat confirms it. Gives the department. */
export const reportNoChange = async (
  { clock, db }: ServiceDeps,
  { year, lastId }: UnchangedPlace,
  actor: Actor,
): Promise<Result<Reported, AppointmentProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = { actor, action: 'report-no-change', at, subject: subjectOf('appointment', lastId) } as const;
  return db.act<Reported, AppointmentProblem | Refusal>(act, async (record) => {
    await record.appointments.lock();
    const last = await record.appointments.find(lastId);
    const departments = await record.departments.all();
    const place = last && placeOf(departments, last.sectionId);
    const departmentId = place?.department.id;
    if (!may(actor, 'report-roster', { departmentId })) return refuse({ kind: 'not-allowed', who: 'chief' });
    if (last === undefined || place === undefined || departmentId === undefined)
      return refuse({ kind: 'gone' });
    if (year !== yearToReport(today)) return refuse({ kind: 'changed-meanwhile' });
    const standing = await record.appointments.between(lastDayOf(year - 1), lastDayOf(year));
    const row = reportRows(place.department, standing, year, today).find((one) => one.last?.id === lastId);
    if (row === undefined) return refuse({ kind: 'gone' });
    if (reportStateOf(row) !== 'open')
      return isUnchanged(row) ? succeed({ departmentId }) : refuse({ kind: 'changed-meanwhile' });
    const { person, role } = last;
    if (person.deactivatedAt !== null) return refuse({ field: 'user', kind: 'not-a-member' });

    if (row.now !== undefined) {
      if (!isUnchanged(row)) return refuse({ kind: 'changed-meanwhile' });
      const { id } = row.now;
      await record.appointments.put(id, { reportedAt: at });
      const subject = subjectOf('appointment', id);
      await record.audit({ subject, before: { reported: false }, after: { reported: true } });
      return succeed({ departmentId });
    }
    const term = termInSection(place.section, year, firstDayOf(year));
    const own = await record.appointments.ofPerson(person.id);
    if (own.some((one) => one.sectionId === last.sectionId && overlap(one, term)))
      return refuse({
        field: 'startsOn',
        kind: 'already-appointed',
        name: person.name,
        section: place.section.name,
      });
    const id = randomUUID();
    const appointment = { ...term, id, sectionId: last.sectionId, role };
    await record.appointments.create([
      {
        ...appointment,
        personId: person.id,
        recordedBy: actor.id,
        recordedAt: at,
        reportedAt: at,
        confirmedAt: null,
        guideWanted: isNewPromoter(own, term.startsOn),
      },
    ]);
    await record.audit({
      subject: subjectOf('appointment', id),
      after: keptAppointment({ ...appointment, person }, departments),
    });
    return succeed({ departmentId });
  });
};
