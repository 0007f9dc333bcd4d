import { afterEach, beforeEach, expect, test } from 'vitest';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { MeetingDraft } from '../../../src/domain/meeting/meeting.ts';
import { WrittenResultDraft } from '../../../src/domain/written-meeting/result.ts';
import { readPreparationLine } from '../../../src/queries/morning/preparation-lines.ts';
import { readLineReading } from '../../../src/queries/morning/reading.ts';
import { isStanding } from '../../../src/queries/morning/standing.ts';
import { readSchedule } from '../../../src/queries/schedule/dates.ts';
import { readWrittenOutcome } from '../../../src/queries/written-meeting/outcome.ts';
import { editMeeting } from '../../../src/services/meeting/edit.ts';
import { listMeetings } from '../../../src/services/meeting/list.ts';
import { confirmHeld } from '../../../src/services/occasion/confirm-held.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { takeEntry, takeSchedule } from '../../../src/services/schedule/take.ts';
import { announceWrittenResult } from '../../../src/services/written-meeting/announce.ts';
import { saveWrittenMeeting } from '../../../src/services/written-meeting/save.ts';
import { saveWrittenResult } from '../../../src/services/written-meeting/save-result.ts';
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
const preparation = async (): Promise<unknown> => {
  const reading = await readLineReading(desk.record, desk.secretary.id, desk.clock.now());
  const line = await readPreparationLine(reading, `meeting:${plannedId}`);
  return line?.kind === 'preparation' ? line.preparation : line;
};
const isOwed = () => isStanding(desk.record, desk.secretary, `meeting:${plannedId}`, desk.clock.now());

/** The dates of its year's schedule. */
const scheduled = async (): Promise<readonly string[]> => {
  const reader = { actor: desk.secretary, now: desk.clock.now() };
  return (await readSchedule(desk.record, 2023, reader)).entries.map(({ kind, id }) => `${kind} ${id}`);
};

/** Puts its result together and tells it. */
const tell = async (meetingId: string) => {
  const outcome = await readWrittenOutcome(desk.record, await found(meetingId));
  if (outcome === undefined) throw new Error('it is there');
  const saved = await saveWrittenResult(
    desk,
    { meetingId, revision: (await found(meetingId)).revision, basis: outcome.basis, offered: '' },
    { key: desk.nextKey(), draft: WrittenResultDraft.parse({ notice: '結果', result1: 'approved' }) },
    desk.secretary,
  );
  expect(saved.ok).toBe(true);
  return announceWrittenResult(
    desk,
    { meetingId, revision: (await found(meetingId)).revision },
    { key: desk.nextKey(), draft: 'now' },
    desk.secretary,
  );
};

/** As calendars are told of it: the name it has there, and how often it was changed. */
const inCalendars = async () => {
  const { entries } = await takeSchedule(desk, 2023, desk.secretary);
  return entries.map(({ entry: { uid, standing }, changes }) => ({ uid, standing, changes }));
};
const oneInCalendars = async (kind: 'meeting' | 'written-meeting', id: string) => {
  const taken = await takeEntry(desk, { kind, id }, desk.secretary);
  return taken.ok && taken.value.entry.uid;
};

test('in calendars it is one date, with one name and ever more changes, from 予定 to the record and through 中止', async () => {
  const planned = await inCalendars();
  const meetingId = await desk.begin();
  const begun = await inCalendars();
  expect(await oneInCalendars('written-meeting', meetingId)).toBe(plannedId);
  await stepWrittenMeeting(desk, { meetingId }, { step: 'cancel', reason: '延期のため' }, desk.secretary);
  const again = await inCalendars();
  expect(await oneInCalendars('written-meeting', meetingId)).toBe(plannedId);
  const second = await desk.begin();
  const asked = await inCalendars();
  for (const position of [1, 2, 3]) await desk.say(second, position, ['agree']);
  desk.clock.set('2023-08-14T10:00:00+09:00');
  await tell(second);
  const recorded = await inCalendars();
  const all = [planned, begun, again, asked, recorded];
  expect(all.map((dates) => dates.map(({ uid, standing }) => [uid, standing]))).toEqual(
    ['planned', 'open', 'planned', 'open', 'settled'].map((standing) => [[plannedId, standing]]),
  );
  const changes = all.flatMap((dates) => dates.map((date) => date.changes));
  expect(changes).toEqual([...new Set(changes)].toSorted((one, other) => one - other));
});

test('a 書面開催 of its body and day is begun from it: it is prepared no more, until that is called off', async () => {
  expect([await preparation(), await isOwed()]).toEqual(['open', true]);
  const meetingId = await desk.begin();
  expect((await found(meetingId)).plannedId).toBe(plannedId);
  expect([await preparation(), await isOwed()]).toEqual(['in-writing', false]);
  expect(await scheduled()).toEqual([`written-meeting ${meetingId}`]);
  await stepWrittenMeeting(desk, { meetingId }, { step: 'cancel', reason: '延期のため' }, desk.secretary);
  expect([await preparation(), await isOwed()]).toEqual(['open', true]);
  expect(await scheduled()).toContain(`meeting ${plannedId}`);
});

test('of another day it is not, unless it was begun from it; of another body never', async () => {
  const other = await desk.begin({ dueOn: '2023-08-09' });
  expect((await found(other)).plannedId).toBeNull();
  const meetingId = '11111111-1111-4111-8111-111111111111';
  const [, another] = await desk.record.bodies.nameable(2023);
  const save = (key: string, id: string, facts: object) =>
    saveWrittenMeeting(
      desk,
      { meetingId: id, revision: 0, plannedId },
      { key, draft: desk.draftOf({ dueOn: '2023-08-09', ...facts }) },
      desk.secretary,
    );
  expect((await save('begun', meetingId, {})).ok).toBe(true);
  expect((await found(meetingId)).plannedId).toBe(plannedId);
  const elsewhere = '22222222-2222-4222-8222-222222222222';
  await save('elsewhere', elsewhere, { bodyId: another?.id, voters: [], votersWithoutSlack: '' });
  expect((await desk.record.writtenMeetings.find(elsewhere))?.plannedId ?? null).toBeNull();
});

test('its result is the record of the 予定, so that the meeting is there once', async () => {
  const meetingId = await desk.begin({ items: '市の調査・検討について(審議)' });
  for (const position of [1, 2, 3]) await desk.say(meetingId, position, ['agree']);
  // On the working day after its deadline nobody is asked whether it took place: its result is awaited.
  desk.clock.set('2023-08-14T10:00:00+09:00');
  expect([await preparation(), await isOwed()]).toEqual(['in-writing', false]);
  const told = await tell(meetingId);
  expect(told).toMatchObject({ ok: true, value: { recordId: plannedId } });
  const meetings = await desk.record.meetings.ofYear(2023);
  expect(meetings).toHaveLength(1);
  expect(meetings[0]).toMatchObject({
    id: plannedId,
    way: 'written',
    date: { kind: 'until', day: '2023-08-10' },
    items: [{ text: '市の調査・検討について', kind: 'deliberation' }],
    writtenMeetingId: meetingId,
    heldConfirmedAt: desk.clock.now(),
    cancelled: null,
  });
  expect([await preparation(), await isOwed()]).toEqual(['held', false]);
});

/** How the list has it, and what chapter 5 prints of it and asks. */
const listedAndPrinted = async () => {
  const { bodies } = await listMeetings(desk, { of: 2023, words: '' }, desk.secretary);
  const chapter = chapter5Of(await readChapter5(desk, desk.workspaceId, 2023));
  return {
    listed: bodies.flatMap(({ meetings }) =>
      meetings.map(({ standing, no, mayTakeMinutes }) => [standing, no, mayTakeMinutes]),
    ),
    printed: chapter.meetings.flatMap((part) =>
      part.kind === 'table' ? part.rows.map(({ date }) => date) : [],
    ),
    asked: chapter.unsettled
      .filter(({ text }) => text.includes('令和5年8月10日'))
      .map(({ text, settle }) => [text, ...settle]),
  };
};

test('after its day it stays 予定 in list and chapter, and is not confirmed as held, until its result is told', async () => {
  const [planned] = await desk.record.meetings.ofYear(2023);
  const name = (await desk.record.bodies.find(desk.bodyId, 2023))?.name;
  const meetingId = await desk.begin();
  for (const position of [1, 2, 3]) await desk.say(meetingId, position, ['agree']);
  const waiting = {
    listed: [['planned', null, false]],
    printed: [],
    asked: [
      [
        `・${name} 令和5年8月10日まで(書面開催):書面開催を始めています。結果を通知すると掲載します。`,
        { kind: 'see-written', meetingId },
      ],
    ],
  };
  expect(await listedAndPrinted()).toEqual(waiting);
  desk.clock.set('2023-08-14T10:00:00+09:00');
  expect(await listedAndPrinted()).toEqual(waiting);
  const of = { kind: 'meeting', id: plannedId } as const;
  expect(await confirmHeld(desk, of, true, desk.secretary)).toEqual({
    ok: false,
    error: { kind: 'decided-in-writing' },
  });
  // Nor is it by 編集, with another day that is over.
  const draft = MeetingDraft.parse({
    bodyId: desk.bodyId,
    way: 'written',
    heldOn: '2023-08-09',
    precision: 'until',
    items: '年間スケジュールについて',
  });
  const target = { meetingId: plannedId, revision: planned?.revision ?? 0 };
  const edited = await editMeeting(desk, target, { key: desk.nextKey(), draft }, desk.secretary);
  expect(edited.ok).toBe(true);
  expect((await desk.record.meetings.find(plannedId))?.heldConfirmedAt).toBeNull();
  expect(await tell(meetingId)).toMatchObject({ ok: true, value: { recordId: plannedId } });
  const told = await listedAndPrinted();
  expect([told.listed.map(([standing, no]) => [standing, no]), told.printed.length, told.asked]).toEqual([
    [['settled', 1]],
    1,
    [],
  ]);
});
