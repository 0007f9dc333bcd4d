import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { rollOverRoster } from '../../../src/services/roster/roll-over.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { putRoster, type RosterLine } from '../../support/promoters.ts';
import { actorOf, answerTo, auditOf, recordAs, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

const CHIEF = 'U0CHIEF';
const PROMOTER = 'U0PROMOTER';
const CITY: readonly RosterLine[] = [
  { department: '福祉部', section: '福祉総務課', name: '主任 一郎', slackId: CHIEF, role: 'chief' },
  { department: '福祉部', section: '福祉課', name: '推進 二郎', slackId: PROMOTER },
  { department: '福祉部', section: '空席課' },
  { department: '環境部', section: '環境課', name: '隣部 三郎' },
];

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({
    now: '2027-03-01T09:00:00+09:00',
    people: [
      { id: CHIEF, real_name: '主任 一郎' },
      { id: PROMOTER, real_name: '推進 二郎' },
    ],
  });
  await withDatabase(practice, async (db) => {
    await putRoster(db, WORKSPACE, CITY, practice.clock.now());
    await rollOverRoster({ clock: practice.clock, db }, WORKSPACE);
  });
  practice.clock.set('2027-03-10T10:00:00+09:00');
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const homeOf = async (person: string): Promise<Form> => {
  const driver = practice.slack.person(person);
  const before = driver.home?.hash;
  await driver.openHome();
  return driver.homeUntil(({ hash }) => hash !== before);
};

/** The 主任 reports both places of 福祉部 as unchanged. */
const reportAll = async (): Promise<void> => {
  const form = await (await practice.slack.person(CHIEF).command('/kyodo-promoter', '選任報告')).opened();
  await form.press('変更なし', { block: 'place:0' });
  await form.until(({ buttons }) => buttons.filter((words) => words === '変更なし').length === 1);
  await form.press('変更なし', { block: 'place:1' });
  await form.until(({ buttons }) => !buttons.includes('変更なし'));
};

const openList = async (): Promise<Form> => (await (await homeOf(SECRETARY)).press('名簿を確認')).opened();

/** How the copies of a department stand. */
const confirmed = async (): Promise<readonly unknown[]> =>
  (
    await rowsOf(
      practice,
      `select p.name from appointment a join person p on p.id = a.person_id
       where fiscal_year = 2027 and confirmed_at is not null and cancelled_at is null order by p.name`,
    )
  ).map(({ name }) => name);

/** What somebody is today, as the bot sees them: whether they may open 選任を報告. */
const mayReport = async (person: string): Promise<boolean> =>
  (await answerTo(practice.slack.person(person), '/kyodo')).buttons.includes('選任を報告');

describe('the secretariat', () => {
  test('confirms a department in one press, with a way back; from 1 April it counts', async () => {
    await reportAll();
    const form = await openList();
    expect(form.text.split('\n')).toEqual([
      '名簿を確認',
      '確認すると、任期の初日から協働推進員になります。報告のないものは「1件ずつ見る」から確認できます。',
      '令和9年度の名簿',
      '福祉部',
      '報告済み2件(変更なし2、交代0、新規0)、未報告0件',
      '環境部',
      '報告済み0件、未報告1件',
    ]);
    expect(form.buttons).toEqual(['この部局を確認する', '1件ずつ見る', '1件ずつ見る']);
    await form.press('この部局を確認する');
    await form.until(({ text }) => text.includes('令和9年3月10日(水) 10:00に、福祉部の2件を確認しました。'));
    expect(await confirmed()).toEqual(['主任 一郎', '推進 二郎'].toSorted());
    await form.press('取り消す');
    await form.until(({ text }) => text.includes('報告済み2件(変更なし2、交代0、新規0)、未報告0件'));
    expect(await confirmed()).toEqual([]);
    await form.press('この部局を確認する');
    await form.until(({ text }) => text.includes('確認しました'));
    practice.clock.set('2027-03-31T23:59:00+09:00');
    expect(await mayReport(CHIEF)).toBe(true);
    practice.clock.set('2027-04-01T00:00:00+09:00');
    expect([await mayReport(CHIEF), await mayReport(PROMOTER)]).toEqual([true, false]);
    expect(await auditOf(practice, SECRETARY)).toEqual([
      ...Array.from({ length: 2 }, () => 'confirm-appointments'),
      ...Array.from({ length: 2 }, () => 'take-back-confirmation'),
      ...Array.from({ length: 2 }, () => 'confirm-appointments'),
    ]);
  });

  test('confirms or cancels one after the other, what was not reported too', async () => {
    const form = await openList();
    await form.press('1件ずつ見る');
    await form.until(({ text }) => text.includes('福祉部 令和9年度'));
    expect(form.text.split('\n').slice(1, 5)).toEqual([
      '福祉部 令和9年度',
      '福祉総務課 協働推進員(主任) 主任 一郎',
      '令和9年4月1日(木)から令和10年3月31日(金)まで',
      '未報告',
    ]);
    await form.press('確認する');
    await form.until(({ text }) => text.includes('福祉部の1件を確認しました。'));
    // The first 取り消す stands beside what was just confirmed, the second beside the row that is left.
    const [row] = await rowsOf(
      practice,
      `select a.id from appointment a join person p on p.id = a.person_id
       where p.name = '推進 二郎' and fiscal_year = 2027`,
    );
    await form.press('取り消す', { block: `appointment:${String(row?.id)}` });
    await form.until(({ text }) => text.includes('福祉部の名簿から1件を取り消しました。'));
    expect(await confirmed()).toEqual(['主任 一郎']);
    expect(await auditOf(practice, SECRETARY)).toEqual([
      'confirm-appointments',
      'cancel-unconfirmed-appointment',
    ]);
  });

  test('without the report the 主任 of 31 March may still report until 30 April, and is nothing afterwards', async () => {
    practice.clock.set('2027-04-30T23:59:00+09:00');
    expect([await mayReport(CHIEF), await mayReport(PROMOTER)]).toEqual([true, false]);
    practice.clock.set('2027-05-01T00:00:00+09:00');
    expect(await mayReport(CHIEF)).toBe(false);
  });

  test('sees on Home what waits, and confirms meetings there', async () => {
    await recordAs(practice, actorOf(PROMOTER, 'promoter'), {
      body: '協働事業成案化検討会議',
      heldOn: '2026-10-01',
    });
    const home = await homeOf(SECRETARY);
    expect(home.text).toContain(
      '記録の確認\n協働事業成案化検討会議 令和8年10月1日\n名簿:報告済み0件、未報告3件',
    );
    await home.press('確認する');
    await practice.secretary.homeUntil(({ text }) => !text.includes('検討会議 令和8年10月1日'));
    expect(await rowsOf(practice, 'select confirmed_at is not null as confirmed from meeting')).toEqual([
      { confirmed: true },
    ]);
  });
});

test('a 主任 can not confirm by a button made up', async () => {
  const chief = practice.slack.person(CHIEF);
  const menu = await answerTo(chief, '/kyodo');
  const [row] = await rowsOf(practice, 'select id from appointment where fiscal_year = 2027 limit 1');
  for (const action_id of ['roster-confirm.one', 'roster-confirm.decline', 'roster-confirm.open']) {
    const action = { type: 'button', block_id: 'x', action_id, value: String(row?.id) };
    await chief.pressRaw({ in: menu, action });
    expect((await chief.nextAnswer()).plain).toBe(
      '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。',
    );
  }
  expect(await confirmed()).toEqual([]);
  expect(await auditOf(practice, CHIEF)).toEqual([
    'refused confirm-appointments',
    'refused cancel-unconfirmed-appointment',
    'refused list-unconfirmed-appointments',
  ]);
});

test('部局の状況 shows a 主任 the vacant sections first, and 選任を報告 while something is to be reported', async () => {
  const home = await homeOf(CHIEF);
  expect(home.text).toContain(
    '部局の状況(福祉部)\n空席課 未選任\n福祉総務課 協働推進員(主任) 主任 一郎\n福祉課 協働推進員 推進 二郎\n選任の報告を待っているものが3件あります。',
  );
  expect((await homeOf(PROMOTER)).text).not.toContain('部局の状況');
});
