import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../support/desk.ts';
import { type Practice, startPractice } from '../../support/practice.ts';
import { pressToOpen, recordByForm } from '../steps.ts';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({
    channels: [
      { id: 'C0HONBU', name: '本部会議' },
      { id: 'C0KANJI', name: '幹事会' },
    ],
  });
  const notify = `update body_year set notify_channel = $1 where name = $2`;
  await ask(practice.database, notify, ['C0HONBU', '協働推進本部会議']);
  await ask(practice.database, notify, ['C0KANJI', '協働推進本部会議幹事会']);
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test('a meeting moved to another body is taken back in the one channel and told in the other', async () => {
  const { slack, secretary } = practice;
  const told = await recordByForm(practice, { 開催日: '2026-10-01', 案件: '案件' });
  const first = await slack.channel('C0HONBU').next();
  const form = await pressToOpen(secretary, '編集', told);
  await form.fill({ 会議体: '協働推進本部会議幹事会' });
  expect(await form.submit()).toEqual({ closed: true, errors: {} });

  const second = await slack.channel('C0KANJI').next();
  expect(second.plain.split('\n').slice(0, 3)).toEqual([
    '協働推進本部会議幹事会の記録です',
    '協働推進本部会議幹事会',
    '開催日:令和8年10月1日(木)',
  ]);
  const takenBack = await slack.channel('C0HONBU').until(({ edited }) => edited);
  expect([takenBack.ts, takenBack.plain]).toEqual([
    first.ts,
    '記録を取り消しました\n協働推進本部会議\n令和8年10月1日',
  ]);
  expect([slack.messages('C0HONBU').length, slack.messages('C0KANJI').length]).toEqual([1, 1]);
});
