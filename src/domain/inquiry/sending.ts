import { instantInTokyo, type LocalDate, todayInTokyo } from '../calendar/local-date.ts';
import type { DepartmentWithSections } from '../department.ts';
import { type AwayPeriod, whoIsAwayOn } from '../person/away.ts';
import type { Person } from '../person/person.ts';
import type { Appointment } from '../promoter/appointment.ts';
import type { ServingDay } from '../promoter/serving.ts';
import { calendarOf, type Settings } from '../settings.ts';
import { type Asked, askedBy } from './audience.ts';
import type { InquiryFacts, InquiryProblem } from './inquiry.ts';
import {
  chiefsOf,
  type Responsible,
  type Responsibles,
  responsibleFor,
  responsiblesOn,
} from './responsible.ts';

/** The roster of a day, and who is there to answer. */
export type RosterToAsk = {
  readonly serving: ServingDay;
  readonly departments: readonly DepartmentWithSections[];
  readonly appointments: readonly Appointment[];
  readonly people: readonly Person[];
  readonly secretariat: readonly string[];
  readonly away: readonly AwayPeriod[];
};

/** One who is asked, and to whom that falls. */
export type AskedPlace = Asked & { readonly responsible: Responsible };

/** How many are asked: 協働推進員 by person, and sections, also those for which nobody serves. */
export type AskedCount = { readonly people: number; readonly sections: number };

/** What sending an inquiry would do. */
export type Reach = {
  readonly asked: readonly AskedPlace[];
  readonly count: AskedCount;
  /** Who hears of it at once or on the next morning, by Slack id. */
  readonly receivers: readonly string[];
  /** Who is 不在 on that day and hears of it when they are back. */
  readonly away: readonly string[];
  /** With a とりまとめ期限 the 主任 of the departments, by Slack id. */
  readonly collectors: readonly {
    readonly departmentId: string;
    readonly slackId: string;
    /** Hears of it when they are back. */
    readonly isAway: boolean;
  }[];
};

/** The morning on which 次の開庁日の9時に送る sends: today's where it is still to come. */
export const nextMorningOf = (now: Date, settings: Settings): LocalDate => {
  const today = todayInTokyo(now);
  const calendar = calendarOf(settings);
  const isToCome = calendar.isWorkingDay(today) && now < instantInTokyo(today, settings.morningAt);
  return isToCome ? today : calendar.nextWorkingDay(today);
};

/** What is wrong with days that are over when it is asked on `askedOn`: a Sunday, where it leaves on Monday. Undefined when nothing is. */
export const askingDayProblem = (
  { dueOn, collectBy }: Pick<InquiryFacts, 'dueOn' | 'collectBy'>,
  askedOn: LocalDate,
): InquiryProblem | undefined => {
  if (dueOn <= askedOn) return { field: 'dueOn', kind: 'not-after-asking', askedOn };
  return collectBy !== null && collectBy <= askedOn
    ? { field: 'collectBy', kind: 'not-after-asking', askedOn }
    : undefined;
};

const countOf = (asked: readonly AskedPlace[]): AskedCount => ({
  people: new Set(asked.flatMap(({ responsible }) => responsible.people.map(({ id }) => id))).size,
  sections: new Set(asked.map(({ sectionId }) => sectionId)).size,
});

/** Whom an inquiry reaches by the roster of a day, `sectionIds` being its 関係課; people who are no promoters were refused when it was saved. */
export const reachOf = (
  facts: InquiryFacts & { readonly sectionIds?: readonly string[] },
  roster: RosterToAsk,
): Reach => {
  const { serving, departments, appointments, people, secretariat } = roster;
  const found = askedBy(facts, { serving, departments, appointments });
  const responsibles: Responsibles = responsiblesOn(serving, departments, appointments, people, secretariat);
  const asked = (found.ok ? found.value : []).map((one) => ({
    ...one,
    responsible: responsibleFor({ ...one, delegateId: null }, responsibles),
  }));
  const all = [...new Set(asked.flatMap(({ responsible }) => responsible.receivers))];
  const awayIds = whoIsAwayOn(roster.away, serving.day);
  const isAway = (slackId: string): boolean =>
    people.some((person) => person.slackId === slackId && awayIds.has(person.id));
  const departmentIds = [
    ...new Set(asked.flatMap(({ sectionId }) => responsibles.departmentOf.get(sectionId) ?? [])),
  ];
  return {
    asked,
    count: countOf(asked),
    receivers: all.filter((slackId) => !isAway(slackId)),
    away: all.filter(isAway),
    collectors:
      facts.collectBy === null
        ? []
        : departmentIds.flatMap((departmentId) =>
            chiefsOf(responsibles, departmentId).map((slackId) => ({
              departmentId,
              slackId,
              isAway: isAway(slackId),
            })),
          ),
  };
};
