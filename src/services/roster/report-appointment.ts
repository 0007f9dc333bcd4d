import { randomUUID } from 'node:crypto';
import type { Actor, PromoterRole } from '../../domain/actor.ts';
import { type FiscalYear, lastDayOf } from '../../domain/calendar/fiscal-year.ts';
import { overlap, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type DepartmentWithSections, placeOf } from '../../domain/department.ts';
import { may } from '../../domain/permission.ts';
import { factsOfDraft, indexPeople, whoIsNamed } from '../../domain/person/match.ts';
import type { Person } from '../../domain/person/person.ts';
import { keptAppointment } from '../../domain/promoter/appointing.ts';
import {
  type Appointment,
  type AppointmentProblem,
  isNewPromoter,
  termFrom,
} from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import {
  type ReportDraft,
  reportRows,
  reportStateOf,
  termInSection,
  yearToReport,
} from '../../domain/roster/report.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { People } from '../../slack/people.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** A place of a section as the form was opened with it: who held it, and who was to hold it, by their appointments. */
export type ReportedPlace = {
  readonly year: FiscalYear;
  readonly sectionId: string;
  readonly role: PromoterRole;
  readonly lastId: string | null;
  readonly nowId: string | null;
};

/** What was reported: whose name, and of which department. */
export type ReportedPerson = { readonly name: string; readonly departmentId: string };

const sectionsOf =
  (departments: readonly DepartmentWithSections[], appointments: readonly Appointment[]) =>
  ({ id }: Person): readonly string[] =>
    appointments
      .filter(({ person }) => person.id === id)
      .map((appointment) => {
        const { department, section } = keptAppointment(appointment, departments);
        return `${department} ${section}`;
      });

/** 別の人を選ぶ: somebody else is to hold the place, 未確認 until the secretariat confirms it; a copy of last year's goes. */
export const reportAppointment = async (
  { clock, db, people }: ServiceDeps & { readonly people: People },
  { year, sectionId, role, lastId, nowId }: ReportedPlace,
  { key, draft }: FormInput<ReportDraft>,
  actor: Actor,
): Promise<Result<ReportedPerson, AppointmentProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const slack = draft.user === undefined ? undefined : await people.find(draft.user);
  const act = { actor, action: 'report-appointment', at, subject: subjectOf('section', sectionId) } as const;
  return db.submit<ReportedPerson, AppointmentProblem | Refusal>(
    act,
    { key, content: draft },
    async (record) => {
      await record.appointments.lock();
      const departments = await record.departments.all();
      const place = placeOf(departments, sectionId);
      const departmentId = place?.department.id;
      if (!may(actor, 'report-roster', { departmentId }))
        return refuse({ kind: 'not-allowed', who: 'chief' });
      if (place === undefined || departmentId === undefined) return refuse({ kind: 'gone' });
      const facts = factsOfDraft(draft, slack && { ...slack, slackId: slack.id });
      if (!facts.ok) return facts;
      const done = { name: facts.value.name, departmentId };
      if (year !== yearToReport(today)) return refuse({ kind: 'changed-meanwhile' });
      const standing = await record.appointments.between(lastDayOf(year - 1), lastDayOf(year));
      const row = reportRows(place.department, standing, year, today).find(
        (one) =>
          one.section.id === sectionId &&
          one.role === role &&
          (one.last?.id ?? null) === lastId &&
          (one.now?.id ?? null) === nowId,
      );
      if (row === undefined || reportStateOf(row) === 'confirmed')
        return refuse({ kind: 'changed-meanwhile' });
      const asked = termFrom(draft.startsOn);
      const term = termInSection(place.section, year, draft.startsOn);
      if (!asked.ok || asked.value.fiscalYear !== year || term.endsOn < term.startsOn)
        return refuse({ field: 'startsOn', kind: 'start-outside-year', fiscalYear: year });
      const index = indexPeople(await record.people.all());
      const named = whoIsNamed(facts.value, index, sectionsOf(departments, standing));
      if (!named.ok) return named;

      const person = await record.people.keep(named.value, at);
      const own = (await record.appointments.ofPerson(person.id)).filter(({ id }) => id !== nowId);
      if (own.some((one) => one.sectionId === sectionId && overlap(one, term)))
        return refuse({
          field: 'startsOn',
          kind: 'already-appointed',
          name: person.name,
          section: place.section.name,
        });
      if (row.now !== undefined) {
        await record.appointments.put(row.now.id, { cancelledAt: at });
        await record.audit({
          subject: subjectOf('appointment', row.now.id),
          before: keptAppointment(row.now, departments),
        });
      }
      const id = randomUUID();
      await record.appointments.create([
        {
          ...term,
          id,
          personId: person.id,
          sectionId,
          role,
          recordedBy: actor.id,
          recordedAt: at,
          reportedAt: at,
          confirmedAt: null,
          guideWanted: isNewPromoter(own, term.startsOn),
        },
      ]);
      await record.audit({
        subject: subjectOf('appointment', id),
        after: keptAppointment({ ...term, person, sectionId, role }, departments),
      });
      await record.deliveries.refreshLines([subjectOf('roster-report', departmentId, year)]);
      return succeed(done);
    },
  );
};
