import { z } from 'zod';
import { type Actor, PROMOTER_ROLES, type PromoterRole } from '../../domain/actor.ts';
import type { AuditLine } from '../../domain/audit.ts';
import { type LocalDate, LocalDateSchema, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { DepartmentWithSections, Section } from '../../domain/department.ts';
import { may } from '../../domain/permission.ts';
import { type Appointment, promotersOn } from '../../domain/promoter/appointment.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** For which section and role, and from which day on, 推進員を登録 is opened. */
export type AppointingAt = {
  readonly sectionId: string;
  readonly role: PromoterRole;
  readonly startsOn: LocalDate;
};

/** What 推進員を登録 is opened with. */
export type AppointmentForm = {
  readonly departments: readonly DepartmentWithSections[];
  readonly section?: Section | undefined;
  readonly role?: PromoterRole | undefined;
  /** Not before today: whoever is registered takes over from now on, or later. */
  readonly startsOn: LocalDate;
};

const MOST_EDITS = 5;
/** The part of an audit line that is shown. */
const Kept = z
  .object({
    name: z.string(),
    role: z.enum(PROMOTER_ROLES),
    department: z.string(),
    section: z.string(),
    startsOn: LocalDateSchema,
    endsOn: LocalDateSchema,
  })
  .partial();

/** What a change replaced, as far as it replaced anything. */
export type AppointmentBefore = z.infer<typeof Kept>;

/** One earlier change of an appointment. */
export type AppointmentEdit = {
  readonly at: Date;
  readonly actor: string;
  readonly before: AppointmentBefore;
  readonly reason: string;
};

/** An appointment opened to be changed, with its section, its newest changes, and how many promoters there are today with and without it. */
export type OpenedAppointment = {
  readonly appointment: Appointment;
  readonly departments: readonly DepartmentWithSections[];
  readonly section: Section;
  readonly history: readonly AppointmentEdit[];
  readonly promoters: { readonly now: number; readonly without: number };
};

const replaced = (line: AuditLine): AppointmentBefore => {
  const after: Readonly<Record<string, unknown>> = Kept.safeParse(line.after).data ?? {};
  const before = Object.entries(Kept.safeParse(line.before).data ?? {});
  const changed = before.filter(([key, value]) => after[key] !== undefined && after[key] !== value);
  return Kept.parse(Object.fromEntries(changed));
};

const editsOf = (lines: readonly AuditLine[]): readonly AppointmentEdit[] =>
  lines
    .map((line) => ({ at: line.at, actor: line.actor, before: replaced(line), reason: line.reason }))
    .filter(({ before }) => Object.keys(before).length > 0)
    .slice(0, MOST_EDITS);

/** Opens 推進員を登録 for the secretariat, for a section where one is given. */
export const openAppointmentForm = async (
  { clock, db }: ServiceDeps,
  wanted: AppointingAt | undefined,
  actor: Actor,
): Promise<Result<AppointmentForm, Refusal>> => {
  const at = clock.now();
  return db.act<AppointmentForm, Refusal>({ actor, action: 'open-appointment-form', at }, async (record) => {
    if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const today = todayInTokyo(at);
    const departments = await record.departments.all();
    const section = departments
      .flatMap(({ sections }) => sections)
      .find(({ id }) => id === wanted?.sectionId);
    const startsOn = wanted === undefined || wanted.startsOn < today ? today : wanted.startsOn;
    return succeed({ departments, section, role: wanted?.role, startsOn });
  });
};

/** Opens an appointment to be changed or cancelled, for the secretariat. */
export const openAppointment = async (
  { clock, db }: ServiceDeps,
  appointmentId: string,
  actor: Actor,
): Promise<Result<OpenedAppointment, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('appointment', appointmentId);
  return db.act<OpenedAppointment, Refusal>(
    { actor, action: 'open-appointment', at, subject },
    async (record) => {
      if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const appointment = await record.appointments.find(appointmentId);
      const departments = await record.departments.all();
      const section = departments
        .flatMap(({ sections }) => sections)
        .find(({ id }) => id === appointment?.sectionId);
      if (appointment === undefined || appointment.cancelledAt !== null || section === undefined)
        return refuse({ kind: 'gone' });
      const lines = await record.auditLines.of(subject, 20);
      const today = todayInTokyo(at);
      const present = await record.appointments.between(today, today);
      const others = present.filter(({ id }) => id !== appointmentId);
      return succeed({
        appointment,
        departments,
        section,
        history: editsOf(lines),
        promoters: { now: promotersOn(present, today).size, without: promotersOn(others, today).size },
      });
    },
  );
};
