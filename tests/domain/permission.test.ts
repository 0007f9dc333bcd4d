import { describe, expect, test } from 'vitest';
import { type Actor, plainStaff } from '../../src/domain/actor.ts';
import {
  mayRecordMeeting,
  mayRecordSomeMeeting,
  maySeeContents,
} from '../../src/domain/meeting/permission.ts';
import { mayChangeOccasion } from '../../src/domain/occasion/permission.ts';
import {
  type Act,
  isSecretariat,
  KINDS,
  type Kind,
  kindsOf,
  may,
  PERMISSIONS,
  postToRecordFor,
  type Scope,
  scopeOf,
  type Target,
} from '../../src/domain/permission.ts';
import { aBody, aMeeting } from '../support/meetings.ts';

const ME = 'U0SOMEONE';
const OTHER = 'U0OTHER';
const HERE = { sectionId: 's1', departmentId: 'd1' };
const NEXT_DOOR = { sectionId: 's2', departmentId: 'd1' };
const ELSEWHERE = { sectionId: 's9', departmentId: 'd9' };
const CHIEF = { ...HERE, role: 'chief' } as const;
const PROMOTER = { ...HERE, role: 'promoter' } as const;

const staff = plainStaff('T0CITY', ME);
const ACTORS: Readonly<Record<Kind, Actor>> = {
  secretariat: { ...staff, isSecretariat: true },
  chief: { ...staff, posts: [CHIEF] },
  promoter: { ...staff, posts: [PROMOTER] },
  member: { ...staff, memberOf: ['b1'] },
  staff,
};

/** What an act may be done to: each is of nobody but in the one way it is named for. */
const TARGETS = {
  own: { owner: ME, ...ELSEWHERE, bodyId: 'b9' },
  section: { owner: OTHER, ...HERE, bodyId: 'b9' },
  department: { owner: OTHER, ...NEXT_DOOR, bodyId: 'b9' },
  body: { owner: OTHER, ...ELSEWHERE, bodyId: 'b1' },
  elsewhere: { owner: OTHER, ...ELSEWHERE, bodyId: 'b9' },
  nothing: {},
} as const satisfies Readonly<Record<string, Target>>;
type TargetName = keyof typeof TARGETS;

const EVERY: readonly TargetName[] = ['own', 'section', 'department', 'body', 'elsewhere', 'nothing'];
const OWN: readonly TargetName[] = ['own'];
const DEPARTMENT: readonly TargetName[] = ['own', 'section', 'department'];
const NONE: readonly TargetName[] = [];

type Cells = Readonly<Record<Kind, readonly TargetName[]>>;
const SECRETARIAT_ONLY: Cells = {
  secretariat: EVERY,
  chief: NONE,
  promoter: NONE,
  member: NONE,
  staff: NONE,
};
const CHIEF_TOO: Cells = { ...SECRETARIAT_ONLY, chief: DEPARTMENT };

/** The city's two tables, cell by cell: to what one of each kind may do each thing. */
const EXPECTED: Readonly<Record<Act, Cells>> = {
  'take-part': { secretariat: EVERY, chief: EVERY, promoter: EVERY, member: EVERY, staff: EVERY },
  'record-open-meeting': { ...CHIEF_TOO, promoter: ['section'] },
  'record-other-meeting': SECRETARIAT_ONLY,
  'record-training': { ...CHIEF_TOO, promoter: ['section'] },
  'record-attendance': { ...CHIEF_TOO, promoter: ['section'] },
  'see-attendance': { secretariat: EVERY, chief: DEPARTMENT, promoter: OWN, member: OWN, staff: OWN },
  'confirm-record': SECRETARIAT_ONLY,
  'manage-newsletter': SECRETARIAT_ONLY,
  'change-article': { secretariat: EVERY, chief: OWN, promoter: OWN, member: OWN, staff: OWN },
  'change-record': { ...CHIEF_TOO, promoter: OWN },
  'see-contents': { secretariat: EVERY, chief: OWN, promoter: OWN, member: ['body'], staff: NONE },
  'manage-action-item': { ...SECRETARIAT_ONLY, chief: OWN, promoter: OWN },
  'settle-action-item': { ...CHIEF_TOO, promoter: ['own', 'section'], member: OWN, staff: OWN },
  'confirm-minutes': SECRETARIAT_ONLY,
  manage: SECRETARIAT_ONLY,
  'report-roster': CHIEF_TOO,
  'see-coming-appointments': CHIEF_TOO,
  'enter-away': { secretariat: EVERY, chief: DEPARTMENT, promoter: OWN, member: OWN, staff: OWN },
  'see-away-days': { secretariat: EVERY, chief: OWN, promoter: OWN, member: OWN, staff: OWN },
  'see-away-today': { secretariat: EVERY, chief: DEPARTMENT, promoter: OWN, member: OWN, staff: OWN },
  'confirm-guide': { secretariat: OWN, chief: OWN, promoter: OWN, member: OWN, staff: OWN },
  'manage-inquiry': SECRETARIAT_ONLY,
  'answer-inquiry': { ...CHIEF_TOO, promoter: ['own', 'section'], member: OWN, staff: OWN },
  'oversee-inquiry': CHIEF_TOO,
  'manage-written-meeting': SECRETARIAT_ONLY,
  'answer-written-meeting': { ...SECRETARIAT_ONLY, chief: OWN, promoter: OWN, member: OWN, staff: OWN },
  'manage-opinions': SECRETARIAT_ONLY,
  'take-handover': { ...CHIEF_TOO, promoter: ['section'] },
  'see-audit': SECRETARIAT_ONLY,
};

const isAct = (name: string): name is Act => name in PERMISSIONS;
const CELLS = Object.keys(PERMISSIONS)
  .filter(isAct)
  .flatMap((act) => KINDS.map((kind) => [act, kind] as const));

test('the table has a column for every kind and this test a cell for every one of its cells', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted());
  expect(CELLS.map(([act, kind]) => PERMISSIONS[act][kind]).length).toBe(
    KINDS.length * Object.keys(EXPECTED).length,
  );
});

test.each(CELLS)('%s by %s reaches what it should and nothing else', (act, kind) => {
  expect(EVERY.filter((name) => may(ACTORS[kind], act, TARGETS[name]))).toEqual(EXPECTED[act][kind]);
});

describe('one who is several things', () => {
  const everything: Actor = { ...staff, isSecretariat: true, posts: [CHIEF, PROMOTER], memberOf: ['b1'] };

  test.each<[string, Actor, readonly Kind[]]>([
    ['the secretariat', ACTORS.secretariat, ['secretariat', 'staff']],
    ['a 主任, who is a 協働推進員 too', ACTORS.chief, ['chief', 'promoter', 'staff']],
    ['a 推進員', ACTORS.promoter, ['promoter', 'staff']],
    ['a member of a body', ACTORS.member, ['member', 'staff']],
    ['staff', ACTORS.staff, ['staff']],
    ['all of it', everything, ['secretariat', 'chief', 'promoter', 'member', 'staff']],
  ])('is all of them: %s', (_what, actor, kinds) => {
    expect(kindsOf(actor)).toEqual(kinds);
  });

  test('may do what any of it allows', () => {
    const both: Actor = { ...staff, posts: [PROMOTER], memberOf: ['b1'] };
    expect(EVERY.filter((name) => may(both, 'see-contents', TARGETS[name]))).toEqual(['own', 'body']);
    const ofTwo: Actor = { ...staff, posts: [PROMOTER, { ...ELSEWHERE, role: 'chief' }] };
    expect(EVERY.filter((name) => may(ofTwo, 'change-record', TARGETS[name]))).toEqual([
      'own',
      'body',
      'elsewhere',
    ]);
  });

  test('records for the section of which they are 推進員 rather than for that of their department', () => {
    const section = { ...NEXT_DOOR, role: 'promoter' } as const;
    expect(postToRecordFor({ ...staff, posts: [CHIEF, section] })).toBe(section);
    expect(postToRecordFor(ACTORS.chief)).toBe(CHIEF);
    expect(postToRecordFor(staff)).toBeUndefined();
  });
});

const kindsWho = (allowed: (actor: Actor) => boolean): readonly Kind[] =>
  KINDS.filter((kind) => allowed(ACTORS[kind]));

test.each([
  ['事務局', 'secretariat', ['secretariat']],
  ['協働推進員も', 'promoters', ['secretariat', 'chief', 'promoter']],
] as const)(
  'meetings of a body whose 記録できる人 is %s are recorded by them',
  (_who, recordableBy, kinds) => {
    expect(kindsWho((actor) => mayRecordMeeting(actor, aBody({ recordableBy })))).toEqual(kinds);
  },
);

test('the button 会議を記録 is shown to those who may record some meeting', () => {
  expect(kindsWho(mayRecordSomeMeeting)).toEqual(['secretariat', 'chief', 'promoter']);
});

test.each<[string, Parameters<typeof aMeeting>[0], readonly Kind[], readonly Kind[]]>([
  [
    'themselves',
    { recordedBy: ME, recordedFor: HERE },
    ['secretariat', 'chief', 'promoter'],
    ['secretariat', 'chief', 'promoter'],
  ],
  [
    'a 推進員 of their section',
    { recordedBy: OTHER, recordedFor: HERE },
    ['secretariat', 'chief'],
    ['secretariat'],
  ],
  [
    'a 推進員 of their department',
    { recordedBy: OTHER, recordedFor: NEXT_DOOR },
    ['secretariat', 'chief'],
    ['secretariat'],
  ],
  [
    'a 推進員 of another department',
    { recordedBy: OTHER, recordedFor: ELSEWHERE },
    ['secretariat'],
    ['secretariat'],
  ],
  ['the secretariat', { recordedBy: OTHER, recordedFor: null }, ['secretariat'], ['secretariat']],
  [
    'the secretariat, for their body',
    { recordedBy: OTHER, bodyId: 'b1' },
    ['secretariat'],
    ['secretariat', 'member'],
  ],
])('a meeting recorded by %s is changed, and its contents seen, by them', (_who, facts, change, see) => {
  const meeting = aMeeting({ bodyId: 'b9', ...facts });
  expect([
    kindsWho((actor) => mayChangeOccasion(actor, meeting)),
    kindsWho((actor) => maySeeContents(actor, meeting)),
  ]).toEqual([change, see]);
});

test('only the secretariat is the secretariat', () => {
  expect(kindsWho(isSecretariat)).toEqual(['secretariat']);
});

describe('what many are looked for by reaches as far as the table says', () => {
  const isWithin = ({ all, owner, departmentIds, sectionIds, bodyIds }: Scope, target: Target): boolean =>
    all ||
    (owner !== null && owner === target.owner) ||
    departmentIds.some((id) => id === target.departmentId) ||
    sectionIds.some((id) => id === target.sectionId) ||
    bodyIds.some((id) => id === target.bodyId);
  const acts = Object.keys(PERMISSIONS) as Act[];
  const everybody: readonly Actor[] = [
    ...Object.values(ACTORS),
    { ...staff, posts: [CHIEF, { ...ELSEWHERE, role: 'promoter' }], memberOf: ['b1'] },
  ];

  test.each(acts)('%s', (act) => {
    const answers = everybody.flatMap((actor) =>
      EVERY.map((name) => [may(actor, act, TARGETS[name]), isWithin(scopeOf(actor, act), TARGETS[name])]),
    );
    expect(answers.map(([, within]) => within)).toEqual(answers.map(([may]) => may));
  });
});
