import { afterAll, beforeAll, expect, test } from 'vitest';
import { trusted } from '../../../src/domain/actor.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { succeed } from '../../../src/domain/result.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { askBody, startAskedBody } from '../asked-body.ts';
import { bodyId, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';
import { BODY } from '../written-city.ts';
import { openFor } from './course-steps.ts';

/** 開催なし of a year in which the body is asked in writing: not while that is under way. */

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedBody('2026-11-26T10:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const recordNone = async () => {
  const form = await (await practice.secretary.command('/kyodo-meeting', '開催なし')).opened();
  await form.fill({ '会議体・研修': BODY, 年度: '令和8年度' });
  const answer = await form.submit();
  if (!answer.closed) await form.close({ all: true });
  return answer;
};

test('is refused at its field, which names what is under way, and taken once that was cancelled', async () => {
  // Due in the next fiscal year, it is nothing of this one.
  await askBody(practice, { documentNumber: '豊コ第78号', dueOn: localDate('2027-04-05') });
  const meeting = await askBody(practice);
  expect(await recordNone()).toMatchObject({
    closed: false,
    errors: {
      '会議体・研修': `${BODY}は、書面開催(回答期限:令和8年12月10日(木))の途中です。開催なしとするときは、先に「書面開催の状況」で中止してください。`,
    },
  });
  const cancel = await openFor(practice, 'cancel', meeting);
  await cancel.fill({ 理由: '対面で開催するため' });
  await (await cancel.submit()).form?.close({ all: true });
  expect(await recordNone()).toEqual({ closed: true, errors: {} });
});

test('recorded while 送信の確認 of a 書面開催 lies open, it keeps that from being sent', async () => {
  const form = await (await practice.secretary.command('/kyodo-meeting', '書面')).opened();
  await form.fill({ 会議体: BODY });
  await form.until(({ values }) => values.Slack未利用の回答者 !== null);
  await form.fill({ 案件: '年間スケジュールについて', 回答期限: '2027-04-05', 送信: '今すぐ送る' });
  const confirmation = await (await form.submit()).form?.until(({ submitText }) => submitText !== '');
  const recordedAt = practice.clock.now();
  const none = { bodyId: await bodyId(practice, BODY), fiscalYear: 2027, reason: '', recordedAt };
  const actor = trusted(WORKSPACE, 'cli:test', 'cli');
  await withDatabase(practice, (db) =>
    db.act({ actor, action: 'test', at: recordedAt }, async (record) => {
      await record.didNotMeet.create({ ...none, recordedBy: SECRETARY });
      return succeed(null);
    }),
  );
  const sent = await confirmation?.submit();
  expect(sent?.form?.text ?? sent?.failed).toContain(`${BODY}は「令和9年度は開催なし」と記録されています。`);
  const opened = await rowsOf(
    practice,
    `select 1 from written_meeting where due_on = '2027-04-05' and state = 'open'`,
  );
  expect(opened).toHaveLength(1);
});
