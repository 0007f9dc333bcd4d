import type { PromoterRole } from '../actor.ts';
import { type Department, type DepartmentWithSections, existsOn } from '../department.ts';
import { groupBy } from '../group-by.ts';
import type { Person } from '../person/person.ts';
import { type Appointment, holdsOn } from '../promoter/appointment.ts';
import { type ServingDay, servingOn } from '../promoter/serving.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { InquiryFacts } from './inquiry.ts';

/** One who is asked: a section in a role. */
export type Asked = { readonly sectionId: string; readonly role: PromoterRole };

/** The roster by which it is found out whom an inquiry asks. */
export type RosterOfDay = {
  readonly serving: ServingDay;
  readonly departments: readonly DepartmentWithSections[];
  readonly appointments: readonly Appointment[];
};

/** What of an inquiry says whom it asks; `sectionIds` are the 関係課 of one with questions. */
type Asking = Pick<InquiryFacts, 'audience' | 'departmentIds' | 'chosen' | 'answerForm'> & {
  readonly sectionIds?: readonly string[];
};

/**
 * Whether a section gives one answer to it. 確認のみ is everybody's own, and 主任全員 and 人を選ぶ mean the people that they name.
 */
const isOfSection = ({ audience, answerForm }: Asking): boolean =>
  answerForm !== 'confirmation' && audience !== 'chiefs' && audience !== 'people';

/**
 * Whom an inquiry asks by who serves on a day, in order, each section and role once. Where the section gives one answer it is asked
 * as its promoter, whoever serves for it. So is a section for which nobody does (未選任), but for 主任全員 and 人を選ぶ. Chosen people
 * who are no promoters are named as a problem. 関係課 are asked as far as they exist.
 */
export const askedBy = (
  asking: Asking,
  { serving, departments, appointments }: RosterOfDay,
): Result<readonly Asked[], { readonly strangers: readonly string[] }> => {
  const { audience, departmentIds, chosen, sectionIds = [] } = asking;
  const { day } = serving;
  if (audience === 'related')
    return succeed(
      departments
        .flatMap(({ sections }) => sections)
        .filter((section) => sectionIds.includes(section.id) && existsOn(section, day))
        .map(({ id }) => ({ sectionId: id, role: 'promoter' })),
    );
  const held = servingOn(appointments, serving);
  if (audience === 'people') {
    const strangers = chosen.filter((slackId) => held.every(({ person }) => person.slackId !== slackId));
    if (strangers.length > 0) return refuse({ strangers });
  }
  const isMeant = ({ role, person }: Appointment): boolean => {
    if (audience === 'people') return person.slackId !== null && chosen.includes(person.slackId);
    return audience === 'promoters' ? role === 'promoter' : audience !== 'chiefs' || role === 'chief';
  };
  const bySection = groupBy(held, ({ sectionId }) => sectionId);
  const asksVacant = audience !== 'people' && audience !== 'chiefs';
  return succeed(
    departments
      .filter(({ id }) => audience !== 'departments' || departmentIds.includes(id))
      .flatMap(({ sections }) => sections)
      .flatMap((section): readonly Asked[] => {
        const exists = existsOn(section, day);
        // Nobody goes on in a section that is no more.
        const here = (bySection.get(section.id) ?? []).filter((one) => exists || holdsOn(one, day));
        if (here.length === 0)
          return asksVacant && exists ? [{ sectionId: section.id, role: 'promoter' }] : [];
        const roles = new Set(here.filter(isMeant).map(({ role }) => role));
        if (isOfSection(asking)) return roles.size === 0 ? [] : [{ sectionId: section.id, role: 'promoter' }];
        return (['chief', 'promoter'] as const)
          .filter((role) => roles.has(role))
          .map((role) => ({ sectionId: section.id, role }));
      }),
  );
};

/** Those of a 対象 who can't be asked any more: departments by id, people by Slack id. */
export type GoneOfAudience = {
  readonly departmentIds: readonly string[];
  readonly people: readonly string[];
};

/**
 * Of what was chosen: departments without a section that is there on the day, and people who do not serve. What was chosen for
 * another 対象 counts too: it is what the form shows.
 */
export const goneOf = (
  { departmentIds, chosen }: Pick<InquiryFacts, 'departmentIds' | 'chosen'>,
  { serving, departments, appointments }: RosterOfDay,
): GoneOfAudience => {
  const held = servingOn(appointments, serving);
  const isThere = (departmentId: string): boolean =>
    departments.some(
      ({ id, sections }) => id === departmentId && sections.some((section) => existsOn(section, serving.day)),
    );
  return {
    departmentIds: departmentIds.filter((id) => !isThere(id)),
    people: chosen.filter((slackId) => held.every(({ person }) => person.slackId !== slackId)),
  };
};

/** The same by name, as far as the 対象 in force asks them; people of whom the record has none, by Slack id. */
export const namesOfGone = (
  { audience }: Pick<InquiryFacts, 'audience'>,
  gone: GoneOfAudience,
  {
    departments,
    people,
  }: { readonly departments: readonly Department[]; readonly people: readonly Person[] },
): GoneNames => ({
  departments:
    audience === 'departments'
      ? departments.filter(({ id }) => gone.departmentIds.includes(id)).map(({ name }) => name)
      : [],
  people:
    audience === 'people'
      ? gone.people.map((slackId) => people.find((person) => person.slackId === slackId)?.name ?? slackId)
      : [],
});

/** Who can't be asked any more, by name. */
export type GoneNames = { readonly departments: readonly string[]; readonly people: readonly string[] };
