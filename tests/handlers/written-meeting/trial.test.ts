import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { askBody, startAskedBody } from '../asked-body.ts';
import { pressAnywhere } from '../asked-city.ts';
import { rowsOf } from '../steps.ts';

/** 自分に試し送信 pressed twice in 送信の確認, before the answer to the first stands on top of it. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedBody();
});
afterAll(() => practice.stop());

const trials = (kind: string) =>
  rowsOf(practice, 'select state from delivery where kind = $1 and recipient = $2', [kind, SECRETARY]);

test('a draft is tried once, and again once it was saved anew', async () => {
  const start = await (await practice.secretary.command('/kyodo-meeting', '書面')).opened();
  await start.fill({ 会議体: '協働推進本部会議' });
  await start.until(({ values }) => values.Slack未利用の回答者 !== null);
  await start.fill({ 案件: '市の調査・検討について(審議)', 回答期限: '2026-12-10', 送信: '今すぐ送る' });
  const confirmation = (await start.submit()).form;
  const shown = await confirmation?.until(({ submitText }) => submitText !== '');
  const first = await shown?.press('自分に試し送信');
  await shown?.press('自分に試し送信');
  await practice.slack.dm(SECRETARY).until(({ plain }) => plain.includes('(試し送信)'));
  expect(await trials('written-meeting-trial')).toHaveLength(1);
  expect(
    practice.slack
      .dm(SECRETARY)
      .messages.map(({ plain }) => plain)
      .join(''),
  ).not.toContain('画面を重ねて');
  await (await first?.opened())?.close();
  await shown?.close();
  await start.fill({ 案内文: '書面により開催します。' });
  const again = await (await start.submit()).form?.until(({ submitText }) => submitText !== '');
  await again?.press('自分に試し送信');
  await expect.poll(() => trials('written-meeting-trial')).toHaveLength(2);
});

test('so is a result', async () => {
  const meeting = await askBody(practice);
  await runJobsAt(practice, '2026-12-11T00:00:30');
  practice.clock.set('2026-12-11T10:00:00+09:00');
  const form = await pressAnywhere(practice, SECRETARY, 'written-result.open', meeting);
  await form.fill({ 案件1の結果: '承認' });
  const confirmation = (await form.submit()).form;
  await confirmation?.press('自分に試し送信');
  await confirmation?.press('自分に試し送信');
  await practice.slack.dm(SECRETARY).until(({ plain }) => plain.includes('結果のお知らせ(試し送信)'));
  expect(await trials('written-result-trial')).toHaveLength(1);
});
