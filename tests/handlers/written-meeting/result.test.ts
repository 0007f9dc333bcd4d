import { afterAll, beforeAll, expect, test } from 'vitest';
import { putDecidedWrittenMeeting } from '../../support/asked-written-meetings.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { startAskedBody } from '../asked-body.ts';
import { pressAnywhere } from '../asked-city.ts';
import { bodyId, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** 結果を通知する outside of office hours, and 自分に試し送信. */

let practice: Practice;
let meetingId: string;
beforeAll(async () => {
  practice = await startAskedBody('2026-11-24T20:00:00+09:00');
  const headquarters = await bodyId(practice, '協働推進本部会議');
  meetingId = await withDatabase(practice, (db) =>
    putDecidedWrittenMeeting(db, WORKSPACE, practice.clock.now(), { bodyId: headquarters }),
  );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const planned = () =>
  rowsOf(
    practice,
    `select distinct kind, not_before from delivery where kind like 'written-result%' and kind <> 'written-result-trial'`,
  );

test('the evening asks when; what is tried comes to oneself alone, and what is told leaves on the next morning', async () => {
  const form = await pressAnywhere(practice, SECRETARY, 'written-result.open', meetingId);
  expect(form.values).toMatchObject({ 案件1の結果: '承認', 通知文: '結果をお知らせします。' });
  await form.fill({ 通知文: '改めてお知らせします。' });
  const confirmation = (await form.submit()).form;
  if (confirmation === undefined) throw new Error('no 送信の確認');
  expect(confirmation.values).toEqual({ 送信: '次の開庁日の9時に送る' });
  expect(confirmation.text).toContain('改めてお知らせします。');
  const notice = await (await confirmation.press('自分に試し送信')).opened();
  const trial = await practice.slack.dm(SECRETARY).next(({ plain }) => plain.includes('試し送信'));
  expect(trial.plain).toContain('改めてお知らせします。');
  await notice.close();
  expect(await planned()).toEqual([]);
  expect((await confirmation.submit()).form?.text).toContain(
    '令和8年11月25日(水)の朝に、3名に結果を通知します。',
  );
  expect(await planned()).toEqual([
    { kind: 'written-result', not_before: new Date('2026-11-25T09:00:00+09:00') },
  ]);
});
