import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { instantInTokyo, localDate } from '../../../src/domain/calendar/local-date.ts';
import { printMeetingDate } from '../../../src/domain/meeting/print.ts';
import { WrittenResultDraft } from '../../../src/domain/written-meeting/result.ts';
import { readWrittenOutcome } from '../../../src/queries/written-meeting/outcome.ts';
import { announceWrittenResult } from '../../../src/services/written-meeting/announce.ts';
import { openWrittenResult } from '../../../src/services/written-meeting/open-result.ts';
import { saveWrittenResult } from '../../../src/services/written-meeting/save-result.ts';
import { stepWrittenMeeting } from '../../../src/services/written-meeting/step.ts';
import { openWrittenDesk, type WrittenDesk } from '../../support/written-meeting-desk.ts';

let desk: WrittenDesk;
beforeAll(async () => {
  desk = await openWrittenDesk(4);
});
beforeEach(() => {
  desk.clock.set('2023-07-26T10:00:00+09:00');
});
afterAll(() => desk.stop());

const AFTER = '2023-08-14T10:00:00+09:00';

/** One with these 案件, to which three of four have answered, on the working day after its due day. */
const closed = async (items = '市の調査・検討について(審議)\n年間スケジュールについて'): Promise<string> => {
  desk.clock.set('2023-07-26T10:00:00+09:00');
  const meetingId = await desk.begin({ items });
  await desk.say(meetingId, 1, ['agree', 'agree']);
  await desk.say(meetingId, 2, ['object', 'agreeWithOpinion']);
  await desk.say(meetingId, 4, ['agreeWithOpinion', 'agree'], { by: desk.secretary });
  desk.clock.set(AFTER);
  return meetingId;
};
const draftOf = (facts: Partial<Record<string, string>> = {}) =>
  WrittenResultDraft.parse({ notice: '結果をお知らせします。', result1: 'approved', ...facts });
const found = async (meetingId: string) => {
  const meeting = await desk.record.writtenMeetings.find(meetingId);
  if (meeting === undefined) throw new Error('it is there');
  return meeting;
};
const basisNow = async (meetingId: string) => {
  const outcome = await readWrittenOutcome(desk.record, await found(meetingId));
  if (outcome === undefined) throw new Error('it is there');
  return outcome.basis;
};
const save = async (meetingId: string, facts = {}, key = desk.nextKey(), revision?: number) =>
  saveWrittenResult(
    desk,
    {
      meetingId,
      revision: revision ?? (await found(meetingId)).revision,
      basis: await basisNow(meetingId),
      offered: '',
    },
    { key, draft: draftOf(facts) },
    desk.secretary,
  );
const announce = async (
  meetingId: string,
  { sending = 'now' as 'now' | 'next-morning', key = desk.nextKey(), actor = desk.secretary } = {},
) =>
  announceWrittenResult(
    desk,
    { meetingId, revision: (await found(meetingId)).revision },
    { key, draft: sending },
    actor,
  );
const told = (meetingId: string) =>
  desk.database.ask(
    `select recipient from delivery where key like 'written-result:${meetingId}:%' order by recipient`,
  );

describe('what the result is put together from', () => {
  test('are the numbers of every 案件 with opinions, what the rules give, and nothing decided', async () => {
    const opened = await openWrittenResult(desk, await closed(), desk.secretary);
    const items = opened.ok ? opened.value.items : [];
    expect(
      items.map(({ agreed, withOpinion, objected, unanswered, opinions, ruling, decision }) => ({
        numbers: [agreed, withOpinion, objected, unanswered],
        opinions: opinions.map(({ voter, choice, words }) => [voter.name, choice, words]),
        ruling: ruling?.kind,
        decision,
      })),
    ).toEqual([
      {
        numbers: [2, 1, 1, 1],
        opinions: [
          ['委員2', 'object', '意見1'],
          ['委員4', 'agreeWithOpinion', '意見1'],
        ],
        ruling: 'carried',
        decision: undefined,
      },
      {
        numbers: [3, 1, 0, 1],
        opinions: [['委員2', 'agreeWithOpinion', '意見2']],
        ruling: undefined,
        decision: undefined,
      },
    ]);
  });

  test('wait until answers have ended, and are for the secretariat alone', async () => {
    const meetingId = await closed();
    desk.clock.set('2023-08-10T23:59:59+09:00');
    expect(await openWrittenResult(desk, meetingId, desk.secretary)).toEqual({
      ok: false,
      error: { kind: 'written-meeting-open' },
    });
    desk.clock.set(AFTER);
    expect(await openWrittenResult(desk, meetingId, desk.seat(1).actor)).toEqual({
      ok: false,
      error: { kind: 'not-allowed', who: 'secretariat' },
    });
  });
});

describe('結果をまとめる', () => {
  test('is kept as it was typed, changed by the same form, and refused to one that does not know of it', async () => {
    const meetingId = await closed();
    const { revision } = await found(meetingId);
    expect(await save(meetingId, { reply1: '参考にします。' }, 'a form')).toMatchObject({ ok: true });
    expect(await save(meetingId, { result1: 'amended', reply2: '承知しました。' }, 'a form')).toMatchObject({
      ok: true,
    });
    expect(await save(meetingId, {}, 'another form', revision)).toMatchObject({
      error: { kind: 'changed-meanwhile' },
    });
    expect(await found(meetingId)).toMatchObject({
      state: 'open',
      notice: '結果をお知らせします。',
      decisions: [
        { position: 1, result: 'amended', reply: '' },
        { position: 2, result: null, reply: '承知しました。' },
      ],
    });
    expect(await told(meetingId)).toEqual([]);
  });

  test('needs a 結果 for every 案件 that is deliberated, and for no other', async () => {
    expect(await save(await closed(), { result1: '' })).toEqual({
      ok: false,
      error: { field: 'result1', kind: 'result-needed' },
    });
    const reports = await closed('年間スケジュールについて\n昨年度の実績について(報告)');
    expect(await save(reports, { result1: undefined, result2: 'approved' })).toMatchObject({ ok: true });
    expect((await found(reports)).decisions.map(({ result }) => result)).toEqual([null, null]);
  });

  test('is chosen anew after 再開, but for the replies', async () => {
    const meetingId = await closed();
    await stepWrittenMeeting(desk, { meetingId }, { step: 'close' }, desk.secretary);
    await save(meetingId, { reply1: '参考にします。' });
    const dueOn = localDate('2023-08-18');
    const reopened = { step: 'reopen', dueOn, reason: '資料の訂正' } as const;
    await stepWrittenMeeting(desk, { meetingId }, reopened, desk.secretary);
    expect(await found(meetingId)).toMatchObject({
      state: 'open',
      notice: '',
      decisions: [
        { position: 1, result: null, reply: '参考にします。' },
        { position: 2, result: null, reply: '' },
      ],
    });
    desk.clock.set('2023-08-19T00:00:00+09:00');
    expect(await announce(meetingId)).toMatchObject({ error: { kind: 'changed-meanwhile' } });
  });
});

describe('結果を通知する', () => {
  test('makes it the meeting of its deadline day and plans each notice once', async () => {
    const meetingId = await closed('一つめについて(審議)\n二つめについて');
    await save(meetingId);
    const pressed = await Promise.all([1, 2, 3].map(() => announce(meetingId, { key: 'one view' })));
    expect(new Set(pressed.map((one) => JSON.stringify(one))).size).toBe(1);
    const meeting = await found(meetingId);
    const recordId = meeting.recordId ?? '';
    expect(pressed[0]).toEqual({ ok: true, value: { told: 3, leavesOn: null, recordId } });
    expect(meeting).toMatchObject({ state: 'announced', announcedAt: new Date(AFTER) });
    const recorded = await desk.record.meetings.find(recordId);
    expect(recorded).toMatchObject({
      way: 'written',
      items: [
        { text: '一つめについて', kind: 'deliberation' },
        { text: '二つめについて', kind: null },
      ],
      writtenMeetingId: meetingId,
      confirmedAt: new Date(AFTER),
      heldConfirmedAt: new Date(AFTER),
    });
    expect(recorded && printMeetingDate(recorded)).toBe('令和5年8月10日まで 開催案内送付(書面開催)');
    expect(await told(meetingId)).toEqual(['U0M1', 'U0M2', 'U0M3'].map((recipient) => ({ recipient })));
    expect(await announce(meetingId)).toEqual({
      ok: false,
      error: { kind: 'result-announced' },
    });
    expect(await save(meetingId)).toEqual({ ok: false, error: { kind: 'result-announced' } });
  });

  test('leaves on the next morning where that was chosen', async () => {
    const meetingId = await closed('三つめについて(審議)');
    await save(meetingId);
    desk.clock.set('2023-08-14T20:00:00+09:00');
    await announce(meetingId, { sending: 'next-morning' });
    const rows = await desk.database.ask(
      `select distinct not_before as leaves from delivery where key like 'written-result:${meetingId}:%'`,
    );
    expect(rows).toEqual([{ leaves: instantInTokyo(localDate('2023-08-15'), '09:00') }]);
  });

  test('is refused before a result was put together, to others than the secretariat, and beside the same meeting', async () => {
    const meetingId = await closed('四つめについて(審議)');
    expect(await announce(meetingId)).toMatchObject({ error: { kind: 'changed-meanwhile' } });
    await save(meetingId);
    expect(await announce(meetingId, { actor: desk.seat(1).actor })).toMatchObject({
      error: { kind: 'not-allowed' },
    });
    await announce(meetingId);
    const again = await closed('四つめについて(審議)');
    await save(again);
    expect(await announce(again)).toEqual({
      ok: false,
      error: {
        kind: 'written-record-stands',
        printed: '令和5年8月10日まで 開催案内送付(書面開催)',
      },
    });
    expect(await told(again)).toEqual([]);
  });
});
