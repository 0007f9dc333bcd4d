import { z } from 'zod';
import { PROMOTER_ROLES, type PromoterRole } from '../actor.ts';
import { type FiscalYear, firstDayOf, fiscalYearOf, lastDayOf } from '../calendar/fiscal-year.ts';
import { type LocalDate, LocalDateSchema, numbersOf } from '../calendar/local-date.ts';
import { type DepartmentWithSections, existsOn, type Section } from '../department.ts';
import { noDataInTitle, refuseNoData } from '../no-data.ts';
import { type Person, PersonFields, type PersonProblem } from '../person/person.ts';
import { type Result, refuse, succeed } from '../result.ts';

/** When an appointment holds: both days included, within one fiscal year. */
export type Term = {
  readonly fiscalYear: FiscalYear;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
};

/** 協働推進員 of a section for a term, as the record holds it, with the person. */
export type Appointment = Term & {
  readonly id: string;
  readonly person: Person;
  readonly sectionId: string;
  readonly role: PromoterRole;
  readonly recordedBy: string;
  readonly reportedAt: Date | null;
  /** null: 未確認. It counts nowhere and nothing is sent about it. */
  readonly confirmedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly guideWanted: boolean;
  readonly guidePlannedAt: Date | null;
  readonly guideConfirmedAt: Date | null;
  readonly revision: number;
};

/** 前任 of the same section and role: their term ends the day before, or they stay beside the new one. */
export const PREDECESSORS = ['ends', 'stays'] as const;

/** The form 推進員を登録, as it arrives. `department` is an id, or `new` with a name in `newDepartment`. */
export const AppointmentDraft = z.object({
  ...PersonFields,
  role: z.enum(PROMOTER_ROLES),
  department: z.union([z.uuid(), z.literal('new')]),
  newDepartment: z.string().trim().max(60).superRefine(refuseNoData(noDataInTitle)).default(''),
  section: z.string().trim().min(1).max(60).superRefine(refuseNoData(noDataInTitle)),
  startsOn: LocalDateSchema,
  endsOn: LocalDateSchema.optional(),
  predecessor: z.enum(PREDECESSORS).default('ends'),
  reason: z.string().trim().max(300).default(''),
});
export type AppointmentDraft = z.infer<typeof AppointmentDraft>;

/** Why a term is none. */
export type TermProblem =
  | { readonly field: 'endsOn'; readonly kind: 'ends-before-start' }
  | { readonly field: 'endsOn'; readonly kind: 'term-crosses-years'; readonly lastDay: LocalDate };

/** Why somebody can't be appointed so. */
export type AppointmentProblem =
  | PersonProblem
  | TermProblem
  | { readonly field: 'newDepartment'; readonly kind: 'department-needed' }
  | { readonly field: 'department'; readonly kind: 'unknown-department' }
  | { readonly field: 'section'; readonly kind: 'section-ended'; readonly lastDay: LocalDate }
  | {
      readonly field: 'startsOn';
      readonly kind: 'already-appointed';
      readonly name: string;
      readonly section: string;
    }
  | { readonly field: 'startsOn'; readonly kind: 'start-outside-year'; readonly fiscalYear: FiscalYear };

/** The term of the two date fields; without an end it lasts to 31 March. E.g. from 2026-04-01 until 2027-03-31. */
export const termFrom = (startsOn: LocalDate, endsOn?: LocalDate): Result<Term, TermProblem> => {
  const fiscalYear = fiscalYearOf(startsOn);
  const lastDay = lastDayOf(fiscalYear);
  const end = endsOn ?? lastDay;
  if (end < startsOn) return refuse({ field: 'endsOn', kind: 'ends-before-start' });
  if (end > lastDay) return refuse({ field: 'endsOn', kind: 'term-crosses-years', lastDay });
  return succeed({ fiscalYear, startsOn, endsOn: end });
};

/** The whole of a fiscal year. */
export const wholeYear = (fiscalYear: FiscalYear): Term => ({
  fiscalYear,
  startsOn: firstDayOf(fiscalYear),
  endsOn: lastDayOf(fiscalYear),
});

type Standing = Pick<Appointment, 'startsOn' | 'endsOn' | 'confirmedAt' | 'cancelledAt'>;

/** Whether it holds on `day`: confirmed, not cancelled, the day within its term. */
export const holdsOn = ({ startsOn, endsOn, confirmedAt, cancelledAt }: Standing, day: LocalDate): boolean =>
  confirmedAt !== null && cancelledAt === null && startsOn <= day && day <= endsOn;

/** The people who are 協働推進員 of either role on `day`, by id. */
export const promotersOn = (appointments: readonly Appointment[], day: LocalDate): ReadonlySet<string> =>
  new Set(appointments.filter((appointment) => holdsOn(appointment, day)).map(({ person }) => person.id));

/**
 * Whether one who is appointed from `startsOn` is new and gets the 役割のご案内: of all they held (`held`), nothing confirmed
 * stands on that day or ended within the year before. E.g. from 2026-04-01: new after 2025-03-31, not after 2025-04-01.
 */
export const isNewPromoter = (held: readonly Standing[], startsOn: LocalDate): boolean => {
  const yearBefore = `${numbersOf(startsOn).year - 1}${startsOn.slice(4)}`;
  return !held.some(
    (one) =>
      one.confirmedAt !== null &&
      one.cancelledAt === null &&
      one.startsOn <= startsOn &&
      one.endsOn >= yearBefore,
  );
};

/** One section of the roster: who holds it; nobody is 未選任. */
export type RosterSection = { readonly section: Section; readonly appointments: readonly Appointment[] };

/** The roster of a day: departments and sections in order, 主任 first in each section. */
export type Roster = {
  readonly day: LocalDate;
  readonly departments: readonly {
    readonly department: DepartmentWithSections;
    readonly sections: readonly RosterSection[];
  }[];
};

/**
 * The roster of any day, from all appointments whose term has that day in it. `isShown` keeps out what the reader may
 * not see. Sections that are no more on that day are shown only where somebody held them.
 */
export const rosterOn = (
  day: LocalDate,
  departments: readonly DepartmentWithSections[],
  appointments: readonly Appointment[],
  isShown: (appointment: Appointment) => boolean = (appointment) => holdsOn(appointment, day),
): Roster => {
  const shown = appointments.filter(isShown);
  const inRoleOrder = (one: Appointment, other: Appointment): number =>
    PROMOTER_ROLES.indexOf(one.role) - PROMOTER_ROLES.indexOf(other.role) ||
    (one.startsOn === other.startsOn ? 0 : one.startsOn < other.startsOn ? -1 : 1);
  return {
    day,
    departments: departments
      .map((department) => ({
        department,
        sections: department.sections
          .map((section) => ({
            section,
            appointments: shown.filter(({ sectionId }) => sectionId === section.id).toSorted(inRoleOrder),
          }))
          .filter(({ section, appointments: held }) => held.length > 0 || existsOn(section, day)),
      }))
      .filter(({ sections }) => sections.length > 0),
  };
};

/** Sections without a promoter of either role (未選任), in order. */
export const vacanciesOf = ({ departments }: Roster): readonly RosterSection[] =>
  departments.flatMap(({ sections }) => sections.filter(({ appointments }) => appointments.length === 0));
