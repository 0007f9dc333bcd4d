import { describe, expect, test } from 'vitest';
import { type Actor, plainStaff } from '../../../src/domain/actor.ts';
import type { InquiryState } from '../../../src/domain/inquiry/inquiry.ts';
import { answersAs, closedProblem, mayOversee } from '../../../src/domain/inquiry/standing.ts';

const HERE = { sectionId: 's1', departmentId: 'd1' };
const staff: Actor = { ...plainStaff('T0CITY', 'U0SOMEONE'), personId: 'p1' };
const as = (post: Partial<Actor['posts'][number]>): Actor => ({
  ...staff,
  posts: [{ role: 'promoter', ...HERE, ...post }],
});
const secretary: Actor = { ...staff, isSecretariat: true };

describe('who answers for a section', () => {
  const asked = (delegateId: string | null = null) => ({ sectionId: 's1', delegateId });

  test.each<[string, Actor, string | null, string | undefined]>([
    ['its promoter, as one of it', as({}), null, 'own'],
    ['its promoter, though another was named', as({}), 'p9', 'own'],
    ['a 主任 of that section', as({ role: 'chief' }), null, 'own'],
    ['the 主任 of the department, in its place', as({ role: 'chief', sectionId: 's2' }), null, 'on-behalf'],
    ['the 主任 of the department, named for it', as({ role: 'chief', sectionId: 's2' }), 'p1', 'own'],
    ['the secretariat, in its place', secretary, null, 'on-behalf'],
    ['one of the secretariat who holds it', { ...secretary, posts: as({}).posts }, null, 'own'],
    ['one of the staff who was named for it', staff, 'p1', 'own'],
    ['a promoter next door', as({ sectionId: 's2' }), null, undefined],
    ['a 主任 elsewhere', as({ role: 'chief', sectionId: 's9', departmentId: 'd9' }), null, undefined],
    ['staff', staff, null, undefined],
    ['one without a row where nobody was named', { ...staff, personId: null }, null, undefined],
  ])('%s', (_who, actor, delegateId, expected) => {
    expect(answersAs(actor, asked(delegateId), 'd1')).toBe(expected);
  });
});

test('the 主任 of the department and the secretariat oversee it', () => {
  const chief = as({ role: 'chief' });
  expect([chief, secretary, as({}), staff].map((actor) => mayOversee(actor, 'd1'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(mayOversee(chief, 'd9')).toBe(false);
});

const STATES: readonly InquiryState[] = ['draft', 'open', 'closed', 'tallied', 'cancelled'];
test('answers are taken while it is open', () => {
  expect(Object.fromEntries(STATES.map((state) => [state, closedProblem({ state })?.kind]))).toEqual({
    draft: 'gone',
    open: undefined,
    closed: 'inquiry-closed',
    tallied: 'inquiry-closed',
    cancelled: 'inquiry-cancelled',
  });
});
