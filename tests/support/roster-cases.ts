import type { PromoterRole } from '../../src/domain/actor.ts';
import { fiscalYearOf, lastDayOf } from '../../src/domain/calendar/fiscal-year.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import type { DepartmentWithSections } from '../../src/domain/department.ts';
import type { Person } from '../../src/domain/person/person.ts';
import type { Appointment } from '../../src/domain/promoter/appointment.ts';
import type { KnownRoster, RosterPlan, RosterRow } from '../../src/domain/roster/import.ts';

/** A roster in short words, for tables of cases: 福祉課 is a section of 福祉部, and what is not said is as usual. */

const TODAY = localDate('2026-11-24');
const MOMENT = new Date('2026-03-20T01:00:00Z');

/** 福祉部 with three sections, 環境部 with two. */
const DEPARTMENTS: readonly DepartmentWithSections[] = [
  { id: 'd-fukushi', name: '福祉部', position: 10, sections: [] },
  { id: 'd-kankyo', name: '環境部', position: 20, sections: [] },
].map((department, index) => ({
  ...department,
  sections: (index === 0 ? ['福祉課', '障害福祉課', '長寿課'] : ['公園課', '美化課']).map((name, order) => ({
    id: `s-${name}`,
    departmentId: department.id,
    name,
    position: (order + 1) * 10,
    endedOn: null,
  })),
}));

const departmentOf = (section: string): string =>
  DEPARTMENTS.find(({ sections }) => sections.some(({ name }) => name === section))?.name ?? '福祉部';

export const person = (name: string, facts: Partial<Person> = {}): Person => ({
  id: `p-${name}`,
  name,
  slackId: null,
  email: null,
  nameFromSlack: false,
  deactivatedAt: null,
  ...facts,
});

/** A row: name, section, and from when; until 31 March unless told. */
export const row = (
  name: string,
  section: string,
  startsOn = '2026-04-01',
  rest: Partial<RosterRow> & { readonly until?: string } = {},
): RosterRow => {
  const { until, ...facts } = rest;
  return {
    line: 2,
    name,
    email: null,
    department: departmentOf(section),
    section,
    role: 'promoter',
    startsOn: localDate(startsOn),
    endsOn: until === undefined ? null : localDate(until),
    ...facts,
  };
};

/** Rows on the lines 2, 3, … */
export const numbered = (rows: readonly RosterRow[]): readonly RosterRow[] =>
  rows.map((one, index) => ({ ...one, line: index + 2 }));

/** An appointment of the record: who, where, from and until. */
export const held = (
  who: Person,
  section: string,
  startsOn = '2026-04-01',
  rest: Partial<Appointment> & { readonly until?: string } = {},
): Appointment => {
  const { until, ...facts } = rest;
  const year = fiscalYearOf(localDate(startsOn));
  const endsOn = until === undefined ? lastDayOf(year) : localDate(until);
  return {
    id: `a-${who.name}-${section}-${startsOn}`,
    person: who,
    sectionId: `s-${section}`,
    role: 'promoter',
    fiscalYear: year,
    startsOn: localDate(startsOn),
    endsOn,
    recordedBy: 'U0SECRETARY',
    reportedAt: null,
    confirmedAt: MOMENT,
    cancelledAt: null,
    guideWanted: false,
    guidePlannedAt: null,
    guideConfirmedAt: null,
    revision: 1,
    ...facts,
  };
};

/** A record of these appointments, their people, and those besides. */
export const recordOf = (
  appointments: readonly Appointment[] = [],
  people: readonly Person[] = [],
): KnownRoster => ({
  people: [
    ...new Map([...appointments.map((one) => one.person), ...people].map((one) => [one.id, one])).values(),
  ],
  departments: DEPARTMENTS,
  appointments,
  today: TODAY,
});

const ROLE: Readonly<Record<PromoterRole, string>> = { chief: '主任', promoter: '' };

/** A plan in a line for each effect, e.g. `+ 青空 福祉課 2026-07-01 2027-03-31`. */
export const effects = (plan: RosterPlan): readonly string[] => [
  ...plan.learned.map(({ person: { name }, facts }) => `learn ${name} ${Object.values(facts).join(' ')}`),
  ...plan.additions.map(({ name, place, role, term, guideWanted }) =>
    ['+', name, place.section, ROLE[role], term.startsOn, term.endsOn, guideWanted ? 'guide' : '']
      .filter((word) => word !== '')
      .join(' '),
  ),
  ...plan.changes.map(({ name, place, appointment, term }) =>
    [
      appointment.confirmedAt === null ? 'confirm' : '~',
      name,
      place.section,
      term.startsOn,
      term.endsOn,
    ].join(' '),
  ),
  ...plan.endings.map(({ name, place, endsOn }) =>
    ['-', name, place.section, endsOn ?? 'cancelled'].join(' '),
  ),
];

/** The record after a plan was carried out, as the import does it. */
export const after = (record: KnownRoster, plan: RosterPlan, round: string): KnownRoster => {
  const people = [
    ...record.people.map((one) => ({
      ...one,
      ...plan.learned.find((learned) => learned.person.id === one.id)?.facts,
    })),
    ...plan.newPeople.map(({ key, facts }) => ({
      nameFromSlack: false,
      ...facts,
      id: `${round} ${key}`,
      deactivatedAt: null,
    })),
  ];
  const idOf = (key: string): string => (key.startsWith('new-') ? `${round} ${key}` : key);
  const whoIs = (id: string): Person => people.find((one) => one.id === id) ?? person(id);
  const sections = plan.newSections.map((section) => ({
    ...section,
    id: idOf(section.id),
    departmentId: idOf(section.departmentId),
    endedOn: null,
  }));
  const departments = [
    ...record.departments,
    ...plan.newDepartments.map((department) => ({ ...department, id: idOf(department.id), sections: [] })),
  ].map((department) => ({
    ...department,
    sections: [
      ...department.sections,
      ...sections.filter(({ departmentId }) => departmentId === department.id),
    ],
  }));
  const kept = record.appointments.flatMap((appointment): readonly Appointment[] => {
    const change = plan.changes.find((one) => one.appointment.id === appointment.id);
    const ending = plan.endings.find((one) => one.appointment.id === appointment.id);
    const who = { person: whoIs(appointment.person.id) };
    if (change !== undefined) return [{ ...appointment, ...change.term, ...who, confirmedAt: MOMENT }];
    if (ending === undefined) return [{ ...appointment, ...who }];
    return ending.endsOn === null ? [] : [{ ...appointment, ...who, endsOn: ending.endsOn }];
  });
  const added = plan.additions.map(
    ({ personKey, sectionKey, role, term }, index): Appointment => ({
      ...held(whoIs(idOf(personKey)), 'x', term.startsOn),
      ...term,
      id: `${round} ${index}`,
      sectionId: idOf(sectionKey),
      role,
    }),
  );
  return { ...record, people, departments, appointments: [...kept, ...added] };
};
