import { localDate } from '../../src/domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../../src/domain/calendar/working-day.ts';
import type { DepartmentWithSections } from '../../src/domain/department.ts';
import type { InquiryToPlan, MorningWorld, TargetToPlan } from '../../src/domain/morning/morning.ts';
import type { Person } from '../../src/domain/person/person.ts';
import { anAppointment, aPerson } from './promoters.ts';

/** 秘書: the one of the secretariat in worlds of mornings. */
export const SECRETARIAT = 'U0SECRETARY';

const id = (kind: string, number: number): string =>
  `00000000-0000-4000-8000-${kind}${String(number).padStart(12 - kind.length, '0')}`;

export const sectionId = (number: number): string => id('c', number);
const departmentId = (number: number): string => id('d', number);
export const inquiryId = (number: number): string => id('1', number);

/** A person of Slack `U0P1`, `U0P2` …, or without Slack. */
export const person = (number: number, facts: Partial<Person> = {}): Person =>
  aPerson({ id: id('e', number), name: `職員 ${number}`, slackId: `U0P${number}`, ...facts });

/** Who holds a section for the whole of fiscal 2026. */
export const holds = (
  number: number,
  section: number,
  facts: Partial<Parameters<typeof anAppointment>[0]> & { readonly who?: Partial<Person> } = {},
) => {
  const { who = {}, ...rest } = facts;
  return anAppointment({
    id: id('f', number),
    person: person(number, who),
    sectionId: sectionId(section),
    ...rest,
  });
};

/** Departments of so many sections each, with sections numbered through from 1. */
export const departments = (...counts: readonly number[]): readonly DepartmentWithSections[] => {
  let next = 0;
  return counts.map((count, index) => ({
    id: departmentId(index + 1),
    name: `第${index + 1}部`,
    position: (index + 1) * 10,
    sections: Array.from({ length: count }, () => {
      next += 1;
      return {
        id: sectionId(next),
        departmentId: departmentId(index + 1),
        name: `第${next}課`,
        position: next * 10,
        endedOn: null,
      };
    }),
  }));
};

/** One of those asked, told of nothing yet. */
export const asked = (section: number, facts: Partial<TargetToPlan> = {}): TargetToPlan => ({
  inquiryId: inquiryId(1),
  sectionId: sectionId(section),
  role: 'promoter',
  delegateId: null,
  isAnswered: false,
  returned: null,
  told: new Map(),
  ...facts,
});

/** An inquiry asked on Fri 20 November 2026, due on Thu 10 December, unless told otherwise. */
export const inquiry = (
  targets: readonly TargetToPlan[],
  facts: Partial<InquiryToPlan> = {},
): InquiryToPlan => ({
  id: inquiryId(1),
  dueOn: localDate('2026-12-10'),
  collectBy: null,
  askedOn: localDate('2026-11-20'),
  targets,
  ...facts,
});

/** A world with these people and inquiries in it, and nothing else that is owed. */
export const world = (facts: Partial<MorningWorld>): MorningWorld => ({
  calendar: STANDARD_CALENDAR,
  rosterReportUntil: '04-30',
  departments: [],
  appointments: [],
  people: (facts.appointments ?? []).map((appointment) => appointment.person),
  secretariat: [SECRETARIAT],
  away: [],
  inquiries: [],
  writtenMeetings: [],
  endingInWriting: [],
  actionItems: [],
  postponed: [],
  videos: [],
  held: [],
  preparations: [],
  unsent: [],
  ...facts,
});
