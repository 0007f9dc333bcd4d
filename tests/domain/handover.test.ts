import { expect, test } from 'vitest';
import { type Actor, plainStaff } from '../../src/domain/actor.ts';
import { type HandoverScope, handoverScopesOf, ScopeParts, scopeParts } from '../../src/domain/handover.ts';

const D1 = '11111111-1111-4111-8111-111111111111';
const D2 = '22222222-2222-4222-8222-222222222222';
const [S1, S2, S3] = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-1111-4111-8111-111111111111`) as [
  string,
  string,
  string,
];
const staff = plainStaff('T0CITY', 'U0SOMEONE');
const secretariat: HandoverScope = { kind: 'secretariat' };
const section = (departmentId: string, sectionId: string): HandoverScope => ({
  kind: 'section',
  departmentId,
  sectionId,
});

test.each<[string, Partial<Actor>, readonly HandoverScope[]]>([
  ['staff', {}, []],
  ['a member of a body', { memberOf: ['b1'] }, []],
  ['the secretariat', { isSecretariat: true }, [secretariat]],
  [
    'a 推進員 of two sections',
    {
      posts: [
        { role: 'promoter', sectionId: S1, departmentId: D1 },
        { role: 'promoter', sectionId: S2, departmentId: D1 },
      ],
    },
    [section(D1, S1), section(D1, S2)],
  ],
  [
    'a 主任, who is 推進員 there and elsewhere too',
    {
      posts: [
        { role: 'chief', sectionId: S1, departmentId: D1 },
        { role: 'promoter', sectionId: S2, departmentId: D1 },
        { role: 'promoter', sectionId: S3, departmentId: D2 },
      ],
    },
    [{ kind: 'department', departmentId: D1 }, section(D2, S3)],
  ],
  [
    'one of the secretariat who is 推進員',
    { isSecretariat: true, posts: [{ role: 'promoter', sectionId: S1, departmentId: D1 }] },
    [secretariat, section(D1, S1)],
  ],
])('hands over what they hold: %s', (_who, is, scopes) => {
  expect(handoverScopesOf({ ...staff, ...is })).toEqual(scopes);
  expect(scopes.map((scope) => ScopeParts.parse(scopeParts(scope)))).toEqual(scopes);
});
