import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { GUEST, type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { rowsOf } from '../steps.ts';

const INVITE = '先にそのチャンネルで /invite @協DOボット を実行してください。';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    channels: [
      { id: 'C0ELSEWHERE', name: 'ボットのいない所', members: [SECRETARY] },
      { id: 'C0SECRET', name: '非公開', is_private: true },
    ],
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** 設定 with all that it asks for. */
const open = async (): Promise<Form> => {
  const form = await (await practice.secretary.command('/kyodo', '設定')).opened();
  await form.fill({ 問合せ先: '内線0000' });
  return form;
};

/** What can't be saved is said at its field, what was typed stays, and nothing is kept. */
const notMembers = (names: string) => ({
  事務局: `職員としてSlackに登録されていない方が含まれています(${names})。外してください。`,
});
const unreadable = (line: string) => ({
  閉庁日: `「${line}」を日付として読み取れません。1行に1日ずつ、2026-12-28 や 令和8年12月28日 のように入力してください。`,
});
const outside = { 朝の通知: '朝の通知は、9:00から16:59までの時刻にしてください。' };
const noReportDay = {
  選任報告の締切り: '3月31日から6月30日までの月日を、「4月30日」のように入力してください。',
};
const long = '12月の最後の開庁日から先は閉庁としますのでお願いします';
test.each<[string, Parameters<Form['fill']>[0], object]>([
  ['guests and bots', { 事務局: [SECRETARY, GUEST, 'U0KYODOBOT'] }, notMembers('来客 花子、協DOボット')],
  ['somebody of nowhere', { 事務局: [SECRETARY, 'U0NOBODY'] }, notMembers('U0NOBODY')],
  ['a channel the bot is not in', { 運用ログ: 'C0ELSEWHERE' }, { 運用ログ: INVITE }],
  ['a private channel', { 運用ログ: 'C0SECRET' }, { 運用ログ: INVITE }],
  ['a day that is none', { 閉庁日: '2026-12-28\n2026-02-30' }, unreadable('2026-02-30')],
  ['a day on another weekday', { 閉庁日: '令和8年12月28日(火)' }, unreadable('令和8年12月28日(火)')],
  ['two days in a line', { 閉庁日: '2026-12-28、2026-12-29' }, unreadable('2026-12-28、2026-12-29')],
  ['a sentence', { 閉庁日: `${long}。${long}` }, unreadable(`${long}。${long}`.slice(0, 30))],
  ['8:59', { 朝の通知: '08:59' }, outside],
  ['17:00', { 朝の通知: '17:00' }, outside],
  ...['3月30日', '7月1日', '4月31日', '令和9年4月30日', '4月末'].map(
    (day): [string, Parameters<Form['fill']>[0], object] => [day, { 選任報告の締切り: day }, noReportDay],
  ),
])('%s', async (_what, entries, errors) => {
  const form = await open();
  await form.fill(entries);
  expect(await form.submit()).toEqual({ closed: false, errors });
  expect(form.values).toMatchObject({ 問合せ先: '内線0000', ...entries });
  expect(await rowsOf(practice, 'select 1 from settings')).toEqual([]);
});

test.each([
  ['no 問合せ先', { contact: null }, { 問合せ先: 'この項目を入力してください。' }],
  ['no way of counting', { newsletterNumbering: null }, { 協DOの号: 'この項目を選んでください。' }],
  ['no secretariat chosen', { secretariat: null }, { 事務局: 'この項目を選んでください。' }],
  [
    'a time that is none',
    { morningAt: '9時' },
    { 朝の通知: 'この内容は読み取れませんでした。入力し直してください。' },
  ],
  ['too long a 問合せ先', { contact: '内'.repeat(101) }, { 問合せ先: '100文字以内で入力してください。' }],
])('sent by force: %s', async (_what, forced, errors) => {
  const form = await open();
  form.force(forced);
  expect(await form.submit({ force: true })).toEqual({ closed: false, errors });
});
