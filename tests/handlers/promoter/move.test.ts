import { afterEach, expect, test } from 'vitest';
import type { Practice } from '../../support/practice.ts';
import { openFrom, register, rosterOf, rowsShown, startWithRoster } from './steps.ts';

/** What happens to a section when its promoter moves on. */

const ONE_SECTION = [
  { department: '福祉部', section: '福祉課', name: '前任 一', email: 'mae@city.example' },
] as const;

let practice: Practice;
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The one section as the secretariat is shown it on a day. */
const sectionOn = async (day: string): Promise<readonly string[]> =>
  rowsShown(await rosterOf(practice.secretary, day));

const SUCCESSOR = {
  氏名: '後任 二',
  メール: 'ato@city.example',
  役割: '推進員',
  部局: '福祉部',
  '課・室等': '福祉課',
};
const VACANT = ['未選任(1課・室等)', '福祉部 福祉課'];
/** The same while 選任報告 of the new year is awaited. */
const AWAITED = ['選任報告待ち(1課・室等)', '福祉部 福祉課'];

test('without a successor the section is 選任報告待ち from 1 April and 未選任 from 1 May on, and who was there stays in the roster before', async () => {
  practice = await startWithRoster(ONE_SECTION, { now: '2027-02-19T10:00:00+09:00' });
  const change = await openFrom(practice, '変更', '前任 一');
  await change.fill({ 任期終了日: '2027-03-31', 変更の理由: '人事異動' });
  expect((await change.submit()).errors).toEqual({});

  expect(await sectionOn('令和9年3月31日')).toEqual(['福祉部', '福祉課 前任 一']);
  expect(await sectionOn('令和9年4月1日')).toEqual(VACANT);
  practice.clock.set('2027-04-01T00:30:00+09:00');
  expect(await sectionOn('')).toEqual(AWAITED);
  practice.clock.set('2027-05-01T00:30:00+09:00');
  expect(await sectionOn('')).toEqual(VACANT);
  expect(await sectionOn('令和8年度')).toEqual(['福祉部', '福祉課 前任 一']);
});

test('on 1 April with a successor there is no gap', async () => {
  practice = await startWithRoster(ONE_SECTION, { now: '2027-02-19T10:00:00+09:00' });
  expect(await register(practice, { ...SUCCESSOR, 任期開始日: '2027-04-01' })).toBe(
    '後任 二さんを、福祉課の協働推進員として登録しました。\n任期:令和9年4月1日(木)から令和10年3月31日(金)まで',
  );
  expect(await sectionOn('令和9年3月31日')).toEqual(['福祉部', '福祉課 前任 一']);
  expect(await sectionOn('令和9年4月1日')).toEqual(['福祉部', '福祉課 後任 二']);
});

test('in the middle of a year the former term ends the day before, and the form says so', async () => {
  practice = await startWithRoster(ONE_SECTION, { now: '2026-09-15T10:00:00+09:00' });
  expect(await register(practice, { ...SUCCESSOR, 任期開始日: '2026-10-01' })).toBe(
    [
      '後任 二さんを、福祉課の協働推進員として登録しました。',
      '任期:令和8年10月1日(木)から令和9年3月31日(水)まで',
      '前任の前任 一さんの任期を令和8年9月30日(水)までにしました。',
    ].join('\n'),
  );
  expect(await sectionOn('令和8年9月30日')).toEqual(['福祉部', '福祉課 前任 一(令和8年9月30日(水)まで)']);
  expect(await sectionOn('令和8年10月1日')).toEqual(['福祉部', '福祉課 後任 二(令和8年10月1日(木)から)']);
});

test('a former term that ends too early leaves a gap that shows as 未選任', async () => {
  practice = await startWithRoster(ONE_SECTION, { now: '2026-09-15T10:00:00+09:00' });
  const change = await openFrom(practice, '変更', '前任 一');
  await change.fill({ 任期終了日: '2026-09-20' });
  await change.submit();
  await register(practice, { ...SUCCESSOR, 任期開始日: '2026-10-01' });
  expect(await sectionOn('令和8年9月20日')).toEqual(['福祉部', '福祉課 前任 一(令和8年9月20日(日)まで)']);
  expect(await sectionOn('令和8年9月21日')).toEqual(VACANT);
  expect(await sectionOn('令和8年9月30日')).toEqual(VACANT);
  expect(await sectionOn('令和8年10月1日')).toEqual(['福祉部', '福祉課 後任 二(令和8年10月1日(木)から)']);
});

test.each([
  ['confirmed', {}],
  ['or an 未確認 copy of last year’s', { unconfirmed: true }],
] as const)('who would not have begun by then is cancelled, %s, and the form says so', async (_, facts) => {
  practice = await startWithRoster([{ ...ONE_SECTION[0], startsOn: '2027-04-01', ...facts }], {
    now: '2027-02-19T10:00:00+09:00',
  });
  expect(await register(practice, { ...SUCCESSOR, 任期開始日: '2027-04-01' })).toBe(
    [
      '後任 二さんを、福祉課の協働推進員として登録しました。',
      '任期:令和9年4月1日(木)から令和10年3月31日(金)まで',
      '令和9年4月1日(木)からの前任 一さんの登録を取り消しました(任期が重なるため)。',
    ].join('\n'),
  );
  expect(await sectionOn('令和9年4月1日')).toEqual(['福祉部', '福祉課 後任 二']);
});

test.each([
  ['by 前任とともに登録する', { 前任: '前任とともに登録する' }, '福祉課 後任 二(令和8年10月1日(木)から)'],
  [
    'where the roles are different',
    { 役割: '協働推進員(主任)' },
    '福祉課 協働推進員(主任) 後任 二(令和8年10月1日(木)から)',
  ],
])('two stand beside each other %s', async (_, entries, line) => {
  practice = await startWithRoster(ONE_SECTION, { now: '2026-10-15T10:00:00+09:00' });
  await register(practice, { ...SUCCESSOR, ...entries, 任期開始日: '2026-10-01' });
  expect((await sectionOn('')).toSorted()).toEqual(['福祉部', '福祉課 前任 一', line].toSorted());
});
