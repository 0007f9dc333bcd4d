import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { pressAnywhere } from '../asked-city.ts';
import { answerTo } from '../steps.ts';
import { AWAY, CHAIR, startWrittenCity, WELFARE } from '../written-city.ts';
import { AGREED, answer, begin, openFor } from './course-steps.ts';

/** All have answered, answers are ended and the result is told before the due day: nothing that is said supposes that the day is over. */

let practice: Practice;
let meeting: string;
beforeAll(async () => {
  practice = await startWrittenCity('2026-11-26T10:00:00+09:00');
  meeting = await begin(practice, '豊コ第41号');
  await answer(practice, meeting, [CHAIR, 1]);
  await answer(practice, meeting, [WELFARE, 2]);
  await answer(practice, meeting, [AWAY, 4]);
  const onPaper = { ...AGREED, 受けた方法: '紙', 受けた日: '2026-11-26' };
  await answer(practice, meeting, [SECRETARY, 3], onPaper);
  practice.clock.set('2026-11-27T10:00:00+09:00');
  await (await (await openFor(practice, 'close', meeting)).submit()).form?.close({ all: true });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test('who changes an answer reads that answers have ended, not that the due day is over', async () => {
  const form = await pressAnywhere(practice, WELFARE, 'written-answer.again', `${meeting}:2`);
  expect(form.text).toContain(
    '回答の受付は終了しました。入力した回答は期限後の回答として記録し、集計には入りません。',
  );
  const { form: kept } = await form.submit();
  expect(kept?.text).toContain('回答の受付が終了しているため、期限後の回答として記録しました。');
  expect(form.text + (kept?.text ?? '')).not.toContain('回答期限を過ぎて');
  await kept?.close({ all: true });
});

test('its record is 予定 until the due day and in the report from then; nobody is promised a question', async () => {
  const form = await pressAnywhere(practice, SECRETARY, 'written-result.open', meeting);
  await form.fill({ 案件1の結果: '承認' });
  const { form: confirmation } = await form.submit();
  expect(confirmation?.text).toContain('一覧には予定として載り、令和8年12月10日(木)から第5章に載ります。');
  await (await confirmation?.submit())?.form?.close({ all: true });
  const recorded = await practice.slack.dm(SECRETARY).next(({ plain }) => plain.startsWith('記録しました'));
  expect(recorded.plain).toContain('一覧には予定として載り、令和8年12月10日(木)から報告書に載ります。');
  expect(recorded.plain).not.toContain('お尋ねします');
  const list = () => answerTo(practice.secretary, '/kyodo-meeting', '一覧 令和8年度');
  expect((await list()).plain).toContain('【予定】');
  practice.clock.set('2026-12-10T10:00:00+09:00');
  expect((await list()).plain).not.toContain('【予定】');
});
