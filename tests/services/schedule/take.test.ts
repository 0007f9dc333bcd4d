import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, plainStaff } from '../../../src/domain/actor.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { WrittenResultDraft } from '../../../src/domain/written-meeting/result.ts';
import { readWrittenOutcome } from '../../../src/queries/written-meeting/outcome.ts';
import { listSchedule } from '../../../src/services/schedule/list.ts';
import { takeEntry, takeSchedule } from '../../../src/services/schedule/take.ts';
import { announceWrittenResult } from '../../../src/services/written-meeting/announce.ts';
import { openWrittenMeeting } from '../../../src/services/written-meeting/open.ts';
import { saveWrittenMeeting } from '../../../src/services/written-meeting/save.ts';
import { saveWrittenResult } from '../../../src/services/written-meeting/save-result.ts';
import { stepWrittenMeeting } from '../../../src/services/written-meeting/step.ts';
import { openWrittenDesk, type WrittenDesk } from '../../support/written-meeting-desk.ts';

/** 書面開催 in the year's schedule, from its draft to the meeting of the record. */

let desk: WrittenDesk;
let staff: Actor;
beforeAll(async () => {
  desk = await openWrittenDesk(3);
  staff = plainStaff(desk.workspaceId, 'U0STAFF');
});
afterAll(() => desk.stop());

const take = async (id: string, actor = staff) => {
  const taken = await takeEntry(desk, { kind: 'written-meeting', id }, actor);
  if (!taken.ok) return taken.error.kind;
  const { entry, changes } = taken.value;
  return { uid: entry.uid, kind: entry.kind, standing: entry.standing, date: entry.facts.date, changes };
};
const listed = async () =>
  (await listSchedule(desk, { of: 2023, words: '' }, staff)).entries.map(({ id, standing }) => [
    id,
    standing,
  ]);

test('a draft is nobody’s date', async () => {
  const id = randomUUID();
  const form = { key: desk.nextKey(), draft: desk.draftOf() };
  await saveWrittenMeeting(desk, { meetingId: id, revision: 0 }, form, desk.secretary);
  expect([await take(id), await take(id, desk.secretary), await listed()]).toEqual(['gone', 'gone', []]);
});

test('one that is sent tomorrow morning is the secretariat’s until then', async () => {
  const meetingId = randomUUID();
  const form = { key: desk.nextKey(), draft: desk.draftOf({ dueOn: '2023-12-08', sending: 'next-morning' }) };
  await saveWrittenMeeting(desk, { meetingId, revision: 0 }, form, desk.secretary);
  const sending = { key: desk.nextKey(), draft: 'next-morning' } as const;
  await openWrittenMeeting(desk, { meetingId, revision: 1 }, sending, desk.secretary);
  expect([await take(meetingId), await listed()]).toEqual(['gone', []]);
  expect(await take(meetingId, desk.secretary)).toMatchObject({ standing: 'open' });
  await stepWrittenMeeting(desk, { meetingId }, { step: 'cancel', reason: '見送り' }, desk.secretary);
});

/** What a reader of the schedule is shown, takes as a file, and takes as one date. */
const seenBy = async (id: string, actor: Actor) => {
  const list = await listSchedule(desk, { of: 2023, words: '' }, actor);
  const file = await takeSchedule(desk, 2023, actor);
  return {
    listed: list.entries.some((entry) => entry.id === id),
    inFiles: file.entries.some(({ entry }) => entry.id === id),
    taken: typeof (await take(id, actor)) !== 'string',
  };
};

test.each([
  { when: 'the day before', at: '2023-07-26T16:00:00+09:00', isAsked: false },
  { when: 'on its morning, before it left', at: '2023-07-27T08:59:00+09:00', isAsked: false },
  { when: 'on its day, after it left', at: '2023-07-27T09:01:00+09:00', isAsked: true },
])(
  'one that was called off $when stays the secretariat’s alone where nobody was asked',
  async ({ at, isAsked }) => {
    desk.clock.set('2023-07-26T10:00:00+09:00');
    const meetingId = randomUUID();
    const form = {
      key: desk.nextKey(),
      draft: desk.draftOf({ dueOn: '2023-12-08', sending: 'next-morning' }),
    };
    await saveWrittenMeeting(desk, { meetingId, revision: 0 }, form, desk.secretary);
    const sending = { key: desk.nextKey(), draft: 'next-morning' } as const;
    const sent = await openWrittenMeeting(desk, { meetingId, revision: 1 }, sending, desk.secretary);
    expect(sent).toMatchObject({ ok: true, value: { askedOn: '2023-07-27' } });
    desk.clock.set(at);
    await stepWrittenMeeting(desk, { meetingId }, { step: 'cancel', reason: '見送り' }, desk.secretary);
    desk.clock.set('2023-08-01T10:00:00+09:00');
    expect(await seenBy(meetingId, staff)).toEqual({ listed: isAsked, inFiles: isAsked, taken: isAsked });
    expect(await seenBy(meetingId, desk.secretary)).toEqual({ listed: true, inFiles: true, taken: true });
    desk.clock.set('2023-07-26T10:00:00+09:00');
  },
);

test('one that is asked keeps its name and counts its changes, also when it is a meeting of the record', async () => {
  const id = await desk.begin();
  const asked = await take(id);
  if (typeof asked === 'string') throw new Error(asked);
  expect([asked, await listed()]).toEqual([
    {
      ...asked,
      uid: id,
      kind: 'written-meeting',
      standing: 'open',
      date: { kind: 'until', day: '2023-08-10' },
    },
    expect.arrayContaining([[id, 'open']]),
  ]);

  const draft = { dueOn: localDate('2023-08-17'), reason: '延長' };
  await stepWrittenMeeting(desk, { meetingId: id }, { step: 'extend', ...draft }, desk.secretary);
  const extended = await take(id);
  expect(extended).toMatchObject({ uid: id, date: { kind: 'until', day: '2023-08-17' } });

  desk.clock.set('2023-08-21T10:00:00+09:00');
  const meeting = await desk.record.writtenMeetings.find(id);
  const outcome = meeting && (await readWrittenOutcome(desk.record, meeting));
  if (outcome === undefined) throw new Error('it is there');
  await saveWrittenResult(
    desk,
    { meetingId: id, revision: outcome.meeting.revision, basis: outcome.basis, offered: '' },
    { key: desk.nextKey(), draft: WrittenResultDraft.parse({ notice: '結果', result1: 'approved' }) },
    desk.secretary,
  );
  const revision = (await desk.record.writtenMeetings.find(id))?.revision ?? 0;
  const told = await announceWrittenResult(
    desk,
    { meetingId: id, revision },
    { key: desk.nextKey(), draft: 'now' },
    desk.secretary,
  );
  expect(told.ok).toBe(true);
  const recorded = await take(id);
  if (typeof extended === 'string' || typeof recorded === 'string') throw new Error('it is there');
  expect(recorded).toMatchObject({ uid: id, kind: 'meeting', standing: 'settled' });
  expect([asked.changes < extended.changes, extended.changes < recorded.changes]).toEqual([true, true]);
  const year = await takeSchedule(desk, 2023, staff);
  expect(year.entries.map(({ entry, changes }) => [entry.uid, changes])).toContainEqual([
    id,
    recorded.changes,
  ]);
});

test('one that was called off stays as a date that was', async () => {
  desk.clock.set('2023-07-26T10:00:00+09:00');
  const id = await desk.begin({ dueOn: '2024-03-29' });
  await stepWrittenMeeting(desk, { meetingId: id }, { step: 'cancel', reason: '見送り' }, desk.secretary);
  expect(await take(id)).toMatchObject({ uid: id, standing: 'cancelled' });
  expect(await listed()).toContainEqual([id, 'cancelled']);
});
