import { z } from 'zod';
import { PROMOTER_ROLES, type PromoterRole } from '../actor.ts';
import { firstDayOf, fiscalYearOf, isOfferedFiscalYear, lastDayOf } from '../calendar/fiscal-year.ts';
import { type LocalDate, LocalDateSchema } from '../calendar/local-date.ts';
import { type Department, DepartmentName, type DepartmentWithSections, type Section } from '../department.ts';
import type { PeoplePlan } from '../person/people-of-rows.ts';
import { EmailAddress, type Person, PersonName, type PersonProblem } from '../person/person.ts';
import type { Appointment, Term, TermProblem } from '../promoter/appointment.ts';

/** 確認 of a row: 未確認 leaves what is 未確認 in the record as it is. */
export const ROSTER_ROW_STATES = ['confirmed', 'unconfirmed'] as const;
export type RosterRowState = (typeof ROSTER_ROW_STATES)[number];

/** A row of a roster file (名簿), by the line it stands on. Without `endsOn` the term lasts to 31 March. */
export const RosterRow = z.object({
  line: z.int(),
  name: PersonName,
  email: EmailAddress.nullable(),
  department: DepartmentName,
  section: DepartmentName,
  role: z.enum(PROMOTER_ROLES),
  startsOn: LocalDateSchema,
  endsOn: LocalDateSchema.nullable(),
  state: z.enum(ROSTER_ROW_STATES).nullish(),
});
export type RosterRow = z.infer<typeof RosterRow>;

/** The part of the record that a roster file is compared with, and the day on which that is done. */
export type KnownRoster = {
  readonly people: readonly Person[];
  readonly departments: readonly DepartmentWithSections[];
  /** Not cancelled, with every fiscal year of the file among them, and the year before. */
  readonly appointments: readonly Appointment[];
  readonly today: LocalDate;
};

/** A section by name, for people to read; `rank` is its place in the order of departments and sections. */
export type RosterPlace = { readonly department: string; readonly section: string; readonly rank: number };

/** One of the roster, as the preview names them. */
type Listed = { readonly name: string; readonly place: RosterPlace };

/** 追加. A key is the id of what is in the record, or the key of what is new. */
export type RosterAddition = Listed & {
  readonly personKey: string;
  readonly sectionKey: string;
  readonly role: PromoterRole;
  readonly term: Term;
  readonly guideWanted: boolean;
};

/** 変更: other dates, or confirmed from now on. */
export type RosterChange = Listed & {
  readonly appointment: Appointment;
  readonly term: Term;
  readonly guideWanted: boolean;
};

/** 終了: the last day from now on; null when it never held (取消し). */
export type RosterEnding = Listed & { readonly appointment: Appointment; readonly endsOn: LocalDate | null };

/** All that importing a roster does, by place. */
export type RosterPlan = PeoplePlan & {
  /** With their keys as ids. */
  readonly newDepartments: readonly Department[];
  readonly newSections: readonly Omit<Section, 'endedOn'>[];
  readonly additions: readonly RosterAddition[];
  readonly changes: readonly RosterChange[];
  readonly endings: readonly RosterEnding[];
  /** How many appointments stand now, or will, in the departments and fiscal years of the file. */
  readonly standing: number;
  /** How many rows of the file say nothing of the last day. */
  readonly withoutLastDay: number;
};

const MOST_ENDED_UNASKED = 0.1;

/**
 * Whether more than a tenth of the roster that the file speaks of would end or be cancelled: a file of a part, or an old one,
 * looks just so. A single one is a move.
 */
export const endsMany = ({ endings, standing }: RosterPlan): boolean =>
  endings.length > Math.max(1, standing * MOST_ENDED_UNASKED);

/** Why a row can't be taken; `field` is the column. */
export type RosterProblem =
  | TermProblem
  | Extract<PersonProblem, { readonly kind: 'ambiguous-name' }>
  /** The address stands on an earlier line beside another name. */
  | { readonly field: 'email'; readonly kind: 'email-of-another'; readonly otherLine: number }
  /** The same person, section and role have a day in common on an earlier line. */
  | { readonly field: 'startsOn'; readonly kind: 'rows-overlap'; readonly otherLine: number }
  | { readonly field: 'startsOn'; readonly kind: 'year-not-offered' }
  /** 廃止 before the term is over. */
  | { readonly field: 'section'; readonly kind: 'section-ended'; readonly lastDay: LocalDate };

/** What is wrong with which line. */
export type RosterLineProblem = { readonly line: number; readonly problem: RosterProblem };

/** What an import does or did, in numbers: 追加, 変更, 終了. */
export type RosterCounts = { readonly added: number; readonly changed: number; readonly ended: number };

/** What an import did, and whom the file names, by their ids. */
export type ImportedRoster = RosterCounts & { readonly people: readonly string[] };

export const countsOf = ({ additions, changes, endings }: RosterPlan): RosterCounts => ({
  added: additions.length,
  changed: changes.length,
  ended: endings.length,
});

/** Whether there is nothing to do: the record says already what the file says. */
export const isNothing = (plan: RosterPlan): boolean =>
  [plan.learned, plan.additions, plan.changes, plan.endings].every(({ length }) => length === 0);

/** Every effect in a word each: two plans of the same words do the same. */
export const effectsOf = ({ learned, additions, changes, endings }: RosterPlan): readonly string[] => [
  ...learned.map(({ person, facts }) => `learn ${person.id} ${JSON.stringify(facts)}`),
  ...additions.map(({ personKey, sectionKey, role, term }) =>
    ['add', personKey, sectionKey, role, term.startsOn, term.endsOn].join(' '),
  ),
  ...changes.map(({ appointment, term }) => `change ${appointment.id} ${term.startsOn} ${term.endsOn}`),
  ...endings.map(({ appointment, endsOn }) => `end ${appointment.id} ${endsOn ?? 'cancelled'}`),
];

/** Whether the term begins from 平成元年度 to 10 years ahead: a year beyond that is a slip of the pen. */
export const isYearOffered = (startsOn: LocalDate, today: LocalDate): boolean =>
  isOfferedFiscalYear(fiscalYearOf(startsOn), today);

/** The days whose appointments a file is held against. */
export type RosterSpan = { readonly first: LocalDate; readonly last: LocalDate };

/** The fiscal years of the file, the present one, and the year before them, for who is new as a promoter. */
export const spanOfRoster = (rows: readonly RosterRow[], today: LocalDate): RosterSpan => {
  const offered = rows.map(({ startsOn }) => startsOn).filter((day) => isYearOffered(day, today));
  const years = [today, ...offered].map(fiscalYearOf).toSorted((one, other) => one - other);
  const [first = 0] = years;
  return { first: firstDayOf(first - 1), last: lastDayOf(years.at(-1) ?? first) };
};
