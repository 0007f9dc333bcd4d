import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { FILE_ADDRESS } from '../../../src/sandbox/faults.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import {
  answersOf,
  ask,
  openAnswerForm,
  PROMOTER,
  pressAnywhere,
  startAskedCity,
  targetValueOf,
} from '../asked-city.ts';

/** 様式の提出, 記述, and what is attached to other answers. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-20T08:30:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const PDF = { name: '回答.pdf', content: '%PDF-1.7 回答' };

const openFor = (inquiry: string): Promise<Form> => openAnswerForm(practice, PROMOTER, inquiry, '福祉課');

/** What counts for 福祉課: its words and its file. */
const counting = async (inquiry: string) => {
  const rows = await answersOf(practice, inquiry, '福祉課');
  const [row] = rows.filter(({ counts }) => counts);
  return row && [row.text, row.file];
};

test('a file of another kind than its name is refused, the right one kept, and it stays when words change', async () => {
  const inquiry = await ask(practice, { answerForm: 'document' });
  const form = await openFor(inquiry);
  expect(form.labels).toEqual(['回答', '添付']);
  await form.fill({ 添付: { name: '回答.pdf', content: 'PK ではない' } });
  const wrong = 'Excel(xlsx)、Word(docx)、PDFのファイルを選んでください。';
  expect((await form.submit()).errors).toEqual({ 添付: wrong });
  await form.fill({ 添付: PDF });
  expect((await form.submit()).form?.text).toContain('添付:回答.pdf');
  const again = await openFor(inquiry);
  await again.fill({ 回答: '差し替えはありません' });
  await again.submit();
  expect(await counting(inquiry)).toEqual(['差し替えはありません', '回答.pdf']);
});

test('a file behind a redirect that leads nowhere is told at its field, and one behind a good one is kept', async () => {
  const inquiry = await ask(practice, { answerForm: 'document' });
  const form = await openFor(inquiry);
  await form.fill({ 添付: PDF });
  practice.slack.faults.next(FILE_ADDRESS, { redirectTo: '/files-pri/T0PRACTICE-F0GONE/x.pdf' });
  expect((await form.submit()).errors).toEqual({
    添付: 'このファイルを読み取れませんでした。もう一度選んでください。何度か試しても同じときは、事務局にご相談ください。',
  });
  practice.slack.faults.next(FILE_ADDRESS, { redirectTo: '' }, 3);
  expect((await form.submit()).form?.text).toContain('添付:回答.pdf');
});

test('a large file is read while the person waits, one above 10 MB not taken', async () => {
  const inquiry = await ask(practice, { answerForm: 'document' });
  const form = await openFor(inquiry);
  const bytes = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(size)]);
  await form.fill({ 添付: { name: '大.pdf', content: bytes(11 * 1024 * 1024) } });
  const refused = await (await form.submit()).form?.until(({ text }) => text.includes('10MB'));
  expect(refused?.text).toContain('ファイルは10MBまでです。');
  await refused?.close();
  await form.fill({ 添付: { name: '中.pdf', content: bytes(2 * 1024 * 1024) } });
  const kept = await (await form.submit()).form?.until(({ text }) => text.includes('受け付けました'));
  expect(kept?.text).toContain('添付:中.pdf');
  await kept?.close({ all: true });
  expect(await counting(inquiry)).toEqual(['', '中.pdf']);
});

test('who may see an answer gets what was attached to it', async () => {
  const id = await ask(practice, { answerForm: 'document' });
  const form = await openAnswerForm(practice, PROMOTER, id, '福祉課');
  await form.fill({ 添付: { name: '様式.xlsx', content: 'PK\u0003\u0004 様式' } });
  await (await form.submit()).form?.close();
  const value = await targetValueOf(practice, id, '福祉課');
  const shown = await pressAnywhere(practice, SECRETARY, 'inquiry-answer.show', value);
  expect(shown.text).toContain('今の回答\n添付:様式.xlsx');
  const said = await (await shown.press('添付を受け取る')).opened();
  expect(said.text).toContain('「様式.xlsx」を、このボットとのメッセージにお送りしました。');
  const brought = await practice.slack.dm(SECRETARY).until(({ files }) => files.length > 0);
  expect(brought.plain).toContain('照会への回答に添付されたファイルです。');
});

test('記述: the words are the answer, and are there to be changed when it is opened again', async () => {
  const inquiry = await ask(practice, { answerForm: 'words', duty: 'opinions' });
  const form = await openFor(inquiry);
  expect(form.labels).toEqual(['回答', '添付']);
  expect((await form.submit()).errors).toMatchObject({ 回答: expect.any(String) });
  await form.fill({ 回答: '研修の対象を広げます。' });
  expect((await form.submit()).form?.text).toContain('福祉課)\n研修の対象を広げます。');
  const again = await openFor(inquiry);
  expect(again.values).toMatchObject({ 回答: '研修の対象を広げます。' });
  await again.fill({ 回答: '研修の対象を、来年度から広げます。' });
  await again.submit();
  expect(await counting(inquiry)).toEqual(['研修の対象を、来年度から広げます。', null]);
  expect(await answersOf(practice, inquiry, '福祉課')).toHaveLength(2);
});
