import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Practice, STAFF, startPractice } from '../../support/practice.ts';
import { actorOf, answerTo, auditOf, meetingIds, recordAs, recordByForm } from '../steps.ts';

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

describe('a record that does not count yet', () => {
  test('of a day to come is 予定, and neither numbered nor in the way of the numbers', async () => {
    const planned = await recordByForm(practice, { 開催日: '2026-11-25', 案件: 'これからの案件' });
    await recordByForm(practice, { 開催日: '2026-11-24', 案件: '本日の案件' });
    expect(planned.plain).toContain('【予定】協働推進本部会議\n開催日:令和8年11月25日(水)\n');
    expect(planned.plain).toContain(
      '予定として記録しました。令和8年11月26日(木)に、予定どおり行われたかをお尋ねします。',
    );
    const listed = async () =>
      (await answerTo(practice.secretary, '/kyodo-meeting', '一覧')).plain.split('\n').slice(1, 6);
    expect(await listed()).toEqual([
      '協働推進本部会議',
      'No 1 令和8年11月24日',
      '(1)本日の案件',
      '【予定】令和8年11月25日',
      '(1)これからの案件',
    ]);
    practice.clock.set('2026-11-25T00:30:00+09:00');
    expect(await listed()).toEqual([
      '協働推進本部会議',
      'No 1 令和8年11月24日',
      '(1)本日の案件',
      'No 2 令和8年11月25日',
      '(1)これからの案件',
    ]);
  });

  test('by a promoter is 未確認 until the secretariat presses 確認する', async () => {
    const { slack, secretary } = practice;
    const body = '協働事業成案化検討会議';
    await recordAs(practice, actorOf(STAFF, 'promoter'), { body, items: '推進員の案件' });
    const told = await slack.dm(STAFF).next();
    expect(told.plain).toContain(`【未確認】${body}\n`);
    expect(told.plain).toContain('事務局が確認すると、報告書に載ります。');

    const staff = slack.person(STAFF);
    const seen = await answerTo(staff, '/kyodo-meeting', '一覧');
    expect([seen.plain.includes('【未確認】令和8年10月1日\n(1)推進員の案件'), seen.buttons]).toEqual([
      true,
      ['前の年度', '次の年度'],
    ]);
    const list = await answerTo(secretary, '/kyodo-meeting', '一覧');
    expect(list.buttons.slice(0, 4)).toEqual(['確認する', '内容を記録', '編集', '会議録']);
    await secretary.press('確認する', { in: list });
    const confirmed = await slack.until(({ ts, edited }) => ts === list.ts && edited);
    expect(confirmed.plain).toContain(`${body}\nNo 1 令和8年10月1日\n(1)推進員の案件`);
    expect(confirmed.buttons).not.toContain('確認する');
    expect((await slack.dm(STAFF).until(({ edited }) => edited)).plain).not.toContain('未確認');

    await staff.pressRaw({
      in: seen,
      action: {
        type: 'button',
        block_id: 'x',
        action_id: 'meeting.confirm',
        value: (await meetingIds(practice))[0],
      },
    });
    expect((await staff.nextAnswer()).plain).toBe(
      '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。',
    );
    expect(await auditOf(practice, STAFF)).toEqual(['record-meeting', 'refused confirm-meeting']);
  });
});
