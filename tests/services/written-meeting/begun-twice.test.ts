import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWrittenMeeting } from '../../../src/services/written-meeting/open.ts';
import { openWrittenMeetingForm } from '../../../src/services/written-meeting/open-form.ts';
import { saveWrittenMeeting } from '../../../src/services/written-meeting/save.ts';
import { stepWrittenMeeting } from '../../../src/services/written-meeting/step.ts';
import { openWrittenDesk, planInWriting, type WrittenDesk } from '../../support/written-meeting-desk.ts';

/** A 予定 in writing for Thu 2023-08-10, to be prepared from 20 July on; it is the 26th. */
let desk: WrittenDesk;
let plannedId: string;
beforeEach(async () => {
  desk = await openWrittenDesk(4);
  plannedId = await planInWriting(desk);
});
afterEach(() => desk.stop());

const found = async (meetingId: string) => {
  const meeting = await desk.record.writtenMeetings.find(meetingId);
  if (meeting === undefined) throw new Error('it is there');
  return meeting;
};
/** Saves a draft that is begun from it; why not. */
const draftFromIt = async (meetingId: string, facts: object = {}) => {
  const form = { key: desk.nextKey(), draft: desk.draftOf(facts) };
  const saved = await saveWrittenMeeting(desk, { meetingId, revision: 0, plannedId }, form, desk.secretary);
  return saved.ok ? 'kept' : saved.error.kind;
};
const openDraft = async (meetingId: string) => {
  const form = { key: desk.nextKey(), draft: 'now' } as const;
  const opened = await openWrittenMeeting(desk, { meetingId, revision: 1 }, form, desk.secretary);
  return opened.ok ? 'open' : opened.error.kind;
};
const ONE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

test('書面開催を始める of it goes on with its draft, and begins none where one is asked', async () => {
  const pressed = () => openWrittenMeetingForm(desk, { plannedId }, desk.secretary);
  expect(await pressed()).toMatchObject({
    ok: true,
    value: { meeting: undefined, planned: { id: plannedId } },
  });
  expect(await draftFromIt(ONE)).toBe('kept');
  expect(await pressed()).toMatchObject({
    ok: true,
    value: { meetingId: ONE, meeting: { id: ONE, revision: 1 }, planned: undefined },
  });
  expect(await draftFromIt(OTHER)).toBe('drafted-already');
  expect(await openDraft(ONE)).toBe('open');
  expect(await pressed()).toEqual({
    ok: false,
    error: { field: 'bodyId', kind: 'begun-already', meetingId: ONE },
  });
  expect(await draftFromIt(OTHER)).toBe('begun-already');
  await stepWrittenMeeting(
    desk,
    { meetingId: ONE },
    { step: 'cancel', reason: '延期のため' },
    desk.secretary,
  );
  expect(await draftFromIt(OTHER)).toBe('kept');
});

test('of two that are begun from it at once the second is refused', async () => {
  const both = await Promise.all([draftFromIt(ONE), draftFromIt(OTHER)]);
  expect(both.toSorted()).toEqual(['drafted-already', 'kept']);
});

test('a draft of it is not sent where another was begun for its day meanwhile', async () => {
  expect(await draftFromIt(ONE, { dueOn: '2023-08-09' })).toBe('kept');
  const begun = await desk.begin();
  expect((await found(begun)).plannedId).toBe(plannedId);
  expect(await openDraft(ONE)).toBe('begun-already');
  expect((await found(ONE)).state).toBe('draft');
});
