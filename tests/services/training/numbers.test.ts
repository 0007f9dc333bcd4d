import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainStaff } from '../../../src/domain/actor.ts';
import type { TrainingNumbers } from '../../../src/domain/training/numbers.ts';
import { readTrainingLag } from '../../../src/services/training/read-lag.ts';
import { readTrainingNumbers } from '../../../src/services/training/read-numbers.ts';
import { trainingLagPart } from '../../../src/views/training/lag.ts';
import { trainingNumbersPart } from '../../../src/views/training/numbers.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { aPerson, aSession, programmeId } from '../../support/training-desk.ts';

const NEWCOMERS = '新規採用職員ステップ研修';
const PROMOTERS = '協働推進員研修';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('2024-02-01T10:00:00+09:00');
  await aSession(desk, NEWCOMERS, '2021-03-31', { headCount: 999 });
  await aSession(desk, NEWCOMERS, '2021-09-01', { headCount: 91 });
  await aSession(desk, NEWCOMERS, '2023-09-01', { headCount: 88, precision: 'month' });
  await aSession(desk, NEWCOMERS, '2024-03-01', { headCount: 777 });
  const [first, second] = [
    await aSession(desk, PROMOTERS, '2023-10-02'),
    await aSession(desk, PROMOTERS, '2024-01-18'),
  ];
  const people = [
    await aPerson(desk, '山田花子'),
    await aPerson(desk, '佐藤次郎'),
    await aPerson(desk, '鈴木三郎'),
  ];
  const entry = (
    sessionId: string,
    personId: string | undefined,
    state: 'present' | 'partial' | 'absent',
  ) => ({
    sessionId,
    personId: personId ?? '',
    state,
    note: '',
    at: desk.clock.now(),
    by: desk.secretary.id,
    source: 'organiser' as const,
  });
  await desk.record.attendances.enter([
    entry(first, people[0], 'present'),
    entry(first, people[1], 'partial'),
    entry(first, people[2], 'absent'),
    entry(second, people[0], 'present'),
  ]);
  await desk.record.programmes.recordNotHeld(await programmeId(desk, PROMOTERS, 2022), 2022, {
    reason: '',
    by: desk.secretary.id,
    at: desk.clock.now(),
  });
  await aSession(desk, PROMOTERS, '2023-06-01', { programme: 'other', otherName: 'まち歩き' });
});
afterAll(() => desk.stop());

const nothing = (year: number): TrainingNumbers => ({
  year,
  sessions: 0,
  participants: null,
  unknown: 0,
  attendances: 0,
  people: 0,
  notHeld: false,
});
const heads = (year: number, participants: number): TrainingNumbers => ({
  ...nothing(year),
  sessions: 1,
  participants,
});

test('three fiscal years by programme: settled training only, 延べ and 実人数 apart; what was never held is left out', async () => {
  expect(await readTrainingNumbers(desk, desk.secretary)).toEqual([
    { name: NEWCOMERS, years: [heads(2021, 91), nothing(2022), heads(2023, 88)] },
    {
      name: PROMOTERS,
      years: [
        nothing(2021),
        { ...nothing(2022), notHeld: true },
        { ...heads(2023, 3), sessions: 2, attendances: 3, people: 2 },
      ],
    },
    { name: null, years: [nothing(2021), nothing(2022), { ...nothing(2023), sessions: 1, unknown: 1 }] },
  ]);
});

const wordsOf = (blocks: ReturnType<typeof trainingNumbersPart>): readonly string[] =>
  blocks.flatMap((block) =>
    (block.type === 'section' || block.type === 'header') && block.text !== undefined
      ? [block.text.text]
      : [],
  );

test('the Home tab tells all of it in words, and shows the picture where Slack has it', async () => {
  const programmes = await readTrainingNumbers(desk, desk.secretary);
  const [head, image, ...rest] = trainingNumbersPart(programmes, 'F0PICTURE');
  expect(image).toEqual({
    type: 'image',
    slack_file: { id: 'F0PICTURE' },
    alt_text: expect.stringContaining('協働推進員研修:令和3年度 記録なし、令和4年度 開催なし、令和5年度 3人'),
  });
  expect(trainingNumbersPart(programmes, undefined)).toEqual([head, ...rest]);
  expect(wordsOf(trainingNumbersPart(programmes, undefined))).toEqual([
    '研修の人数(直近3年度)',
    `${NEWCOMERS}\n令和3年度 1回 91人\n令和4年度 記録なし\n令和5年度 1回 88人`,
    `${PROMOTERS}\n令和3年度 記録なし\n令和4年度 開催なし\n令和5年度 2回 3人(受講の記録 延べ3名、実人数2名)`,
    'その他の研修\n令和3年度 記録なし\n令和4年度 記録なし\n令和5年度 1回 人数の記録なし',
  ]);
});

test('nothing held is no part, and with many programmes the rest is counted', () => {
  expect(trainingNumbersPart([], 'F0PICTURE')).toEqual([]);
  const many = Array.from({ length: 11 }, (_, index) => ({
    name: `研修${index + 1}`,
    years: [heads(2023, 1)],
  }));
  const blocks = trainingNumbersPart(many, undefined);
  expect(wordsOf(blocks)).toHaveLength(9);
  expect(blocks.at(-1)).toMatchObject({
    elements: [{ text: 'ほか3件の研修があります。「研修の一覧」からご覧ください。' }],
  });
});

test('the numbers and the lag are for the secretariat only', async () => {
  const staff = plainStaff(desk.workspaceId, 'U0STAFF');
  expect([await readTrainingNumbers(desk, staff), await readTrainingLag(desk, staff)]).toEqual([
    [],
    undefined,
  ]);
});

const lagWords = async (now: string): Promise<readonly string[]> => {
  desk.clock.set(`${now}+09:00`);
  return wordsOf(trainingLagPart(await readTrainingLag(desk, desk.secretary)));
};

test('the lag stands on the Home tab from 15 April on while it lasts', async () => {
  expect([await lagWords('2023-04-16T10:00:00'), await lagWords('2024-02-01T10:00:00')]).toEqual([
    [],
    [
      '協働推進員研修の日程',
      '令和5年度の協働推進員研修は、年度の後半の開催です。来年度は、前半(9月まで)の開催をご検討ください。',
      '・令和5年10月2日(年度の初日から184日)\n・令和6年1月18日(年度の初日から292日)',
    ],
  ]);
  expect((await lagWords('2023-04-17T00:30:00'))[1]).toBe(
    '令和5年度の協働推進員研修は、年度の後半の予定です。新しい協働推進員が役割を早く知ることができるよう、前半(9月まで)の開催をご検討ください。',
  );
  expect((await lagWords('2024-12-02T10:00:00'))[1]).toBe(
    '令和6年度の協働推進員研修の日程が、まだ記録されていません。できるだけ早い開催をご検討ください。',
  );
});

test('a date in the first half ends it', async () => {
  await aSession(desk, PROMOTERS, '2025-05-12');
  expect(await lagWords('2025-06-02T10:00:00')).toEqual([]);
});
