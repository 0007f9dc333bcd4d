import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { openWrittenMeeting } from '../../../src/services/written-meeting/open.ts';
import { removeWrittenMeetingDraft } from '../../../src/services/written-meeting/remove-draft.ts';
import { saveWrittenMeeting } from '../../../src/services/written-meeting/save.ts';
import { type StepOfWrittenMeeting, stepWrittenMeeting } from '../../../src/services/written-meeting/step.ts';
import { openWrittenDesk, type WrittenDesk } from '../../support/written-meeting-desk.ts';

let desk: WrittenDesk;
beforeAll(async () => {
  desk = await openWrittenDesk(3);
});
beforeEach(() => {
  desk.clock.set('2023-07-26T10:00:00+09:00');
});
afterAll(() => desk.stop());

const save = (meetingId: string, revision: number, facts = {}, key = desk.nextKey()) =>
  saveWrittenMeeting(desk, { meetingId, revision }, { key, draft: desk.draftOf(facts) }, desk.secretary);
const open = (meetingId: string, revision: number, sending: 'now' | 'next-morning', key = desk.nextKey()) =>
  openWrittenMeeting(desk, { meetingId, revision }, { key, draft: sending }, desk.secretary);
const step = (meetingId: string, taken: StepOfWrittenMeeting, revision?: number) =>
  stepWrittenMeeting(
    desk,
    { meetingId, ...(revision === undefined ? {} : { revision }) },
    taken,
    desk.secretary,
  );
const stateOf = async (meetingId: string) => (await desk.record.writtenMeetings.find(meetingId))?.state;

describe('a draft', () => {
  test('is kept, changed by the same form and refused to one that does not know of a change', async () => {
    const meetingId = randomUUID();
    expect(await save(meetingId, 0, {}, 'one form')).toEqual({ ok: true, value: { revision: 1 } });
    expect(await save(meetingId, 0, { documentNumber: '第2号' }, 'one form')).toEqual({
      ok: true,
      value: { revision: 2 },
    });
    expect(await save(meetingId, 1)).toMatchObject({ ok: false, error: { kind: 'changed-meanwhile' } });
    expect((await desk.record.writtenMeetings.find(meetingId))?.documentNumber).toBe('第2号');
  });

  test.each([
    [{ voters: ['U0NOBODY'] }, { field: 'voters', kind: 'not-members', named: ['U0NOBODY'] }],
    [
      { voters: [], votersWithoutSlack: '' },
      { field: 'voters', kind: 'no-voters' },
    ],
    [{ bodyId: randomUUID() }, { field: 'bodyId', kind: 'unknown-body' }],
    [{ dueOn: '2023-07-26' }, { field: 'dueOn', kind: 'not-after-today', today: '2023-07-26' }],
    [
      { dueOn: '2023-07-27', sending: 'next-morning' },
      { field: 'dueOn', kind: 'not-after-asking', askedOn: '2023-07-27' },
    ],
    [{ items: '' }, { field: 'items', kind: 'no-items' }],
  ])('with %j is refused', async (facts, error) => {
    expect(await save(randomUUID(), 0, facts)).toEqual({ ok: false, error });
  });

  test('of a year in which 開催なし stands is refused', async () => {
    const none = {
      bodyId: desk.bodyId,
      fiscalYear: 2024,
      reason: '',
      recordedBy: 'U0',
      recordedAt: new Date(0),
    };
    await desk.record.didNotMeet.create(none);
    expect(await save(randomUUID(), 0, { dueOn: '2024-04-05' })).toMatchObject({
      error: { field: 'dueOn', kind: 'did-not-meet-stands', fiscalYear: 2024 },
    });
  });

  test('is removed; what was opened is not', async () => {
    const meetingId = randomUUID();
    await save(meetingId, 0);
    expect(await removeWrittenMeetingDraft(desk, meetingId, desk.secretary)).toEqual({
      ok: true,
      value: null,
    });
    expect(await stateOf(meetingId)).toBeUndefined();
    const begun = await desk.begin();
    expect(await removeWrittenMeetingDraft(desk, begun, desk.secretary)).toMatchObject({ ok: false });
    expect(await stateOf(begun)).toBe('open');
  });
});

describe('opening', () => {
  test('fixes the 回答者 in order, with 職名; who leaves later stays', async () => {
    const meetingId = await desk.begin();
    await desk.record.bodyMembers.cancel(desk.seat(2).memberId, desk.clock.now());
    const voters = await desk.record.writtenAnswers.votersOf(meetingId);
    await desk.record.bodyMembers.restore(desk.seat(2).memberId);
    expect(voters.map(({ position, name, title, slackId }) => [position, name, title, slackId])).toEqual([
      [1, '委員1', '第1部長', 'U0M1'],
      [2, '委員2', '第2部長', 'U0M2'],
      [3, '委員3', '第3部長', null],
    ]);
  });

  test('twice at once opens it once', async () => {
    const meetingId = randomUUID();
    await save(meetingId, 0);
    const both = await Promise.all([1, 2].map(() => open(meetingId, 1, 'now')));
    expect(both).toEqual(
      Array(2).fill({
        ok: true,
        value: { voters: 3, isReached: true, askedOn: '2023-07-26', morningAt: '09:00' },
      }),
    );
    expect(await desk.record.writtenAnswers.votersOf(meetingId)).toHaveLength(3);
  });

  test('of another draft than the one shown is refused', async () => {
    const meetingId = randomUUID();
    await save(meetingId, 0);
    await save(meetingId, 1);
    expect(await open(meetingId, 1, 'now')).toMatchObject({ error: { kind: 'changed-meanwhile' } });
    expect(await open(meetingId, 2, 'next-morning')).toMatchObject({ value: { askedOn: '2023-07-27' } });
  });

  test('is the secretariat’s alone', async () => {
    const meetingId = randomUUID();
    await save(meetingId, 0);
    const { actor } = desk.seat(1);
    expect(
      await openWrittenMeeting(desk, { meetingId, revision: 1 }, { key: 'member', draft: 'now' }, actor),
    ).toEqual({ ok: false, error: { kind: 'not-allowed', who: 'secretariat' } });
  });
});

describe('its course', () => {
  test('受付を終了 waits for all, 再開 takes a new day, 中止 ends it', async () => {
    const meetingId = await desk.begin();
    expect(await step(meetingId, { step: 'close' })).toEqual({
      ok: false,
      error: { kind: 'not-all-answered', unanswered: 3 },
    });
    for (const position of [1, 2]) await desk.say(meetingId, position, ['agree', 'agree']);
    await desk.say(meetingId, 3, ['agree', 'agree'], { by: desk.secretary });
    expect((await step(meetingId, { step: 'close' })).ok).toBe(true);
    expect((await step(meetingId, { step: 'close' })).ok).toBe(true);
    const reopened = await step(meetingId, {
      step: 'reopen',
      dueOn: localDate('2023-08-11'),
      reason: '資料を差し替えたため',
    });
    expect(reopened).toMatchObject({
      value: { warnOf: '2023-08-14', meeting: { state: 'open', dueBefore: '2023-08-10', endedAt: null } },
    });
    expect((await step(meetingId, { step: 'cancel', reason: '対面で開催するため' })).ok).toBe(true);
    expect(await step(meetingId, { step: 'close' })).toMatchObject({ error: { kind: 'changed-meanwhile' } });
    expect(await desk.record.writtenMeetings.find(meetingId)).toMatchObject({
      state: 'cancelled',
      endReason: '対面で開催するため',
    });
  });

  test('a form that does not know of a step is refused', async () => {
    const meetingId = await desk.begin();
    const { revision = 0 } = (await desk.record.writtenMeetings.find(meetingId)) ?? {};
    const extend = { step: 'extend', dueOn: localDate('2023-08-18'), reason: '延長' } as const;
    expect((await step(meetingId, extend, revision)).ok).toBe(true);
    expect(await step(meetingId, extend, revision)).toMatchObject({ error: { kind: 'changed-meanwhile' } });
  });
});
