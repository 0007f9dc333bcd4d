import { afterEach, beforeEach, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { rollOverRoster } from '../../../src/services/roster/roll-over.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { ask, CHIEF, homeOf, NEWCOMER, PROMOTER, SUCCESSOR, startAskedCity } from '../asked-city.ts';
import { rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** What the secretariat confirms, takes back or imports shows at once in every message that asks for it. */

const ASKS = '選任報告をお願いします';
const HEADERS = '氏名,メール,部局,課,役割,任期開始日,任期終了日';
const CHIEF_ROW = '主任 一郎,u0chief@city.example,福祉部,福祉総務課,主任,R9.4.1,';
const PROMOTER_ROW = '青空 そら,u0promoter@city.example,福祉部,福祉課,推進員,R9.4.1,';
const COLLEAGUE_ROW = '同僚 ひかり,u0colleague@city.example,福祉部,福祉課,推進員,R9.4.1,';
const PAPER_ROW = '紙山 とおる,,福祉部,高齢課,推進員,R9.4.1,';
const CHILD_ROW = '後任 よしみ,u0successor@city.example,福祉部,児童課,推進員,R9.4.1,';
const WHOLE = [CHIEF_ROW, PROMOTER_ROW, COLLEAGUE_ROW, PAPER_ROW, CHILD_ROW];

let practice: Practice;
beforeEach(async () => {
  practice = await startAskedCity('2027-02-26T10:00:00+09:00');
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The message that asks a person for something: it, once it says some words or has no button any more. */
const cardOf = async (person: string, asks: string) => {
  const dm = practice.slack.dm(person);
  const { ts } = await dm.next(({ plain }) => plain.includes(asks));
  return {
    saying: (words: string) => dm.until((one) => one.ts === ts && one.plain.includes(words)),
    settled: () => dm.until((one) => one.ts === ts && one.buttons.length === 0),
  };
};

const openList = async (): Promise<Form> =>
  (await (await homeOf(practice, SECRETARY)).press('名簿を確認')).opened();

/** The 主任 reports somebody else for a place, from 1 April on. */
const reportOther = async (place: string, person: string): Promise<void> => {
  const chief = practice.slack.person(CHIEF);
  const report = await (await chief.command('/kyodo-promoter', '選任報告')).opened();
  const choose = await (await report.press('別の人を選ぶ', { block: place })).opened();
  await choose.fill({ 職員: person, 任期開始日: '2027-04-01' });
  expect((await choose.submit()).errors).toEqual({});
};

const importRows = async (rows: readonly string[]): Promise<void> => {
  const form = await (await practice.secretary.command('/kyodo-promoter', '取込')).opened();
  await form.fill({ ファイル: { name: 'meibo.csv', content: [HEADERS, ...rows].join('\n') } });
  const { form: preview, errors } = await form.submit();
  expect(errors).toEqual({});
  await preview?.submit();
  await (await preview?.until(({ title }) => title === '取り込みました'))?.close({ all: true });
};

test('one place that the secretariat confirms is asked of nobody any more, and is again after 取り消す', async () => {
  await runJobsAt(practice, '2027-03-01T09:00:00');
  const card = await cardOf(CHIEF, `${ASKS}(報告待ち5件)`);
  const list = await openList();
  const [row] = await rowsOf(practice, "select id from department where name = '福祉部'");
  await list.press('1件ずつ見る', { block: `department:2027:${String(row?.id)}` });
  await list.until(({ text }) => text.includes('福祉部 令和9年度'));
  await list.press('確認する');
  await list.until(({ text }) => text.includes('福祉部の1件を確認しました。'));
  await card.saying('報告待ち4件');
  await list.press('取り消す', { block: 'done' });
  await card.saying('報告待ち5件');
});

test('what is copied for the next year after it was reported otherwise is asked too', async () => {
  await runJobsAt(practice, '2027-03-01T09:00:00');
  const card = await cardOf(CHIEF, `${ASKS}(報告待ち5件)`);
  const form = await (await practice.secretary.command('/kyodo-promoter', '登録')).opened();
  await form.fill({
    職員: NEWCOMER,
    役割: '推進員',
    部局: '福祉部',
    '課・室等': '児童課',
    任期開始日: '2027-03-01',
  });
  await (await form.submit()).form?.close();
  await reportOther('place:4', SUCCESSOR);
  await card.saying('報告待ち4件');
  await withDatabase(practice, (db) => rollOverRoster({ clock: practice.clock, db }, WORKSPACE));
  await card.saying('報告待ち5件');
});

test('an imported roster settles every message that asks for it; what a later one leaves out is asked in the newest', async () => {
  await runJobsAt(practice, '2027-03-01T09:00:00');
  const first = await cardOf(CHIEF, `${ASKS}(報告待ち5件)`);
  await runJobsAt(practice, '2027-04-20T09:00:00');
  const second = await cardOf(CHIEF, `${ASKS}(報告待ち5件)`);
  await first.saying('最新のお知らせをご覧ください');
  await importRows(WHOLE);
  expect((await second.settled()).plain).toContain('福祉部の令和9年度の選任報告は済みました。');
  expect((await first.saying('選任報告:済み')).buttons).toEqual([]);
  await importRows(WHOLE.filter((row) => row !== PAPER_ROW));
  expect((await second.saying('報告待ち1件')).buttons).toEqual(['選任を報告', '翌開庁日に再通知']);
  expect((await first.saying('最新のお知らせをご覧ください')).buttons).toEqual([]);
});

test('who is confirmed in April has what was asked of who served until then, whose message says so', async () => {
  await runJobsAt(practice, '2027-04-08T09:00:00');
  await ask(practice, {
    title: '引き継がれる調査',
    audience: 'people',
    chosen: [PROMOTER],
    dueOn: localDate('2027-05-20'),
  });
  await runJobsAt(practice, '2027-04-09T09:00:00');
  const former = await cardOf(PROMOTER, '引き継がれる調査');
  await reportOther('place:1', NEWCOMER);
  await (await openList()).press('この部局を確認する');
  expect((await former.settled()).plain).toContain('新人 まことさんにお願いしています');
});
