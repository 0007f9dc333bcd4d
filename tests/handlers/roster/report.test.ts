import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { rollOverRoster } from '../../../src/services/roster/roll-over.ts';
import { type Practice, STAFF, startPractice } from '../../support/practice.ts';
import { putRoster, type RosterLine } from '../../support/promoters.ts';
import { answerTo, auditOf, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

const CHIEF = 'U0CHIEF';
const PROMOTER = 'U0PROMOTER';
const OTHER = 'U0OTHERDEPT';
const ONLY_CHIEF =
  '恐れ入りますが、この操作は、部局の協働推進員(主任)と事務局が行います。事務局にご相談ください。';
const CITY: readonly RosterLine[] = [
  { department: '福祉部', section: '福祉総務課', name: '主任 一郎', slackId: CHIEF, role: 'chief' },
  { department: '福祉部', section: '福祉課', name: '推進 二郎', slackId: PROMOTER },
  { department: '環境部', section: '環境課', name: '隣部 三郎', slackId: OTHER },
];
/** The 主任 of 福祉部 is that of 環境部 too. */
const OF_BOTH: readonly RosterLine[] = [
  ...CITY,
  { department: '環境部', section: '環境総務課', name: '主任 一郎', slackId: CHIEF, role: 'chief' },
];
const PEOPLE = CITY.map(({ slackId = '', name = '' }) => ({ id: slackId, real_name: name }));

let practice: Practice;
const start = async (roster: readonly RosterLine[]): Promise<void> => {
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, roster, practice.clock.now()));
};
beforeEach(async () => {
  practice = await startPractice({ now: '2027-02-26T10:00:00+09:00', people: PEOPLE });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const open = async (person: string): Promise<Form> =>
  (await practice.slack.person(person).command('/kyodo-promoter', '選任報告')).opened();

/** The roster of a fiscal year: who, and how it stands. */
const rosterOf = async (year: number) =>
  (
    await rowsOf(
      practice,
      `select p.name, s.name as section, a.starts_on::text, a.reported_at is not null as reported,
         a.confirmed_at is not null as confirmed
       from appointment a join person p on p.id = a.person_id join section s on s.id = a.section_id
       where a.fiscal_year = $1 and a.cancelled_at is null order by s.name, p.name`,
      [year],
    )
  ).map(({ name, section, starts_on, reported, confirmed }) =>
    [section, name, starts_on, reported ? '報告済み' : '', confirmed ? '確認済み' : ''].join(' ').trim(),
  );

const COPIES = [
  '環境課 隣部 三郎 2027-04-01',
  '福祉総務課 主任 一郎 2027-04-01',
  '福祉課 推進 二郎 2027-04-01',
];

/** 1 March comes. */
const rollOver = async (): Promise<void> => {
  practice.clock.set('2027-03-01T09:00:00+09:00');
  await withDatabase(practice, (db) => rollOverRoster({ clock: practice.clock, db }, WORKSPACE));
};

describe('from 1 March on a 主任', () => {
  beforeEach(async () => {
    await start(CITY);
    await rollOver();
    practice.clock.set('2027-03-03T10:05:00+09:00');
  });

  test('sees the own department only, and reports 変更なし in one press, with a way back', async () => {
    const form = await open(CHIEF);
    expect(form.text.split('\n')).toEqual([
      '選任を報告',
      '福祉部の令和9年度の協働推進員です。前年度と同じ方なら「変更なし」、交代するなら「別の人を選ぶ」を押してください。',
      '報告した内容は、事務局が確認すると決まります。確認までは、取り消すことができます。',
      '福祉部',
      '福祉総務課 協働推進員(主任)',
      '前年度:主任 一郎',
      '報告待ち(主任 一郎)',
      '福祉課 協働推進員',
      '前年度:推進 二郎',
      '報告待ち(推進 二郎)',
    ]);
    expect(form.buttons).toEqual([
      '残りはすべて変更なし',
      ...['変更なし', '別の人を選ぶ', '変更なし', '別の人を選ぶ'],
    ]);
    await form.press('変更なし');
    await form.until(({ text }) => text.includes('報告済み(変更なし・令和9年3月3日(水) 10:05)'));
    expect(form.buttons).toEqual(['取り消す', '変更なし', '別の人を選ぶ']);
    expect(await rosterOf(2027)).toContain('福祉総務課 主任 一郎 2027-04-01 報告済み');
    await form.press('取り消す');
    await form.until(({ buttons }) => buttons.length === 5);
    expect((await rosterOf(2027)).toSorted()).toEqual(COPIES.toSorted());
    expect(await auditOf(practice, CHIEF)).toEqual(['report-no-change', 'take-back-report']);
  });

  test('reports another person in the place of the copy, which comes back when that is taken back', async () => {
    const form = await open(CHIEF);
    const choose = await (await form.press('別の人を選ぶ', { block: 'place:1' })).opened();
    expect([choose.title, choose.submitText, choose.values]).toEqual([
      '別の人を選ぶ',
      '登録する',
      { 職員: null, 氏名: null, メール: null, 任期開始日: '2027-04-01' },
    ]);
    await choose.fill({ 氏名: '新任 花子', メール: 'SHINNIN@city.example' });
    const { form: done } = await choose.submit({ twice: true });
    expect(done?.text).toBe(
      '報告しました\n新任 花子さんを報告しました。事務局が確認すると決まります。確認までは、一覧の「取り消す」で取り消せます。',
    );
    expect((await rosterOf(2027)).toSorted()).toEqual(
      [...COPIES.slice(0, 2), '福祉課 新任 花子 2027-04-01 報告済み'].toSorted(),
    );
    await done?.press('続けて報告する');
    await done?.until(({ text }) =>
      text.includes('報告済み(新任 花子・令和9年4月1日(木)から・令和9年3月3日(水) 10:05)'),
    );
    await done?.press('取り消す');
    await done?.until(({ buttons }) => buttons.length === 5);
    expect((await rosterOf(2027)).toSorted()).toEqual(COPIES.toSorted());
  });

  test('is told at the field what is wrong, and nothing is recorded', async () => {
    const form = await open(CHIEF);
    const choose = await (await form.press('別の人を選ぶ', { block: 'place:1' })).opened();
    const errors = async (entries: Parameters<Form['fill']>[0]) => {
      await choose.fill(entries);
      return (await choose.submit()).errors;
    };
    expect(await errors({})).toEqual({
      職員: '職員を選ぶか、Slackを使っていない方は氏名を入力してください。',
    });
    expect(await errors({ 職員: STAFF, 任期開始日: '2028-04-01' })).toEqual({
      任期開始日: '任期開始日は、令和9年度のうちの日にしてください。',
    });
    expect((await rosterOf(2027)).toSorted()).toEqual(COPIES.toSorted());
  });

  test('gets nothing of another department by a changed button, nor of the own one after losing the role', async () => {
    const chief = practice.slack.person(CHIEF);
    const form = await open(CHIEF);
    const [other] = await rowsOf(
      practice,
      `select a.id from appointment a join section s on s.id = a.section_id
       where s.name = '環境課' and a.fiscal_year = 2026`,
    );
    const value = JSON.stringify({ year: 2027, lastId: other?.id });
    const action = { type: 'button', block_id: 'place:0', action_id: 'roster-report.unchanged', value };
    await chief.pressRaw({ form, action });
    expect((await chief.nextForm(({ title }) => title === 'できませんでした')).text).toContain(ONLY_CHIEF);
    await chief.form?.close();
    await rowsOf(
      practice,
      `update appointment set ends_on = '2027-03-02' where role = 'chief' and fiscal_year = 2026`,
    );
    await form.press('変更なし');
    expect((await chief.nextForm(({ title }) => title === 'できませんでした')).text).toContain(ONLY_CHIEF);
    expect((await rosterOf(2027)).toSorted()).toEqual(COPIES.toSorted());
    expect(await auditOf(practice, CHIEF)).toEqual(['refused report-no-change', 'refused report-no-change']);
  });
});

test('one whose account is deactivated can not go on', async () => {
  await start([
    ...CITY.slice(0, 1),
    { department: '福祉部', section: '長寿課', name: '退職 五郎', deactivated: true },
  ]);
  await rollOver();
  const form = await open(CHIEF);
  expect(form.text).toContain('前年度:退職 五郎(Slackのアカウントが停止されています)\n報告待ち');
  expect(form.buttons).toEqual(['変更なし', '別の人を選ぶ', '別の人を選ぶ']);
});

test.each([PROMOTER, STAFF])('%s may not report: one sentence and an audit line', async (person) => {
  await start(CITY);
  const answer = await answerTo(practice.slack.person(person), '/kyodo-promoter', 'report');
  expect(answer.plain).toBe(ONLY_CHIEF);
  expect(await auditOf(practice, person)).toEqual(['refused open-roster-report']);
});

test('a 主任 of two departments chooses first; before 1 March the present year is reported', async () => {
  await start(OF_BOTH);
  const form = await open(CHIEF);
  expect(form.text.split('\n')).toEqual([
    '選任を報告',
    '令和8年度の選任を報告する部局を選んでください。',
    '令和8年度',
    '福祉部(報告済み)',
    '環境部(報告済み)',
  ]);
  await form.press('選任を報告');
  await form.until(({ buttons }) => buttons.includes('別の部局を選ぶ'));
  expect([form.text.includes('確認済み(主任 一郎)'), form.buttons]).toEqual([true, ['別の部局を選ぶ']]);
});
