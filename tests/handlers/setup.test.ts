import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { type Practice, STAFF, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { recordByForm, rowsOf, send, WORKSPACE, withDatabase } from './steps.ts';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** はじめの設定 as Home shows it once `done` steps are: its lines but for what is to be done and buttons. */
const setup = async (done: number): Promise<readonly string[]> => {
  await practice.secretary.openHome();
  const home = await practice.secretary.homeUntil(({ text }) => text.includes(`はじめの設定(${done}/8)`));
  return home.text.split('\n').filter((line) => /^[□✓] /u.test(line));
};

/** The form that a button of a step opens. */
const openStep = async (words: string, step: string): Promise<Form> => {
  const { home } = practice.secretary;
  if (home === undefined) throw new Error('Home was not opened');
  return (await home.press(words, { block: `setup:${step}` })).opened();
};

test('the secretariat’s Home says what is open, step by step, until all is done', async () => {
  const { secretary } = practice;
  expect(await setup(0)).toEqual([
    '□ 事務局と問合せ先(まだ)',
    '□ 部局と課(まだ)',
    '□ 会議体と委員(まだ)',
    '□ 研修の種類(まだ)',
    '□ 名簿(まだ)',
    '□ 閉庁日(まだ)',
    '□ 運用ログ(まだ)',
    '□ 過去の記録(まだ)',
  ]);

  expect(await send(await openStep('設定', 'settings'), { 問合せ先: '内線0000' })).toEqual({});
  // Shown anew without being opened again.
  await secretary.homeUntil(({ text }) => text.includes('はじめの設定(2/8)'));

  const list = await openStep('部局と課', 'departments');
  const form = await (await list.press('部局・課を登録')).opened();
  expect(await send(form, { 部局: '市民協働部', '課・室等': '市民課' })).toEqual({});
  expect(await setup(3)).toEqual([
    '✓ 事務局と問合せ先(済み)',
    '✓ 部局と課(済み)',
    '□ 会議体と委員(まだ)',
    '□ 研修の種類(まだ)',
    '□ 名簿(まだ)',
    '✓ 閉庁日(済み)',
    '□ 運用ログ(まだ)',
    '□ 過去の記録(まだ)',
  ]);
  expect((await openStep('会議体', 'bodies')).title).toBe('会議体');
  expect((await openStep('研修の種類', 'programmes')).title).toBe('研修の種類');
  expect((await openStep('過去の記録を取り込む', 'pastRecords')).title).toBe('過去の記録を取り込む');
  expect((await openStep('名簿を取り込む', 'roster')).title).toBe('名簿を取り込む');

  const lines = [{ department: '総務部', section: '総務課', name: '竹取 翁' }] as const;
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, lines, practice.clock.now()));
  await setup(4);
  await rowsOf(practice, 'update body_year set example = false');
  const member = { 会議体: '協働推進本部会議', 委員: STAFF, 職名: '部長' };
  expect(await send(await openStep('委員を登録', 'bodies'), member)).toEqual({});
  // The other bodies that meet have members too.
  await rowsOf(
    practice,
    `insert into body_member select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'body_id', y.body_id))).*
     from body_member m, body_year y where y.kind = 'meeting' and y.body_id <> m.body_id`,
  );
  await setup(5);
  // The last 【例】 but one leaves the step open.
  await rowsOf(practice, `update programme_year set example = false where position < 30`);
  expect(await setup(5)).toContain('□ 研修の種類(まだ)');
  const programmes = await openStep('研修の種類', 'programmes');
  const [promoterTraining] = await rowsOf(practice, 'select programme_id from programme_year where example');
  const action = {
    type: 'button',
    block_id: 'row',
    action_id: 'programme.change',
    value: String(promoterTraining?.programme_id),
  };
  expect(await send(await (await secretary.pressRaw({ form: programmes, action })).opened(), {})).toEqual({});
  expect(await setup(6)).toContain('✓ 研修の種類(済み)');
  await recordByForm(practice, { 開催日: '2026-03-31' });
  await setup(7);
  expect(await send(await openStep('設定', 'logChannel'), { 運用ログ: 'C0GENERAL' })).toEqual({});
  const all = await secretary.homeUntil(({ text }) => !text.includes('はじめの設定'));
  expect(all.text).not.toMatch(/[□✓]/u);
});

test('LOG_CHANNEL of the environment is a log channel', async () => {
  await practice.stop();
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00', logChannel: 'C0GENERAL' });
  expect(await setup(1)).toContain('✓ 運用ログ(済み)');
});

test('nobody else is shown it', async () => {
  const staff = practice.slack.person(STAFF);
  await staff.openHome();
  const home = await staff.homeUntil(() => true);
  expect([home.text.includes('はじめの設定'), home.buttons.includes('設定')]).toEqual([false, false]);
});
