import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { type Practice, STAFF, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { openMeetingForm, rowsOf, WORKSPACE, withDatabase } from './steps.ts';
import { recordTraining } from './training/steps.ts';

/** Dialogs on dialogs, and those that are closed while the bot still updates them. */

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ logChannel: 'C0GENERAL' });
  const line = { department: '福祉部', section: '福祉課', name: '職員 太郎', slackId: STAFF };
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, [line], practice.clock.now()));
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const failures = () => rowsOf(practice, `select key from delivery where kind = 'failure-noted'`);

/** Presses a button in a dialog, though it may not stand there. */
const press = (form: Form, action_id: string) =>
  practice.secretary.pressRaw({
    form,
    action: { type: 'button', block_id: 'deep', action_id, value: 'new' },
  });

test.each(['not_found', 'hash_conflict'])(
  'a form that was closed right after 開催方法 was chosen (%s) is no failure',
  async (error) => {
    const form = await openMeetingForm(practice);
    practice.slack.faults.next('views.update', { error });
    await form.fill({ 開催方法: '書面開催' });
    await form.close();
    await practice.bot.stop();
    expect(await failures()).toEqual([]);
    await practice.restart();
  },
);

test('whatever is pressed in the third dialog comes in its place, and 戻る leads back', async () => {
  const { secretary } = practice;
  const first = await openMeetingForm(practice);
  const second = await (await press(first, 'article.open')).opened();
  const third = await (await press(second, 'away.open')).opened();
  const { hash } = third;
  await press(third, 'settings.open');
  const replaced = await third.until((form) => form.hash !== hash);
  expect([replaced.title, secretary.form?.viewId]).toEqual(['設定', third.viewId]);
  await replaced.close();
  expect([secretary.form?.title, await failures()]).toEqual([second.title, []]);
});

test('研修の一覧 → 受講者 → 受講を記録 → 受講者 → 受講を記録', async () => {
  await recordTraining(practice, {});
  const { secretary } = practice;
  await secretary.openHome();
  const home = await secretary.homeUntil(({ buttons }) => buttons.includes('研修の一覧'));
  const list = await (await home.press('研修の一覧')).opened();
  expect([list.title, list.text.includes('No 1 令和8年10月1日')]).toEqual(['令和8年度の研修', true]);
  const attended = await (await list.press('受講者')).opened();
  expect([attended.title, attended.buttons]).toEqual(['受講者', ['受講を記録']]);
  const form = await (await attended.press('受講を記録')).opened();
  expect([form.title, form.values.研修]).toEqual(['受講を記録', '協働推進員研修 令和8年10月1日 第1会議室']);
  await form.fill({ 受講者: [STAFF] });
  expect((await form.submit()).form?.viewId).toBe(form.viewId);
  expect([form.title, form.buttons]).toEqual(['受講を記録しました', ['受講者']]);
  await form.press('受講者');
  await form.until(({ title }) => title === '受講者');
  expect(form.text).toContain('職員 太郎');
  await form.press('受講を記録');
  await form.until(({ title }) => title === '受講を記録');
  expect([secretary.form?.viewId, form.values.受講者]).toEqual([form.viewId, []]);
  // Three they are still: 戻る leads to the second, and to the first.
  await form.close();
  expect(secretary.form?.viewId).toBe(attended.viewId);
  await attended.close();
  expect([secretary.form?.viewId, await failures()]).toEqual([list.viewId, []]);
  await list.close();
});

test('a form in third place that answers with another view is followed by it in its place', async () => {
  const { secretary } = practice;
  const first = await openMeetingForm(practice);
  const second = await (await press(first, 'article.open')).opened();
  const form = await (await press(second, 'inquiry.open')).opened();
  await form.fill({
    件名: '協働事業の調査',
    内容: '該当する事業をお知らせください。',
    区分: '大阪府からの調査',
    回答期限: '2026-12-10',
    対象: '協働推進員全員(主任を含む)',
    回答形式: '該当の有無と記述',
  });
  const outcome = await form.submit();
  expect([outcome.errors, outcome.failed, outcome.form?.viewId]).toEqual([{}, undefined, form.viewId]);
  expect([form.title, form.submitText]).toEqual(['送信の確認', '送信する']);
  await form.close();
  expect([secretary.form?.title, await failures()]).toEqual([second.title, []]);
  await second.close({ all: true });
});
