import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { putRoster, type RosterLine } from '../../support/promoters.ts';
import { homeOf } from '../asked-city.ts';
import { answerTo, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** April of a city that chooses its promoters after the personnel changes: nobody is appointed for 令和9年度 yet. */

const CHIEF = 'U0CHIEF';
const PROMOTER = 'U0PROMOTER';
const NEIGHBOUR = 'U0NEIGHBOUR';
const LAST_YEAR: readonly RosterLine[] = [
  { department: '福祉部', section: '福祉総務課', name: '主任 一郎', slackId: CHIEF, role: 'chief' },
  { department: '福祉部', section: '福祉課', name: '推進 二郎', slackId: PROMOTER },
  { department: '福祉部', section: '高齢課', name: '推進 三子' },
  { department: '福祉部', section: '児童課', name: '推進 四郎' },
  { department: '環境部', section: '環境課', name: '隣部 五子', slackId: NEIGHBOUR, role: 'chief' },
];
const REPORTING = '福祉部の令和9年度の協働推進員の選任報告をお願いします';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2027-03-26T10:00:00+09:00',
    people: LAST_YEAR.flatMap(({ slackId: id, name: real_name = '' }) =>
      id === undefined ? [] : [{ id, real_name }],
    ),
  });
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, LAST_YEAR, practice.clock.now()));
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const list = async (person: Practice['secretary'], day = ''): Promise<string> =>
  (await answerTo(person, '/kyodo-promoter', `一覧 ${day}`)).plain;

/** 協働推進員をn名選任 of 令和9年度 as chapter 5 counts them. */
const appointed = () =>
  withDatabase(
    practice,
    async (db) => (await readChapter5({ clock: practice.clock, db }, WORKSPACE, 2027)).appointed,
  );

/** Asks 協働推進員全員 by the form, at once. */
const askEverybody = async (): Promise<void> => {
  const form = await (await practice.secretary.command('/kyodo-inquiry', '作成')).opened();
  await form.fill({
    件名: '春の調査',
    内容: '該当する事業をお知らせください。',
    区分: '大阪府からの調査',
    回答期限: '2027-04-23',
    対象: '協働推進員全員(主任を含む)',
    回答形式: '該当の有無と記述',
    送信: '今すぐ送る',
  });
  const { form: confirmation } = await form.submit();
  expect(confirmation?.text).toContain('協働推進員5名(5課・室等)に照会します。お知らせが届くのは3名です。');
  await confirmation?.submit();
};

const openReport = async (): Promise<Form> =>
  (await practice.slack.person(CHIEF).command('/kyodo-promoter', '選任報告')).opened();

test('on 1 April nobody is appointed: the sections wait for 選任報告, and chapter 5 counts nobody', async () => {
  practice.clock.set('2027-04-01T10:00:00+09:00');
  const shown = await list(practice.secretary);
  expect(shown).toContain('選任報告待ち(5課・室等)');
  expect(shown).not.toContain('未選任');
  expect((await homeOf(practice, SECRETARY)).text).toContain(
    '選任報告待ち\n選任報告を待っている課・室等が5あります。令和9年4月30日(金)までは、3月31日に務めていた方に用件が届きます。',
  );
  expect((await homeOf(practice, CHIEF)).text).toContain('福祉総務課 【選任報告待ち】');
  expect(await appointed()).toEqual({ onFirstDay: 0, later: 0 });
});

test('an inquiry of 5 April reaches who served on 31 March, and they answer it', async () => {
  practice.clock.set('2027-04-05T10:00:00+09:00');
  await askEverybody();
  const asked = await practice.slack.dm(PROMOTER).next(({ plain }) => plain.includes('春の調査'));
  expect(asked.plain).toContain('福祉部 福祉課の分です。');
  await practice.slack.dm(NEIGHBOUR).next(({ plain }) => plain.includes('春の調査'));
  // Of those whom Slack does not reach last year's 主任 hears.
  const fallen = await practice.slack.dm(CHIEF).next(({ plain }) => plain.includes('春の調査'));
  expect(fallen.plain).toContain('高齢課');
  const form = await (await practice.slack.person(PROMOTER).press('回答する', { in: asked })).opened();
  await form.fill({ 該当: '該当なし' });
  expect((await form.submit()).errors).toEqual({});
  expect(await rowsOf(practice, 'select by from inquiry_answer')).toEqual([{ by: PROMOTER }]);
});

test('on 9 April the 主任 of 31 March reports: two changed, 残りはすべて変更なし', async () => {
  practice.clock.set('2027-04-09T10:00:00+09:00');
  const form = await openReport();
  const replace = async (place: string, entries: Parameters<Form['fill']>[0]): Promise<void> => {
    const choose = await (await form.press('別の人を選ぶ', { block: place })).opened();
    await choose.fill(entries);
    expect((await choose.submit()).errors).toEqual({});
  };
  // One is there from 1 April on, the other from the day that is offered.
  await replace('place:2', { 氏名: '新任 六子', 任期開始日: '2027-04-01' });
  await replace('place:3', { 氏名: '新任 七郎' });
  const again = await openReport();
  await again.press('残りはすべて変更なし');
  await again.until(({ text }) => text.includes('報告するものはすべて報告済みです。'));
  expect(again.text.match(/報告済み\([^・]*・/gu)).toEqual([
    '報告済み(変更なし・',
    '報告済み(変更なし・',
    '報告済み(新任 六子・',
    '報告済み(新任 七郎・',
  ]);
  expect(again.buttons).not.toContain('残りはすべて変更なし');
  expect(await list(practice.slack.person(STAFF))).toContain('福祉課 【選任報告待ち】');
});

test('環境部, which did not report, is reminded in its own time', async () => {
  await runJobsAt(practice, '2027-04-19T09:00:00');
  await runJobsAt(practice, '2027-04-20T09:00:00');
  const told = await practice.slack
    .dm(NEIGHBOUR)
    .next(({ plain }) => plain.includes('環境部の令和9年度の協働推進員の選任報告をお願いします'));
  expect(told.plain).toContain('期限:令和9年4月30日(金) あと7開庁日');
  expect(practice.slack.messages(CHIEF).some(({ plain }) => plain.includes(REPORTING))).toBe(false);
  const form = await (await practice.slack.person(NEIGHBOUR).press('選任を報告', { in: told })).opened();
  await form.press('変更なし');
  await form.until(({ text }) => text.includes('報告するものはすべて報告済みです。'));
});

test('the secretariat sees what differs and confirms all departments at once, with a way back', async () => {
  const form = await (await (await homeOf(practice, SECRETARY)).press('名簿を確認')).opened();
  for (const part of [
    '令和9年度の全部局:報告済み5件(変更なし3、交代2、新規0)',
    '福祉部\n報告済み4件(変更なし2、交代2、新規0)、未報告0件',
    '・高齢課 協働推進員:推進 三子 → 新任 六子',
    '・児童課 協働推進員:推進 四郎 → 新任 七郎',
    '環境部\n報告済み1件(変更なし1、交代0、新規0)、未報告0件',
  ])
    expect(form.text).toContain(part);
  await form.press('すべての部局を確認する');
  await form.until(({ text }) => text.includes('2部局の5件を確認しました。'));
  await form.press('取り消す');
  await form.until(({ text }) => text.includes('令和9年度の全部局:報告済み5件'));
  expect(await appointed()).toEqual({ onFirstDay: 0, later: 0 });
  await form.press('すべての部局を確認する');
  await form.until(({ text }) => text.includes('2部局の5件を確認しました。'));
});

test('chapter 5 counts who holds a confirmed appointment on 1 April, and one who began later beside them', async () => {
  expect(await appointed()).toEqual({ onFirstDay: 4, later: 1 });
  const shown = await list(practice.secretary);
  expect(shown).not.toContain('選任報告待ち');
  expect(shown).toContain('協働推進員5名');
});
