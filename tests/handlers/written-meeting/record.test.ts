import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { putAnnouncedWrittenMeeting } from '../../support/asked-written-meetings.ts';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { CHAIR, startAskedBody } from '../asked-body.ts';
import { pressAnywhere } from '../asked-city.ts';
import {
  answerTo,
  bodyId,
  chosen,
  picked,
  post,
  submission,
  typed,
  WORKSPACE,
  withDatabase,
} from '../steps.ts';

/** A meeting of the record that was held in writing: what of it can be changed, and taken out. */

let practice: Practice;
let written: { readonly meetingId: string; readonly recordId: string };
let headquarters: string;
beforeAll(async () => {
  practice = await startAskedBody();
  headquarters = await bodyId(practice, '協働推進本部会議');
  written = await withDatabase(practice, (db) =>
    putAnnouncedWrittenMeeting(db, WORKSPACE, practice.clock.now(), {
      bodyId: headquarters,
      dueOn: localDate('2026-11-20'),
    }),
  );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const list = (who: string) => answerTo(practice.slack.person(who), '/kyodo-meeting', '一覧 本部会議');
const LINE = 'No 1 令和8年11月20日まで 開催案内送付(書面開催)';

test('stands in the list with its No, with 結果を見る for everybody and 会議録 for members', async () => {
  const [secretary, member, staff] = [await list(SECRETARY), await list(CHAIR), await list(STAFF)];
  for (const { plain } of [secretary, member, staff]) expect(plain).toContain(LINE);
  expect([secretary, member, staff].map(({ buttons }) => buttons.includes('結果を見る'))).toEqual([
    true,
    true,
    true,
  ]);
  expect([secretary, member, staff].map(({ buttons }) => buttons.includes('会議録'))).toEqual([
    true,
    true,
    false,
  ]);
});

test('編集 changes 日付欄の注記 alone, and says why', async () => {
  const form = await pressAnywhere(practice, SECRETARY, 'meeting.edit', written.recordId);
  expect([form.title, form.submitText, form.labels]).toEqual([
    '会議を編集',
    '変更を保存する',
    ['日付欄の注記', '変更の理由'],
  ]);
  expect(form.text).toContain('会議体、回答期限、案件は変えられません。');
  await form.fill({ 日付欄の注記: '書面により開催', 変更の理由: '表記の統一' });
  expect(await form.submit()).toEqual({ closed: true, errors: {} });
  expect((await list(STAFF)).plain).toContain('No 1 令和8年11月20日まで 書面により開催(書面開催)');
  const again = await pressAnywhere(practice, SECRETARY, 'meeting.edit', written.recordId);
  expect(again.text).toContain('開催案内送付');
  expect(again.text).toContain('表記の統一');
  await again.close();
});

test('the form of other meetings, sent by hand, changes nothing of what was asked and answered', async () => {
  const answer = await post(
    practice,
    submission(SECRETARY, {
      id: 'V0FORGED',
      callbackId: 'meeting.edit',
      metadata: { meetingId: written.recordId, revision: 2 },
      fields: {
        bodyId: chosen(headquarters),
        way: chosen('onsite'),
        heldOn: picked('2026-11-01'),
        precision: chosen('day'),
        items: typed('別の案件'),
      },
    }),
  );
  expect(answer.body).toContain('書面開催で回答を受けた会議のため、会議体、日付、案件は変えられません。');
  expect((await list(STAFF)).plain).toContain('(1)市の調査・検討について(審議)');
});

test('記録を取り消す takes it and its result away, and 元に戻す brings both back', async () => {
  const form = await pressAnywhere(practice, SECRETARY, 'meeting.cancel', written.recordId);
  await form.fill({ 理由: '重複' });
  await form.submit();
  expect((await list(STAFF)).plain).not.toContain('令和8年11月20日まで');
  const shown = await pressAnywhere(practice, STAFF, 'written-result.show', written.meetingId);
  expect(shown.text).toContain('取り消されています');
  await shown.close();
  const restored = await pressAnywhere(practice, SECRETARY, 'meeting.restore', written.recordId);
  await restored.close();
  expect((await list(STAFF)).plain).toContain('令和8年11月20日まで');
  const back = await pressAnywhere(practice, STAFF, 'written-result.show', written.meetingId);
  expect(back.text).toContain('結果:承認');
  await back.close();
});
