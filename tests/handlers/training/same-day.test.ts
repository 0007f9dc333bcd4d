import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { countOf, pressToOpen } from '../steps.ts';
import { openTrainingForm, PLAIN_TRAINING } from './steps.ts';

/** A second 研修 of the same programme and day. */

const ASKED = '同じ日の記録があります';
const OTHER_SECRETARY = 'U0DOUBLE';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    secretariat: ['jimukyoku@city.example', OTHER_SECRETARY.toLowerCase()],
    people: [{ id: OTHER_SECRETARY, real_name: '事務 次郎' }],
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

type Entries = Parameters<Form['fill']>[0];

const filled = async (entries: Entries = {}, who = practice.secretary): Promise<Form> => {
  const form = await openTrainingForm(who);
  await form.fill({ ...PLAIN_TRAINING, ...entries });
  return form;
};
const kept = () => countOf(practice, 'training_session');

test('is asked about and kept once', async () => {
  expect((await (await filled()).submit()).closed).toBe(true);
  const form = await filled({ 会場: '第2会議室', 対象: '選ぶ', 対象者: [STAFF] });
  const asked = (await form.submit({ twice: true })).form;
  expect(asked?.text.split('\n').slice(0, 3)).toEqual([
    ASKED,
    '研修と開催日が同じ記録が、すでにあります。',
    '協働推進員研修 令和8年10月1日 第1会議室',
  ]);
  expect([await kept(), await countOf(practice, 'session_invitee')]).toEqual([1, 0]);
  expect(await asked?.submit({ twice: true })).toMatchObject({ closed: true, errors: {} });
  expect([form.isOpen, await kept(), await countOf(practice, 'session_invitee')]).toEqual([false, 2, 1]);
});

test('of another programme or day is kept without asking, one of その他 by its name', async () => {
  const before = await kept();
  const other = { 研修: 'その他', その他の研修名: '手話研修' };
  for (const entries of [{ 開催日: '2026-10-02' }, { 研修: '新規採用職員ステップ研修' }, other])
    expect((await (await filled(entries)).submit()).closed).toBe(true);
  const second = await filled({ ...other, その他の研修名: '手話 研修' });
  expect((await second.submit()).form?.title).toBe(ASKED);
  await second.close({ all: true });
  expect(await kept()).toBe(before + 3);
});

test.each<[string, Entries]>([
  ['a programme', { 開催日: '2026-10-05' }],
  ['その他', { 開催日: '2026-10-05', 研修: 'その他', その他の研修名: '点字研修' }],
])('of %s by two people at the same time: one is kept, the other asked', async (_, entries) => {
  const before = await kept();
  const forms = [
    await filled(entries, practice.secretary),
    await filled(entries, practice.slack.person(OTHER_SECRETARY)),
  ];
  const sent = await Promise.all(forms.map((form) => form.submit()));
  expect(sent.map(({ closed }) => closed).toSorted()).toEqual([false, true]);
  expect(await kept()).toBe(before + 1);
  for (const form of forms) if (form.isOpen) await form.close({ all: true });
});

test('onto whose day one is changed is asked about', async () => {
  const form = await filled({ 開催日: '2026-10-20' });
  expect((await form.submit()).closed).toBe(true);
  const told = await practice.slack.dm(SECRETARY).next(({ plain }) => plain.includes('令和8年10月20日'));
  const edit = await pressToOpen(practice.secretary, '編集', told);
  await edit.fill({ 開催日: '2026-10-02' });
  const asked = (await edit.submit()).form;
  expect(asked?.title).toBe(ASKED);
  expect(await asked?.submit()).toMatchObject({ closed: true, errors: {} });
  expect(
    await countOf(practice, `training_session where held_on = '2026-10-02' and cancelled_at is null`),
  ).toBe(2);
});
