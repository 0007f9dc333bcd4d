import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { Practice } from '../../support/practice.ts';
import { ask, homeOf, openAnswerForm, PROMOTER, startAskedCity } from '../asked-city.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const put = (title: string, dueOn: string): Promise<string> =>
  ask(practice, { title, dueOn: localDate(dueOn), audience: 'everyone' });

/** What 照会の状況 on the secretariat's Home says, line by line. */
const status = async (): Promise<readonly string[]> => {
  const lines = (await homeOf(practice)).text.split('\n');
  const first = lines.indexOf('照会の状況') + 1;
  return lines.slice(first, lines.indexOf('協働推進員研修の日程'));
};

test('照会の状況 stands by deadline, the nearest first, with how many have answered of how many', async () => {
  await put('春の調査', '2026-12-25');
  const first = await put('夏の調査', '2026-11-25');
  await put('秋の調査', '2026-12-01');
  const form = await openAnswerForm(practice, PROMOTER, first, '福祉課');
  await form.fill({ 該当: '該当なし' });
  await (await form.submit()).form?.close();
  expect(await status()).toEqual([
    '令和8年度 第2号 夏の調査',
    '期限:令和8年11月25日(水)',
    '回答1/6件',
    '令和8年度 第3号 秋の調査',
    '期限:令和8年12月1日(火)',
    '回答0/6件',
    '令和8年度 第1号 春の調査',
    '期限:令和8年12月25日(金)',
    '回答0/6件',
  ]);
});

test('of more than five the nearest are shown, and how many more there are is said', async () => {
  for (const day of ['2026-12-21', '2026-12-22', '2026-12-23']) await put(`${day}の調査`, day);
  const shown = await status();
  expect(shown.filter((line) => line.startsWith('期限:'))).toEqual([
    '期限:令和8年11月25日(水)',
    '期限:令和8年12月1日(火)',
    '期限:令和8年12月21日(月)',
    '期限:令和8年12月22日(火)',
    '期限:令和8年12月23日(水)',
  ]);
  expect(shown.at(-1)).toBe('ほか1件');
});
