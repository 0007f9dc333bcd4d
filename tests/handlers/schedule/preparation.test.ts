import { afterEach, beforeEach, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { succeed } from '../../../src/domain/result.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { actorOf, answerTo, pressToOpen, recordByForm, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

let practice: Practice;
/** 本部会議 in writing and a meeting on a day, both in December: 15 working days before are 18 and 24 November 2026. */
beforeEach(async () => {
  practice = await startPractice({ now: '2026-10-05T10:00:00+09:00' });
}, 60_000);
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const planWritten = () =>
  recordByForm(practice, {
    会議体: '協働推進本部会議',
    開催方法: '書面開催',
    開催日: '2026-12-10',
    案件: '年間スケジュールについて(審議)',
  });
const planOnDay = () =>
  recordByForm(practice, {
    会議体: '協働事業成案化検討会議',
    開催方法: '対面',
    開催日: '2026-12-10',
    場所: '第1会議室',
    案件: '提案事業について(協議)',
  });
const morningOf = (day: string): Promise<Message> => {
  practice.clock.set(`${day}T08:59:00+09:00`);
  return runJobsAt(practice, `${day}T09:00:00`).then(() =>
    practice.slack.dm(SECRETARY).next(({ plain }) => plain.startsWith('回答・確認のお願い')),
  );
};
const menu = async (): Promise<Message> => answerTo(practice.secretary, '/kyodo', '');
const isAsked = async (): Promise<boolean> => (await menu()).plain.includes('の準備:');

test('on the morning of its day the secretariat is told, and from then on it stands in /kyodo', async () => {
  await planWritten();
  await planOnDay();
  expect(await isAsked()).toBe(false);
  const message = await morningOf('2026-11-18');
  expect(message.plain).toContain('協働推進本部会議の準備:令和8年12月10日まで');
  expect(message.plain).toContain('令和8年12月10日(木)まで、あと15開庁日です。');
  expect(message.buttons).toEqual(expect.arrayContaining(['書面開催を始める', '開催案内', '日程を変更']));
  await runJobsAt(practice, '2026-11-19T09:00:00');
  expect(
    practice.slack.messages(SECRETARY).filter(({ text }) => text.startsWith('回答・確認のお願い')),
  ).toHaveLength(1);
  expect((await menu()).plain).toContain('協働事業成案化検討会議の準備:令和8年12月10日');
});

test('書面開催を始める is filled with its body, 案件 and 回答期限, and kept as begun from it', async () => {
  await planWritten();
  const message = await morningOf('2026-11-18');
  const form = await pressToOpen(practice.secretary, '書面開催を始める', message);
  expect(form.values).toMatchObject({
    会議体: '協働推進本部会議',
    案件: '年間スケジュールについて(審議)',
    回答期限: '2026-12-10',
  });
  await form.fill({ 回答者: [STAFF], 送信: '下書きのまま保存' });
  expect((await form.submit()).errors).toEqual({ 回答者: expect.stringContaining('委員') });
});

/** A 書面開催 that another of the secretariat began from the 予定 meanwhile. */
const beginMeanwhile = async (state: 'draft' | 'open'): Promise<void> => {
  const at = practice.clock.now();
  const act = { actor: actorOf('U0OTHER', 'secretariat'), action: 'begin', at };
  await withDatabase(practice, async (db) => {
    const [planned] = await db.record(WORKSPACE).meetings.ofYear(2026);
    if (planned === undefined) throw new Error('it is there');
    await db.act(act, async ({ writtenMeetings }) => {
      const id = '11111111-1111-4111-8111-111111111111';
      const facts = { documentNumber: '', invitation: '', documents: '', voters: [], votersWithoutSlack: '' };
      await writtenMeetings.create(
        id,
        { ...facts, bodyId: planned.bodyId, dueOn: localDate('2026-12-09') },
        [{ position: 1, version: 1, text: '別の案件', kind: null }],
        { by: act.actor.id, at, plannedId: planned.id },
      );
      if (state === 'open')
        await writtenMeetings.putCourse(id, { state, sentAt: at, askedOn: localDate('2026-11-18') });
      return succeed(null);
    });
  });
};

test('書面開催を始める goes on with the draft that was begun from it meanwhile', async () => {
  await planWritten();
  const message = await morningOf('2026-11-18');
  await beginMeanwhile('draft');
  const form = await pressToOpen(practice.secretary, '書面開催を始める', message);
  expect(form.values).toMatchObject({ 案件: '別の案件', 回答期限: '2026-12-09' });
});

test('書面開催を始める of one that is asked meanwhile says so, with 状況', async () => {
  await planWritten();
  const message = await morningOf('2026-11-18');
  await beginMeanwhile('open');
  await practice.secretary.press('書面開催を始める', { in: message });
  const answer = await practice.secretary.nextAnswer();
  expect(answer.plain).toContain('この予定の書面開催は、すでに始まっています。');
  expect(answer.buttons).toEqual(['状況']);
  const progress = await pressToOpen(practice.secretary, '状況', answer);
  expect(progress.text).toContain('別の案件');
});

test('開催案内 gives the words to be sent, and 日程を変更 opens the form of the record', async () => {
  await planOnDay();
  const message = await morningOf('2026-11-18');
  const words = await pressToOpen(practice.secretary, '開催案内', message);
  for (const line of [
    '協働事業成案化検討会議の開催について',
    '日時:令和8年12月10日(木)',
    '開催方法:対面',
    '場所:第1会議室',
    '(1)提案事業について(協議)',
    '問合せ:事務局',
  ])
    expect(words.text).toContain(line);
  await words.close();
  const edit = await pressToOpen(practice.secretary, '日程を変更', message);
  expect(edit.title).toBe('会議を編集');
  await edit.fill({ 開催日: '2027-02-10' });
  await edit.submit();
  const moved = await practice.slack.until(
    ({ ts, plain }) => ts === message.ts && plain.includes('日程が令和9年2月10日に変わりました'),
  );
  expect(moved.buttons).not.toContain('開催案内');
  expect(await isAsked()).toBe(false);
  // 15 working days before Wed 10 February 2027.
  expect((await morningOf('2027-01-20')).plain).toContain('協働事業成案化検討会議の準備:令和9年2月10日');
});

test.each([['cancelled', 'meeting.cancel', { 理由: '延期' }, 'の記録を取り消しました']])(
  '%s, it is settled',
  async (_, actionId, entries, word) => {
    await planOnDay();
    const message = await morningOf('2026-11-18');
    const [{ id } = {}] = await rowsOf(practice, 'select id from meeting');
    const form = await (
      await practice.secretary.pressRaw({
        in: message,
        action: { type: 'button', block_id: 'pressed', action_id: actionId, value: String(id) },
      })
    ).opened();
    await form.fill(entries);
    await form.submit();
    await practice.slack.until(({ ts, plain }) => ts === message.ts && plain.includes(word));
    expect(await isAsked()).toBe(false);
  },
);

test('準備を始める日 of 会議体の決まり says how long before', async () => {
  await planOnDay();
  await rowsOf(practice, `update body_year set preparation_days = 5 where name = '協働事業成案化検討会議'`);
  await runJobsAt(practice, '2026-11-18T09:00:00');
  expect(practice.slack.messages(SECRETARY).some(({ text }) => text.startsWith('回答・確認のお願い'))).toBe(
    false,
  );
  expect((await morningOf('2026-12-03')).plain).toContain('協働事業成案化検討会議の準備:');
});

test('once its day is over it is asked whether it took place, and no longer prepared', async () => {
  await planOnDay();
  await morningOf('2026-11-18');
  await runJobsAt(practice, '2026-12-11T09:00:00');
  const after = await menu();
  expect(after.plain).not.toContain('の準備:');
  expect(after.buttons).toContain('実施を確認');
});
