import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { DepartmentWithSections } from '../../../src/domain/department.ts';
import { askedBy } from '../../../src/domain/inquiry/audience.ts';
import {
  ANSWER_FORMS,
  type AnswerForm,
  INQUIRY_AUDIENCES,
  type InquiryAudience,
} from '../../../src/domain/inquiry/inquiry.ts';
import { reachOf } from '../../../src/domain/inquiry/sending.ts';
import type { Appointment } from '../../../src/domain/promoter/appointment.ts';
import { anAppointment, aPerson } from '../../support/promoters.ts';

const DAY = localDate('2026-11-20');
const serving = { day: DAY, carriedFrom: null };

/** 福祉部 with s1, s2 and s3, 環境部 with s4. */
const DEPARTMENTS: readonly DepartmentWithSections[] = [
  ['d1', '福祉部', ['s1', 's2', 's3']] as const,
  ['d2', '環境部', ['s4']] as const,
].map(([id, name, sections], at) => ({
  id,
  name,
  position: at + 1,
  endedOn: null,
  sections: sections.map((section, index) => ({
    id: section,
    departmentId: id,
    name: section,
    position: index + 1,
    endedOn: null,
  })),
}));

/** Somebody who holds a post, by a letter that is both the name and the Slack id. */
const holds = (letter: string, sectionId: string, role: Appointment['role']): Appointment =>
  anAppointment({
    id: `${letter} ${sectionId} ${role}`,
    person: aPerson({ id: letter, name: letter, slackId: letter }),
    sectionId,
    role,
  });

type Asking = {
  readonly audience: InquiryAudience;
  readonly answerForm: AnswerForm;
  readonly departmentIds: readonly string[];
  readonly chosen: readonly string[];
};

const ask = (asking: Partial<Asking>, appointments: readonly Appointment[]) => {
  const whole: Asking = {
    audience: 'everyone',
    answerForm: 'applicability',
    departmentIds: [],
    chosen: [],
    ...asking,
  };
  return askedBy(whole, { serving, departments: DEPARTMENTS, appointments });
};

describe('a section with a 主任 and a 推進員', () => {
  const roster = [
    holds('A', 's1', 'chief'),
    holds('B', 's1', 'promoter'),
    holds('C', 's2', 'promoter'),
    holds('D', 's4', 'chief'),
  ];
  const asked = (asking: Partial<Asking>): readonly string[] => {
    const found = ask(asking, roster);
    return found.ok ? found.value.map(({ sectionId, role }) => `${sectionId} ${role}`) : [];
  };

  test.each<[Partial<Asking>, readonly string[]]>([
    [{}, ['s1 promoter', 's2 promoter', 's3 promoter', 's4 promoter']],
    [{ answerForm: 'count' }, ['s1 promoter', 's2 promoter', 's3 promoter', 's4 promoter']],
    [{ answerForm: 'words' }, ['s1 promoter', 's2 promoter', 's3 promoter', 's4 promoter']],
    [{ answerForm: 'document' }, ['s1 promoter', 's2 promoter', 's3 promoter', 's4 promoter']],
    [{ audience: 'departments', departmentIds: ['d1'] }, ['s1 promoter', 's2 promoter', 's3 promoter']],
    [{ audience: 'promoters' }, ['s1 promoter', 's2 promoter', 's3 promoter']],
    // Everybody's own.
    [{ answerForm: 'confirmation' }, ['s1 chief', 's1 promoter', 's2 promoter', 's3 promoter', 's4 chief']],
    [{ audience: 'chiefs' }, ['s1 chief', 's4 chief']],
    [{ audience: 'people', chosen: ['A', 'B'] }, ['s1 chief', 's1 promoter']],
    [{ audience: 'people', chosen: ['A'] }, ['s1 chief']],
  ])('%j', (asking, expected) => {
    expect(asked(asking)).toEqual(expected);
  });
});

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const;
const posts = fc.uniqueArray(
  fc.record({
    letter: fc.constantFrom(...LETTERS),
    sectionId: fc.constantFrom('s1', 's2', 's3', 's4'),
    role: fc.constantFrom('chief' as const, 'promoter' as const),
  }),
  { maxLength: 10, selector: ({ letter, sectionId, role }) => `${letter} ${sectionId} ${role}` },
);

/** Of any roster and any 対象 and 回答形式. */
const asking = fc.record({
  audience: fc.constantFrom(...INQUIRY_AUDIENCES),
  answerForm: fc.constantFrom(...ANSWER_FORMS),
  departmentIds: fc.subarray(['d1', 'd2']),
  chosen: fc.subarray([...LETTERS]),
});

test('of any roster a section that gives one answer is asked once, as its promoter, and none is left out', () => {
  fc.assert(
    fc.property(posts, asking, (held, how) => {
      const appointments = held.map(({ letter, sectionId, role }) => holds(letter, sectionId, role));
      const [found, each] = [
        ask(how, appointments),
        ask({ ...how, answerForm: 'confirmation' }, appointments),
      ];
      expect(found.ok).toBe(each.ok);
      if (!found.ok || !each.ok) return;
      const sectionsOf = (asked: typeof found.value) => [...new Set(asked.map(({ sectionId }) => sectionId))];
      expect(sectionsOf(found.value)).toEqual(sectionsOf(each.value));
      const isEachOwn =
        how.answerForm === 'confirmation' || how.audience === 'chiefs' || how.audience === 'people';
      if (isEachOwn) {
        expect(found.value).toEqual(each.value);
        return;
      }
      expect(found.value).toHaveLength(sectionsOf(found.value).length);
      expect(new Set(found.value.map(({ role }) => role))).toEqual(
        new Set(found.value.length === 0 ? [] : ['promoter']),
      );
    }),
  );
});

test('the numbers told are of the people and the sections that are asked', () => {
  fc.assert(
    fc.property(posts, asking, (held, how) => {
      const appointments = held.map(({ letter, sectionId, role }) => holds(letter, sectionId, role));
      const found = ask(how, appointments);
      if (!found.ok) return;
      const reach = reachOf(
        {
          title: '調査',
          documentNumber: '',
          requester: '',
          content: '',
          link: '',
          duty: 'other',
          dueOn: localDate('2026-12-10'),
          collectBy: null,
          ...how,
        },
        { serving, departments: DEPARTMENTS, appointments, people: [], secretariat: ['S'], away: [] },
      );
      const asked = new Set(found.value.map(({ sectionId, role }) => `${sectionId} ${role}`));
      const has = (sectionId: string, role: string) =>
        held.some((one) => one.sectionId === sectionId && one.role === role);
      // The 主任 of a section answers for it where it has no 推進員.
      const isAsked = ({ sectionId, role }: (typeof held)[number]) =>
        asked.has(`${sectionId} ${role}`) ||
        (role === 'chief' && asked.has(`${sectionId} promoter`) && !has(sectionId, 'promoter'));
      expect(reach.count).toEqual({
        people: new Set(held.filter(isAsked).map(({ letter }) => letter)).size,
        sections: new Set(found.value.map(({ sectionId }) => sectionId)).size,
      });
      // Whoever is not asked hears of it only in the place of a section that nobody serves.
      for (const { responsible } of reach.asked)
        expect(responsible.receivedBy).toBe(
          responsible.people.length > 0
            ? 'own'
            : responsible.receivers.includes('S')
              ? 'secretariat'
              : 'chiefs',
        );
    }),
  );
});
