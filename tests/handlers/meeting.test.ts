import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.stop());

test('a meeting recorded through the form is told of in the recorder’s DM', async () => {
  const { slack, secretary } = practice;
  await secretary.command('/kyodo-meeting');
  const form = await secretary.nextForm();
  await form.fill({ 会議体: '協働推進本部会議', 開催方法: '書面開催' });
  await form.until(({ values }) => values.報告書での日付 === '期限(…まで)');
  await form.fill({
    開催日: '2023-08-10',
    日付欄の注記: '開催案内送付',
    案件: '協働推進本部会議の年間スケジュールについて',
  });
  expect(await form.submit()).toMatchObject({ closed: true, errors: {} });
  const told = await slack.dm(SECRETARY).next();
  expect(told.plain).toContain('令和5年8月10日まで 開催案内送付(書面開催)');
  expect(told.buttons).toEqual(['内容を記録', '編集', '記録を取り消す']);
  expect(slack.refusals).toEqual([]);
});
