import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { answerTo, auditOf, countOf, send, WORKSPACE, withDatabase } from './steps.ts';

/** Another of the secretariat, whom the environment does not name. */
const COLLEAGUE = 'U0COLLEAGUE';
const ONLY_SECRETARIAT = '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。';
const NOBODY_LEFT = {
  事務局: 'ご自分を事務局から外すと、事務局の方がいなくなります。先にほかの方を加えてください。',
};

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    people: [
      { id: COLLEAGUE, real_name: '同僚 三郎', email: 'saburo@city.example' },
      { id: 'U0LEFT', real_name: '退職 四郎', deleted: true },
    ],
  });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const open = async (id = SECRETARY): Promise<Form> =>
  (await practice.slack.person(id).command('/kyodo', '設定')).opened();

/** Has `by` choose the secretariat; what stands in red. */
const choose = async (by: string, ...people: readonly string[]) =>
  send(await open(by), { 問合せ先: '内線0000', 事務局: people });

/** Those of these three whom `/kyodo` offers 設定. */
const secretariat = async (): Promise<readonly string[]> => {
  const offered: string[] = [];
  for (const id of [SECRETARY, COLLEAGUE, STAFF]) {
    const { buttons } = await answerTo(practice.slack.person(id), '/kyodo');
    if (buttons.includes('設定')) offered.push(id);
  }
  return offered;
};

test('the first secretariat is the environment’s; once saved, it is who was chosen', async () => {
  expect(await secretariat()).toEqual([SECRETARY]);
  expect(await choose(SECRETARY, COLLEAGUE, STAFF)).toEqual({});
  expect(await secretariat()).toEqual([COLLEAGUE, STAFF]);
  expect((await open(STAFF)).values).toMatchObject({ 事務局: [COLLEAGUE, STAFF] });
});

describe('one who is taken out', () => {
  test('loses the right at once, also with a form and a list that were opened before', async () => {
    expect(await choose(SECRETARY, SECRETARY, COLLEAGUE)).toEqual({});
    const colleague = practice.slack.person(COLLEAGUE);
    const form = await open(COLLEAGUE);
    const list = await (await form.press('部局と課')).opened();
    const register = await (await list.press('部局・課を登録')).opened();
    await register.fill({ 部局: '市民協働部' });
    expect(await choose(SECRETARY, SECRETARY)).toEqual({});

    expect((await register.submit()).errors).toEqual({ 部局: ONLY_SECRETARIAT });
    await register.close();
    const refused = await (await list.press('部局・課を登録')).opened();
    expect(refused.text).toBe(`できませんでした\n${ONLY_SECRETARIAT}`);
    await refused.close();
    await list.close();
    expect(await send(form, { 事務局: [COLLEAGUE] })).toEqual({ 問合せ先: ONLY_SECRETARIAT });
    expect((await answerTo(colleague, '/kyodo', '設定')).plain).toBe(ONLY_SECRETARIAT);
    expect(await countOf(practice, 'department')).toBe(0);
    expect(await auditOf(practice, COLLEAGUE)).toEqual([
      'refused register-department',
      'refused list-departments',
      'refused save-settings',
      'refused open-settings',
    ]);
  });

  test('may be oneself, while another is left', async () => {
    expect(await choose(SECRETARY, STAFF)).toEqual({});
    expect(await secretariat()).toEqual([STAFF]);
  });

  test.each<[string, readonly string[]]>([
    ['only somebody who has left', ['U0LEFT']],
    ['only somebody of nowhere', ['U0NOBODY']],
  ])('may not be the last: %s in her place', async (_who, people) => {
    expect(await choose(SECRETARY, ...people)).toEqual(NOBODY_LEFT);
    expect(await secretariat()).toEqual([SECRETARY]);
  });

  test('may not be the last: nobody in her place, sent by force', async () => {
    const form = await open();
    await form.fill({ 問合せ先: '内線0000' });
    form.force({ secretariat: [] });
    expect((await form.submit({ force: true })).errors).toEqual(NOBODY_LEFT);
  });
});

describe('when an account is deactivated', () => {
  test('the others of the list go on, and the form leaves that one out', async () => {
    expect(await choose(SECRETARY, COLLEAGUE, STAFF)).toEqual({});
    await practice.slack.changePerson(COLLEAGUE, { deleted: true });
    expect((await open(STAFF)).values).toMatchObject({ 事務局: [STAFF] });
    expect(await secretariat()).toEqual([STAFF]);
  });

  test('and nobody of the list is left, the environment’s secretariat rules again, and can save', async () => {
    expect(await choose(SECRETARY, COLLEAGUE, STAFF)).toEqual({});
    await practice.slack.changePerson(COLLEAGUE, { deleted: true });
    await practice.slack.changePerson(STAFF, { deleted: true });
    const form = await open();
    expect(form.values).toMatchObject({ 事務局: [SECRETARY] });
    expect(await send(form, {})).toEqual({});
    await practice.slack.changePerson(STAFF, { deleted: false });
    expect((await answerTo(practice.slack.person(STAFF), '/kyodo')).buttons).not.toContain('設定');
  });
});

describe('of an account of which Slack tells nothing', () => {
  const later = (time: string): void => practice.clock.set(`2026-11-24T${time}:00+09:00`);

  test('that it was stopped counts for the others after five minutes, and that it goes on at once', async () => {
    expect(await choose(SECRETARY, COLLEAGUE)).toEqual({});
    expect(await secretariat()).toEqual([COLLEAGUE]);
    await practice.slack.changePerson(COLLEAGUE, { deleted: true }, { isTold: false });
    later('10:06');
    expect(await answerTo(practice.secretary, '/kyodo')).toMatchObject({
      buttons: expect.arrayContaining(['設定']),
    });
    await practice.slack.changePerson(COLLEAGUE, { deleted: false }, { isTold: false });
    later('10:07');
    // Whoever acts is asked for anew, and is known to be there from then on.
    expect((await answerTo(practice.slack.person(COLLEAGUE), '/kyodo')).buttons).toContain('設定');
    expect(await secretariat()).toEqual([COLLEAGUE]);
  });

  test('the list stays while Slack does not say whether they have left, and rules no more when it does', async () => {
    expect(await choose(SECRETARY, COLLEAGUE, STAFF)).toEqual({});
    for (const id of [COLLEAGUE, STAFF])
      await practice.slack.changePerson(id, { deleted: true }, { isTold: false });
    later('10:06');
    practice.slack.faults.next('users.info', { hang: true }, 3);
    expect((await answerTo(practice.secretary, '/kyodo')).buttons).not.toContain('設定');
    later('10:07');
    expect((await answerTo(practice.secretary, '/kyodo')).buttons).toContain('設定');
    expect(await send(await open(), {})).toEqual({});
    expect(await secretariat()).toEqual([SECRETARY]);
  });
});

test('an address of the environment in capitals is that of who has it in small letters, and the other way round', async () => {
  await practice.stop();
  practice = await startPractice({
    secretariat: readConfig({ SECRETARIAT: 'JIMUKYOKU@City.Example, saburo@city.example' }).secretariat,
    people: [{ id: COLLEAGUE, real_name: '同僚 三郎', email: 'Saburo@CITY.example' }],
  });
  expect(await secretariat()).toEqual([SECRETARY, COLLEAGUE]);
});

test('free text of the environment’s secretariat is answered before 設定 was ever saved', async () => {
  await practice.secretary.message('使い方を教えてください');
  const answer = await practice.slack
    .dm(SECRETARY)
    .next(({ buttons }) => buttons.includes('お願いとボタンを表示'));
  await practice.secretary.press('お願いとボタンを表示', { in: answer });
  expect((await practice.secretary.nextAnswer()).buttons).toContain('設定');
});

test('the environment’s secretariat is offered in the form: by id, and by an address that the record knows', async () => {
  await practice.stop();
  practice = await startPractice({
    secretariat: ['saburo@city.example', STAFF.toLowerCase(), 'jimukyoku@city.example', 'u0nobody'],
    people: [{ id: COLLEAGUE, real_name: '同僚 三郎', email: 'saburo@city.example' }],
  });
  expect((await open()).values).toMatchObject({ 事務局: [SECRETARY, STAFF] });
  await withDatabase(practice, (db) =>
    db.record(WORKSPACE).people.create(
      [
        {
          id: '11111111-1111-4111-8111-111111111111',
          slackId: COLLEAGUE,
          email: 'saburo@city.example',
          name: '同僚 三郎',
        },
      ],
      new Date('2026-11-24T10:00:00+09:00'),
    ),
  );
  expect((await open()).values).toMatchObject({ 事務局: [SECRETARY, STAFF, COLLEAGUE] });
});
