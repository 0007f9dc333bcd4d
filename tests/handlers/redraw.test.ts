import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF } from '../support/practice.ts';
import { ask, pressAnywhere, startAskedCity } from './asked-city.ts';
import { ONLY_SECRETARIAT } from './forgery.ts';
import { auditOf, picked, post, recordByForm, rowsOf, submission } from './steps.ts';

/** What lies under a dialog is true again as soon as what it shows was changed in the dialog. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** A list that a button of the Home tab opens, though the button may stand elsewhere. */
const openList = (actionId: string, value = 'new', person = SECRETARY): Promise<Form> =>
  pressAnywhere(practice, person, actionId, value);

/** Sends the form on top with `entries`; what the person has before them then. */
const sendTop = async (form: Form, entries: Parameters<Form['fill']>[0]): Promise<Form | undefined> => {
  await form.fill(entries);
  const { errors } = await form.submit();
  expect(errors).toEqual({});
  return practice.secretary.form;
};

const failures = () => rowsOf(practice, `select key from delivery where kind = 'failure-noted'`);

test('an example that was registered is none any more in the list below, and 戻る leads there', async () => {
  const list = await openList('body-list.open');
  const [before] = /^.+ 【例】$/mu.exec(list.text) ?? [''];
  expect(before).toContain('【例】');
  const form = await (await list.press('変更')).opened();
  const done = await sendTop(form, {});
  expect(done?.title).toBe('変更を保存しました');
  await list.until(({ text }) => !text.includes(before));
  expect([practice.secretary.form?.viewId, list.isOpen]).toEqual([form.viewId, true]);
  await done?.close();
  expect(practice.secretary.form?.viewId).toBe(list.viewId);
  await list.close();
});

test('続けて登録: the list below shows each new one', async () => {
  const list = await openList('department-list.open');
  let form = await (await list.press('部局・課を登録')).opened();
  for (const name of ['新しい部1', '新しい部2', '新しい部3']) {
    const done = await sendTop(form, { 部局: name });
    await list.until(({ text }) => text.includes(name));
    await done?.press('続けて登録');
    form = await (done ?? form).until(({ submitText }) => submitText !== '');
  }
  await form.close({ all: true });
});

test('代理入力, in third place: both lists below count the answer', async () => {
  const inquiry = await ask(practice);
  const status = await openList('inquiry-status.open', inquiry);
  expect(status.text).toContain('福祉部');
  const department = await (await status.press('部局の状況')).opened();
  const unanswered = ({ text }: Form) => /未回答\d+件/u.exec(text)?.[0];
  const [ofAll, ofDepartment] = [unanswered(status), unanswered(department)];
  const form = await (await department.press('代理入力')).opened();
  await sendTop(form, { 該当: '該当なし', 受けた方法: '電話', 受けた日: '2026-11-19' });
  await department.until((now) => unanswered(now) !== ofDepartment);
  await status.until((now) => unanswered(now) !== ofAll);
  expect(department.text).toContain('該当なし');
  await form.close();
  expect(practice.secretary.form?.viewId).toBe(department.viewId);
  await department.close({ all: true });
});

test('a record that was cancelled is gone from the list, and the list stays that of its year and page', async () => {
  await recordByForm(practice, { 開催日: '2026-01-20', 案件: '前の年度の案件' });
  const list = await openList('meeting-list.open');
  const { hash } = list;
  await list.press('前の年度');
  await list.until((now) => now.hash !== hash);
  expect([list.title, list.text.includes('令和8年1月20日')]).toEqual(['令和7年度の会議', true]);
  const form = await (await list.press('記録を取り消す')).opened();
  await sendTop(form, { 理由: '誤って記録したため' });
  await list.until(({ text }) => !text.includes('令和8年1月20日'));
  expect(list.title).toBe('令和7年度の会議');
  await list.close();
});

test('what another changed meanwhile stands in the list below a form that is refused for it', async () => {
  const list = await openList('body-list.open');
  const form = await (await list.press('変更')).opened();
  await rowsOf(practice, `update body_year set name = '別の名' where name = $1`, [form.values.名称]);
  await form.fill({ 名称: 'わたしの名' });
  expect((await form.submit()).errors).not.toEqual({});
  await list.until(({ text }) => text.includes('別の名'));
  expect(form.values.名称).toBe('わたしの名');
  await list.close({ all: true });
});

test('元に戻す in 変更の記録: the line below says so, and has the button no more', async () => {
  const audit = await openList('audit.open');
  expect(audit.buttons).toContain('元に戻す');
  const said = await (await audit.press('元に戻す')).opened();
  expect(said.title).toBe('元に戻しました');
  await audit.until(({ buttons }) => !buttons.includes('元に戻す'));
  await said.close({ all: true });
});

test('元に戻す of what was just done comes in its place, over a view that is open again', async () => {
  const status = await openList('inquiry-status.open', await ask(practice));
  const form = await (await status.press('締め切る')).opened();
  const done = await sendTop(form, {});
  await status.until(({ text }) => text.includes('締切'));
  await done?.press('元に戻す');
  await done?.until(({ title }) => title === '元に戻しました');
  await status.until(({ buttons }) => buttons.includes('締め切る'));
  expect(practice.secretary.form?.viewId).toBe(form.viewId);
  await status.close({ all: true });
});

test('what was typed in a form further below stays, and a form without its fields draws nothing', async () => {
  const settings = await openList('settings.open');
  const [label = ''] = Object.entries(settings.values).find(([, value]) => typeof value === 'string') ?? [];
  const { hash, values } = settings;
  await settings.fill({ [label]: values[label] ?? null });
  const list = await (await settings.press('研修の種類')).opened();
  const form = await (await list.press('研修の種類を登録')).opened();
  const shown = list.hash;
  expect((await form.submit({ force: true })).errors).not.toEqual({});
  await practice.bot.settled();
  expect(list.hash).toBe(shown);
  await sendTop(form, { 名称: '新しい研修' });
  await list.until(({ text }) => text.includes('新しい研修'));
  expect([settings.hash, settings.values]).toEqual([hash, values]);
  await list.close({ all: true });
});

test.each(['not_found', 'hash_conflict', 'fatal_error'])(
  'a list that was closed right after the form was sent (%s) is no failure',
  async (error) => {
    const list = await openList('department-list.open');
    const form = await (await list.press('部局・課を登録')).opened();
    practice.slack.faults.next('views.update', { error });
    await sendTop(form, { 部局: `部 ${error}` });
    await practice.bot.settled();
    expect([await failures(), practice.secretary.form?.viewId]).toEqual([[], form.viewId]);
    await list.close({ all: true });
  },
);

test('what a request says lies below is shown to nobody who may not see it', async () => {
  const list = await openList('meeting-list.open', 'new', STAFF);
  const fields = { startsOn: picked('2026-12-01'), endsOn: picked('2026-12-02') };
  const sent = new URLSearchParams(submission(STAFF, { id: 'V0TOP', callbackId: 'away.register', fields }));
  const payload = JSON.parse(sent.get('payload') ?? '');
  Object.assign(payload.view, {
    private_metadata: '{}\naudit 1',
    previous_view_id: list.viewId,
    root_view_id: list.viewId,
  });
  sent.set('payload', JSON.stringify(payload));
  await post(practice, sent.toString());
  await list.until(({ text }) => text.includes(ONLY_SECRETARIAT));
  expect(await auditOf(practice, STAFF)).toEqual(['register-away', 'refused list-audit-lines']);
});
