import { describe, expect, test } from 'vitest';
import { keptSession, trainingChanges } from '../../../src/domain/training/history.ts';
import {
  chosenIn,
  countsDiffer,
  participantsOf,
  printTrainingDate,
  programmeProblem,
  TrainingContentsDraft,
  TrainingDraft,
  trainingFrom,
} from '../../../src/domain/training/training.ts';
import { byProgramme, trainingNumbers } from '../../../src/domain/training/year.ts';
import { month, months, day as on } from '../../support/record-dates.ts';
import { aTraining } from '../../support/trainings.ts';

const PROGRAMME = '00000000-0000-4000-8000-0000000000d1';

const draft = (fields: object): TrainingDraft =>
  TrainingDraft.parse({
    programme: PROGRAMME,
    way: 'onsite',
    heldOn: '2024-01-10',
    precision: 'month',
    audience: 'open',
    ...fields,
  });

describe('the session a draft describes', () => {
  test('is that of its fields', () => {
    expect(trainingFrom(draft({ place: ' 市役所内 ', headCount: '88' }))).toEqual({
      ok: true,
      value: {
        programmeId: PROGRAMME,
        otherName: '',
        way: 'onsite',
        date: { kind: 'month', month: '2024-01' },
        place: '市役所内',
        audience: 'open',
        headCount: 88,
      },
    });
  });

  test.each([
    [{ programme: 'other' }, { field: 'otherName', kind: 'other-name-needed' }],
    [
      { programme: 'other', otherName: '　' },
      { field: 'otherName', kind: 'other-name-needed' },
    ],
    [{ otherName: '手話研修' }, { field: 'otherName', kind: 'other-name-not-needed' }],
    [{ audience: 'chosen' }, { field: 'invitees', kind: 'invitees-needed' }],
    [
      { heldOn: '1989-03-31', precision: 'day' },
      { field: 'heldOn', kind: 'before-record' },
    ],
    [
      { heldUntil: '2024-02-01', precision: 'until' },
      { field: 'heldUntil', kind: 'until-takes-no-end' },
    ],
  ])('is none for %j', (fields, error) => {
    expect(trainingFrom(draft(fields))).toEqual({ ok: false, error });
  });

  test('has 対象者 only with 選ぶ', () => {
    const invitees = ['U0A', 'U0B'];
    expect([chosenIn(draft({ invitees })), chosenIn(draft({ invitees, audience: 'chosen' }))]).toEqual([
      [],
      invitees,
    ]);
  });

  test.each([
    [undefined, false, { field: 'programme', kind: 'unknown-programme' }],
    [{ name: '協働推進員研修' }, false, undefined],
    [
      { name: '協働推進員研修' },
      true,
      { field: 'heldOn', kind: 'training-not-held-stands', name: '協働推進員研修', fiscalYear: 2023 },
    ],
  ])('is refused for its programme %j while 開催なし is %s: %j', (programme, isNotHeld, problem) => {
    expect(programmeProblem(programme, isNotHeld, 2023)).toEqual(problem);
  });

  test.each(['', 'https://example.jp/a', 'http://example.jp'])('may have the material at 「%s」', (link) => {
    expect(TrainingContentsDraft.parse({ link })).toEqual({ lecturer: '', content: '', link });
  });
});

test.each([
  [{ date: month('2023-09'), place: '市役所内' }, '令和5年9月 市役所内'],
  [
    { date: months('2023-07', '2023-09'), place: '', way: 'video' as const },
    '令和5年7月から9月まで *動画配信',
  ],
  [
    { date: on('2023-10-03'), place: '第1会議室', way: 'video' as const },
    '令和5年10月3日 第1会議室 *動画配信',
  ],
])('日時・場所 of %j is printed %s', (facts, printed) => {
  expect(printTrainingDate(aTraining(facts))).toBe(printed);
});

test.each([
  [null, { present: 0, partial: 0, absent: 0 }, null, false],
  [92, { present: 0, partial: 0, absent: 0 }, 92, false],
  [92, { present: 90, partial: 2, absent: 20 }, 92, false],
  [92, { present: 90, partial: 1, absent: 0 }, 92, true],
  [0, { present: 0, partial: 0, absent: 3 }, 0, false],
  [null, { present: 3, partial: 2, absent: 4 }, 5, false],
  [null, { present: 0, partial: 0, absent: 4 }, 0, false],
])(
  'of the head count %s and %j there are %s 参加者; whether the two differ: %s',
  (headCount, recorded, count, differ) => {
    expect([participantsOf({ headCount }, recorded), countsDiffer({ headCount }, recorded)]).toEqual([
      count,
      differ,
    ]);
  },
);

test('the No counts rows over all programmes: settled sessions only, まとめて掲載 as one, その他 last', () => {
  const programmes = [
    { id: 'p1', name: '一', position: 1, forPromoters: false, since: 2023, example: false },
    { id: 'p2', name: '二', position: 2, forPromoters: true, since: 2023, example: false },
    { id: 'later', name: '後の年から', position: 3, forPromoters: false, since: 2025, example: false },
  ];
  const session = (id: string, programmeId: string | null, more = {}) => ({
    session: aTraining({ id, programmeId, otherName: programmeId === null ? '手話' : '', ...more }),
    standing: id.startsWith('planned') ? ('planned' as const) : ('settled' as const),
  });
  const parts = byProgramme(
    programmes,
    [
      session('other', null),
      session('two', 'p2'),
      session('a', 'p1', { printedTogether: true }),
      session('b', 'p1'),
      session('planned', 'p1', { printedTogether: true }),
      session('c', 'p1', { printedTogether: true }),
    ],
    [],
    2023,
  );
  expect(parts.map(({ name, sessions }) => [name, sessions.map((one) => one.session.id)])).toEqual([
    ['一', ['a', 'b', 'planned', 'c']],
    ['二', ['two']],
    ['手話', ['other']],
  ]);
  expect([...trainingNumbers(parts)]).toEqual([
    ['a', 1],
    ['c', 1],
    ['b', 2],
    ['two', 3],
    ['other', 4],
  ]);
});

test('a change tells what stood before, and of the code only that there was one', () => {
  const before = aTraining({ code: '382945', headCount: null });
  const after = aTraining({ code: null, headCount: 92, place: '市役所内', printedTogether: true });
  const kept = keptSession(before, ['b', 'a']);
  expect(JSON.stringify(kept)).not.toContain('382945');
  const at = new Date('2024-02-01T10:00:00+09:00');
  const line = { at, actor: 'U0JIMU', via: 'slack', subject: 's', reason: '誤り', names: {} };
  expect(
    trainingChanges([
      { ...line, action: 'edit-training', before: kept, after: keptSession(after, ['a', 'b']) },
      { ...line, action: 'record-training-contents', before: {}, after: {} },
      { ...line, action: 'confirm-training', before: { confirmed: false }, after: { confirmed: true } },
    ]),
  ).toEqual([
    {
      at,
      actor: 'U0JIMU',
      reason: '誤り',
      before: {
        printed: '令和6年1月 豊中市立文化芸術センター',
        headCount: null,
        reception: true,
        printedTogether: false,
      },
    },
    { at, actor: 'U0JIMU', reason: '誤り', before: { contents: true } },
  ]);
});
