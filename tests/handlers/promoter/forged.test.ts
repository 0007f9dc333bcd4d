import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GUEST, type Practice, STAFF } from '../../support/practice.ts';
import { NOWHERE, ONLY_SECRETARIAT, ONLY_STAFF } from '../forgery.ts';
import { auditOf, chosen, picked, post, rowsOf, submission, typed } from '../steps.ts';
import { CHIEF, openFrom, PROMOTER, register, rosterOf, startWithRoster } from './steps.ts';

/** Requests for which the bot never gave anybody a button or a form, and what they may not change. */

let practice: Practice;
let appointmentId = '';
let sectionId = '';
let departmentId = '';
beforeAll(async () => {
  practice = await startWithRoster();
  const [row] = await rowsOf(
    practice,
    `select a.id, a.section_id, s.department_id from appointment a join person p on p.id = a.person_id
       join section s on s.id = a.section_id where p.slack_id = $1`,
    [PROMOTER],
  );
  appointmentId = String(row?.id);
  sectionId = String(row?.section_id);
  departmentId = String(row?.department_id);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const wholeRoster = () =>
  rowsOf(
    practice,
    `select (select json_agg(a order by id) from appointment a) as appointments,
       (select json_agg(p order by id) from person p) as people,
       (select json_agg(d order by id) from department d) as departments,
       (select json_agg(s order by id) from section s) as sections,
       (select count(*) from submission) as submissions`,
  );

/** Has `act` done and gives the audit lines it leaves of `person`. Nothing of the roster may have changed. */
const noted = async (person: string, act: () => Promise<unknown>): Promise<readonly unknown[]> => {
  const before = await wholeRoster();
  const known = (await auditOf(practice, person)).length;
  await act();
  expect(await wholeRoster()).toEqual(before);
  return (await auditOf(practice, person)).slice(known);
};

const press = async (person: string, action: string, value: string): Promise<string> => {
  const driver = practice.slack.person(person);
  const list = await rosterOf(person === GUEST ? practice.secretary : driver);
  await driver.pressRaw({
    in: list,
    action: { type: 'button', block_id: 'forged', action_id: action, value },
  });
  return (await driver.nextAnswer()).plain;
};

/** 推進員を登録, rightly filled. */
const fields = () => ({
  user: { type: 'users_select', selected_user: STAFF },
  role: chosen('chief'),
  department: chosen(departmentId),
  section: typed('福祉課'),
  startsOn: picked('2026-11-24'),
});
const FORMS = {
  'promoter.appoint': () => ({ metadata: {}, fields: fields() }),
  'promoter.change': () => ({ metadata: { appointmentId, revision: 1 }, fields: fields() }),
  'promoter.cancel': () => ({ metadata: { appointmentId }, fields: { reason: typed('理由') } }),
} as const;

let forms = 0;
const send = async (person: string, name: keyof typeof FORMS): Promise<unknown> => {
  forms += 1;
  const sent = submission(person, { id: `V0FORGED${forms}`, callbackId: name, ...FORMS[name]() });
  return JSON.parse((await post(practice, sent)).body);
};

describe.each([
  ['staff', STAFF],
  ['a 推進員, even of the own appointment', PROMOTER],
  ['a 主任', CHIEF],
])('%s', (_, person) => {
  test.each([
    ['登録', 'refused open-appointment-form'],
    ['add', 'refused open-appointment-form'],
  ])('is told politely that %s is for the secretariat', async (word, line) => {
    const lines = await noted(person, async () => {
      const driver = practice.slack.person(person);
      await driver.command('/kyodo-promoter', word);
      const answer = await driver.nextAnswer();
      expect([answer.plain, answer.ephemeral]).toEqual([ONLY_SECRETARIAT, true]);
    });
    expect(lines).toEqual([line]);
  });

  test.each([
    ['promoter.open', () => 'new', 'refused open-appointment-form'],
    ['promoter.open', () => `${sectionId}:chief:2026-11-24`, 'refused open-appointment-form'],
    ['promoter.change', () => appointmentId, 'refused open-appointment'],
    ['promoter.cancel', () => appointmentId, 'refused open-appointment'],
    ['promoter.cancel', () => NOWHERE, 'refused open-appointment'],
  ])('gets one sentence for a forged button %s', async (action, value, line) => {
    const lines = await noted(person, async () => {
      expect(await press(person, action, value())).toBe(ONLY_SECRETARIAT);
    });
    expect(lines).toEqual([line]);
  });

  test.each([
    ['promoter.appoint', 'user', 'refused appoint-promoter'],
    ['promoter.change', 'user', 'refused change-appointment'],
    ['promoter.cancel', 'reason', 'refused cancel-appointment'],
  ] as const)('gets one sentence for a forged form %s', async (name, at, line) => {
    const lines = await noted(person, async () => {
      expect(await send(person, name)).toEqual({
        response_action: 'errors',
        errors: { [at]: ONLY_SECRETARIAT },
      });
    });
    expect(lines).toEqual([line]);
  });
});

test('a guest gets one sentence for all of it', async () => {
  const lines = await noted(GUEST, async () => {
    expect(await press(GUEST, 'promoter.change', appointmentId)).toBe(ONLY_STAFF);
    expect(await press(GUEST, 'promoter-list.next', '2026-11-24:2')).toBe(ONLY_STAFF);
    expect(await send(GUEST, 'promoter.appoint')).toEqual({
      response_action: 'errors',
      errors: { user: ONLY_STAFF },
    });
  });
  expect(lines).toEqual([
    'refused promoter.change',
    'refused promoter-list.next',
    'refused promoter.appoint',
  ]);
});

test.each([
  ['promoter.open', '推進員'],
  ['promoter.open', 'new:chief:2026-11-24'],
  ['promoter.change', 'x'],
  ['promoter-list.next', '2026-11-24'],
  ['promoter-list.next', '2026-02-30:1'],
  ['promoter-list.next', '2026-11-24:1; drop table appointment'],
])('the secretariat is told that something failed with %s 「%s」', async (action, value) => {
  const driver = practice.secretary;
  const list = await rosterOf(driver);
  await driver.pressRaw({ in: list, action: { type: 'button', block_id: 'f', action_id: action, value } });
  expect((await driver.nextAnswer()).plain).toMatch(/^ただいま処理できませんでした。/u);
});

test('who is no longer of the secretariat can not send the form that they opened', async () => {
  const form = await openFrom(practice, '変更', '青空 そら');
  await practice.slack.changePerson(practice.secretary.id, { is_restricted: true });
  await form.fill({ 任期終了日: '2026-12-01' });
  expect((await form.submit()).errors).toEqual({ 職員: ONLY_STAFF });
  await practice.slack.changePerson(practice.secretary.id, { is_restricted: false });
  await form.close();
  const entries = { 氏名: '戻り 人', 役割: '推進員', 部局: '福祉部', '課・室等': '戻課' };
  expect(await register(practice, entries)).toContain('戻り 人さんを、戻課の協働推進員として登録しました。');
});
