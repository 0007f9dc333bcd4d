import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { openMeetingForm, pressToOpen, recordByForm, rowsOf } from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
  // 本部会議 has 開催案内送付 from the start.
  await rowsOf(
    practice,
    `update body_year set written_note = '持ち回り' where name = '協働推進本部会議幹事会'`,
    [],
  );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Makes a choice that the form follows, and waits until it has. */
const choose = async (form: Form, entries: Parameters<Form['fill']>[0]): Promise<void> => {
  const { hash } = form;
  await form.fill(entries);
  await form.until((now) => now.hash !== hash);
};
const noteOf = ({ values }: Form) => values.日付欄の注記;

test('書面開催 fills the body’s note in, another body its own, and another way leaves it; all else stays', async () => {
  const form = await openMeetingForm(practice);
  await form.fill({ 会議体: '協働推進本部会議', 開催日: '2026-10-01', 案件: '年間の予定' });
  await choose(form, { 開催方法: '書面開催' });
  expect([noteOf(form), form.values.報告書での日付]).toEqual(['開催案内送付', '期限(…まで)']);
  await choose(form, { 会議体: '協働推進本部会議幹事会' });
  expect([noteOf(form), form.values.報告書での日付]).toEqual(['持ち回り', '期限(…まで)']);
  await choose(form, { 開催方法: '対面' });
  expect(noteOf(form)).toBe('持ち回り');
  await choose(form, { 開催方法: '書面開催' });
  expect(form.values).toMatchObject({ 日付欄の注記: '持ち回り', 開催日: '2026-10-01', 案件: '年間の予定' });
  expect(await form.submit()).toEqual({ closed: true, errors: {} });
  expect(await rowsOf(practice, 'select note, way::text from meeting', [])).toEqual([
    { note: '持ち回り', way: 'written' },
  ]);
  await practice.slack.dm(SECRETARY).next();
});

test('the body may be chosen after the way', async () => {
  const form = await openMeetingForm(practice);
  await choose(form, { 開催方法: '書面開催' });
  await choose(form, { 会議体: '協働推進本部会議' });
  expect(noteOf(form)).toBe('開催案内送付');
  await form.close();
});

test('what was typed is kept whatever is chosen', async () => {
  const form = await openMeetingForm(practice);
  await form.fill({ 会議体: '協働推進本部会議', 日付欄の注記: '案内済み' });
  await choose(form, { 開催方法: '書面開催' });
  expect(noteOf(form)).toBe('案内済み');
  await form.close();
  const filled = await openMeetingForm(practice);
  await filled.fill({ 会議体: '協働推進本部会議' });
  await choose(filled, { 開催方法: '書面開催' });
  await filled.fill({ 日付欄の注記: '開催案内を送付' });
  await choose(filled, { 開催方法: '対面' });
  expect(noteOf(filled)).toBe('開催案内を送付');
  await filled.close();
});

test('a record that is changed to 書面開催 gets it where it has no note', async () => {
  const told = await recordByForm(practice, { 開催日: '2026-10-05' });
  const form = await pressToOpen(practice.secretary, '編集', told);
  await choose(form, { 開催方法: '書面開催' });
  expect(noteOf(form)).toBe('開催案内送付');
  expect(await form.submit()).toEqual({ closed: true, errors: {} });
  const noted = await recordByForm(practice, { 開催日: '2026-10-06', 日付欄の注記: '臨時' });
  const other = await pressToOpen(practice.secretary, '編集', noted);
  await choose(other, { 開催方法: '書面開催' });
  expect(noteOf(other)).toBe('臨時');
  await other.close();
});
