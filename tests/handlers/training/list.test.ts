import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import facts from '../../support/fiscal-2023.json' with { type: 'json' };
import { type Practice, STAFF, startPractice } from '../../support/practice.ts';
import { answerTo, rowsOf } from '../steps.ts';
import { addPerson, addSection, appoint, attend, recordNone, recordTraining } from './steps.ts';

const CHANGE = ['内容を記録', '受講者', '編集', '記録を取り消す', 'この記録の変更'];
const OPEN = ['研修を記録', '開催なしを記録', '受講者をCSVで受け取る'];
const DIFFER = '参加者数と、記録された受講者の人数が異なります。報告書には参加者数を載せます。';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const list = (year: string, person = practice.secretary) =>
  answerTo(person, '/kyodo-training', `一覧 ${year}`);

/** The lines under a programme's name. */
const under = (plain: string, name: string): readonly string[] => {
  const lines = plain.split('\n');
  return lines.slice(lines.indexOf(name) + 1);
};

describe('the year 2023, recorded through the form', () => {
  beforeAll(async () => {
    for (const { programme, entries } of [
      { programme: '協働推進員研修', entries: { 開催日: '2024-01-10', 会場: '豊中市立文化芸術センター' } },
      { programme: '新規採用職員ステップ研修', entries: { 開催日: '2023-09-01', 会場: '市役所内' } },
      {
        programme: '係長級・技能長昇格前研修',
        entries: { 開催日: '2023-07-01', 終了日: '2023-09-30', 会場: null, 実施方法: '動画配信' },
      },
    ]) {
      const known = facts.training.find((training) => training.programme === programme);
      await recordTraining(practice, {
        ...entries,
        研修: programme,
        報告書での日付: '年月',
        参加者数: String(known?.participants),
      });
    }
  });

  test('is listed in programme order, as the report prints it, with 88, 67 and 92 people and no rate', async () => {
    const told = await list('令和5年度');
    expect([told.plain, told.buttons]).toEqual([
      [
        '令和5年度の研修',
        ...facts.training.flatMap(({ no, programme, printed, participants }) => [
          programme,
          `No ${no} ${printed}`,
          `参加者 ${participants}人`,
        ]),
      ].join('\n'),
      [...CHANGE, ...CHANGE, ...CHANGE, '前の年度', '次の年度', ...OPEN],
    ]);
  });

  test('is read by staff too, without a button to change anything', async () => {
    const told = await list('R5', practice.slack.person(STAFF));
    expect([told.plain.includes('参加者 92人'), told.buttons]).toEqual([true, ['前の年度', '次の年度']]);
  });

  test('gives a rate with its denominator once people are recorded, and says where the numbers differ', async () => {
    const { sectionId } = await addSection(practice, '市民課');
    const seats = Array.from({ length: 4 }, (_, index) => ({
      slackId: null,
      name: `推進員${index}`,
      sectionId,
      role: index === 0 ? ('chief' as const) : ('promoter' as const),
      from: '2023-04-01',
      to: index === 3 ? '2023-12-31' : '2024-03-31',
    }));
    const people: string[] = [];
    for (const each of seats) people.push(await appoint(practice, each));
    const [first = '', second = '', third = '', left = ''] = people;
    const guest = await addPerson(practice, null, '推進員でない人');
    const session = String(
      (await rowsOf(practice, 'select id from training_session where head_count = 92'))[0]?.id,
    );
    await attend(practice, session, [first, guest, left]);
    await attend(practice, session, [second], 'partial');
    await attend(practice, session, [third], 'absent');
    // Of the three who were 協働推進員 on the first day one was absent; one had left before, one never was.
    expect(under((await list('2023')).plain, '協働推進員研修')).toEqual([
      'No 3 令和6年1月 豊中市立文化芸術センター',
      '参加者 92人・記録された受講者 4名',
      DIFFER,
      '協働推進員の受講 2/3名(66.7%)',
    ]);
    await rowsOf(practice, 'update training_session set head_count = 4 where head_count = 92');
    expect(under((await list('2023')).plain, '協働推進員研修').slice(1)).toEqual([
      '参加者 4人・記録された受講者 4名',
      '協働推進員の受講 2/3名(66.7%)',
    ]);
    await rowsOf(practice, 'update training_session set head_count = null where head_count = 4');
    expect(under((await list('2023')).plain, '協働推進員研修').slice(1)).toEqual([
      '参加者 4人・記録された受講者 4名',
      '協働推進員の受講 2/3名(66.7%)',
    ]);
  });
});

test('numbers only what is settled, and what is printed together by one No; その他 comes last', async () => {
  const record = (entries: Parameters<typeof recordTraining>[1]) => recordTraining(practice, entries);
  await record({ 開催日: '2025-06-02', 研修: 'その他', その他の研修名: '手話研修', 会場: null });
  await record({ 開催日: '2025-05-02', 会場: null });
  await record({ 開催日: '2025-05-01', 研修: '新規採用職員ステップ研修', 会場: null });
  await record({ 開催日: '2025-05-12', 研修: '新規採用職員ステップ研修', 会場: null });
  await rowsOf(
    practice,
    `update training_session set printed_together = true where held_on in ('2025-05-01', '2025-05-12')`,
  );
  await recordNone(practice, '係長級・技能長昇格前研修', '令和7年度');
  const told = await list('7年度');
  expect(told.plain).toBe(
    [
      '令和7年度の研修',
      '新規採用職員ステップ研修',
      'No 1 令和7年5月1日',
      'まとめて掲載',
      'No 1 令和7年5月12日',
      'まとめて掲載',
      '係長級・技能長昇格前研修',
      '令和7年度は開催なし',
      '協働推進員研修',
      'No 2 令和7年5月2日',
      '手話研修',
      'No 3 令和7年6月2日',
    ].join('\n'),
  );
});

test('marks what is to come, and shows the code to those who may change it only', async () => {
  await recordTraining(practice, { 開催日: '2026-12-11', 受付: ['受付コードを発行する'] });
  const told = await list('');
  expect(under(told.plain, '協働推進員研修')[0]).toBe('【予定】令和8年12月11日 第1会議室');
  expect(under(told.plain, '協働推進員研修')[1]).toMatch(
    /^受付コード \d{3}-\d{3}\(令和8年12月11日\(金\)だけ\)$/u,
  );
  const staff = await list('', practice.slack.person(STAFF));
  expect(staff.plain).not.toContain('受付コード');
  const menu = await answerTo(practice.slack.person(STAFF), '/kyodo');
  expect([menu.plain, menu.buttons]).toEqual([
    expect.stringContaining('これからの研修\n・協働推進員研修 令和8年12月11日(金) 第1会議室'),
    expect.arrayContaining(['研修の一覧']),
  ]);
});

test('comes in pages of ten that turn in place', async () => {
  const [one] = await rowsOf(practice, 'select programme_id from training_session limit 1');
  await rowsOf(
    practice,
    `insert into training_session (workspace_id, id, programme_id, fiscal_year, way, precision, held_on, recorded_by,
       recorded_at, confirmed_at, held_confirmed_at)
     select 'T0PRACTICE', gen_random_uuid(), $1, 2022, 'onsite', 'day', date '2022-05-01' + n, 'U0SECRETARY', now(),
       now(), now() from generate_series(1, 300) n`,
    [one?.programme_id],
  );
  const { secretary, slack } = practice;
  const first = await list('2022');
  expect([first.plain.split('\n').at(-1), first.buttons.length]).toEqual(['1/30ページ', 56]);
  await secretary.press('次のページ', { in: first });
  const second = await slack.until(({ ts, edited }) => ts === first.ts && edited);
  expect(second.plain.split('\n')[2]).toBe('No 11 令和4年5月12日');
  await secretary.press('前のページ', { in: second });
  await slack.until(({ ts, plain }) => ts === first.ts && plain === first.plain);
});

test.each(['来年度', '1988', '令和5年度 令和6年度'])(
  'of 「%s」 can not be read and is answered with examples',
  async (typed) => {
    expect((await list(typed)).plain).toBe(
      '年度を読み取れませんでした。「令和5年度」「R5」「5年度」「2023」のように入力してください。',
    );
  },
);

test('of a year without anything says so under each programme', async () => {
  expect((await list('2024')).plain).toBe(
    [
      '令和6年度の研修',
      ...['新規採用職員ステップ研修', '係長級・技能長昇格前研修', '協働推進員研修'].flatMap((name) => [
        name,
        'まだ記録がありません。',
      ]),
    ].join('\n'),
  );
});

test('the help says what can be typed for training, each line to those who may', async () => {
  const record = '/kyodo-training … 研修を記録します(ショートカット「研修を記録」も同じです)';
  const listed = '/kyodo-training 一覧 年度・研修 … その年度の研修と人数を表示します(年度を省くと今年度)';
  const helps = [
    (await answerTo(practice.secretary, '/kyodo', 'ヘルプ')).plain,
    (await answerTo(practice.slack.person(STAFF), '/kyodo', 'ヘルプ')).plain,
  ];
  expect(helps.map((help) => [help.includes(record), help.includes(listed)])).toEqual([
    [true, true],
    [false, true],
  ]);
});

test('a part of a name after the command shows that training alone, with its No, and the other years of it', async () => {
  const shown = '「協働」を含む名前のものを表示しています。';
  const staff = practice.slack.person(STAFF);
  for (const typed of ['協働 令和5年度', 'R5 協働', '一覧 協働 R5'])
    expect((await answerTo(staff, '/kyodo-training', typed)).plain.split('\n').slice(0, 4)).toEqual([
      '令和5年度の研修',
      shown,
      '協働推進員研修',
      'No 3 令和6年1月 豊中市立文化芸術センター',
    ]);
  const there = await answerTo(staff, '/kyodo-training', 'R5 協働');
  await staff.press('次の年度', { in: there });
  const next = await practice.slack.until(({ ts, edited }) => ts === there.ts && edited);
  expect(next.plain.split('\n')).toEqual([
    '令和6年度の研修',
    shown,
    '協働推進員研修',
    'まだ記録がありません。',
  ]);
  expect((await answerTo(staff, '/kyodo-training', '一覧 2023 協動推進員研修')).plain.split('\n')).toEqual([
    '令和5年度の研修',
    '「協動推進員研修」を含む名前のものはありません。',
    '「協働推進員研修」のことでしょうか。',
  ]);
});
