import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { subjectOf } from '../../../src/domain/subject.ts';
import { deliver } from '../../../src/services/delivery/deliver.ts';
import { confirmHeld } from '../../../src/services/occasion/confirm-held.ts';
import { deliveryPages } from '../../../src/views/delivery/deliveries.ts';
import { noMorePage } from '../../../src/views/measure.ts';
import { ask, type Desk, openDesk } from '../../support/desk.ts';
import { SECRETARY } from '../../support/practice.ts';

const LINES = 25;

let desk: Desk;
const meetings: string[] = [];
beforeAll(async () => {
  desk = await openDesk();
  for (let day = 1; day <= LINES; day += 1)
    meetings.push((await desk.recordMeeting(`2026-12-${String(day).padStart(2, '0')}`)).meetingId);
  desk.clock.set('2027-01-20T09:30:00+09:00');
});
afterAll(() => desk.stop());
afterEach(() => {
  expect(desk.slack.refusals).toEqual([]);
});

let turn = 0;
let key = '';
/** A morning message that asks about every meeting. */
beforeEach(async () => {
  turn += 1;
  key = `daily:${turn}`;
  const lines = meetings.map((id) => ({ kind: 'held-meeting' as const, ref: subjectOf('meeting', id) }));
  await desk.record.deliveries.planAll(
    [{ key, kind: 'morning', recipient: SECRETARY, subject: `morning:${turn}`, lines }],
    desk.clock.now(),
  );
});

const rows = () =>
  ask(
    desk.database,
    `select id, state::text, problem, wanted, shown, ts from delivery where key like $1 order by key`,
    [`${key}%`],
  );
/** Brings all of them, one after the other, until nothing is left to do: as the queue does. */
const bringAll = async (): Promise<readonly string[]> => {
  const states: string[] = [];
  for (let round = 0; round < 12; round += 1) {
    const open = (await rows()).filter(
      ({ state, wanted, shown }) => state !== 'dead' && (state !== 'sent' || wanted !== shown),
    );
    if (open.length === 0) break;
    for (const { id } of open) {
      const target = { workspaceId: desk.workspaceId, deliveryId: String(id), isLastTry: false };
      const outcome = await deliver({ ...desk, write: deliveryPages, nothingMore: noMorePage() }, target);
      states.push(outcome.kind === 'done' ? outcome.state : outcome.kind);
    }
  }
  return states;
};
const messages = async () => {
  const own = new Set((await rows()).map(({ ts }) => ts));
  return desk.slack.messages(SECRETARY).filter(({ ts }) => own.has(ts));
};
/** How often each meeting is asked about, and in how many messages, none in a thread. */
const asked = async () => {
  const texts = (await messages()).map(({ plain, threadTs }) => `${threadTs ?? ''}${plain}`);
  const days = Array.from({ length: LINES }, (_, index) => `令和8年12月${index + 1}日`);
  return {
    inMessages: texts.length,
    times: days.map((day) => texts.filter((text) => text.includes(day)).length),
  };
};
const ONCE = Array.from({ length: LINES }, () => 1);
const posts = (): number => desk.slack.calls.filter(({ method }) => method === 'chat.postMessage').length;

test('what is too long goes on in further messages, in order, each line once, and a second run posts nothing', async () => {
  await bringAll();
  const { inMessages, times } = await asked();
  expect(inMessages).toBeGreaterThan(1);
  expect(times).toEqual(ONCE);
  for (const { blocks } of await messages()) expect(JSON.stringify(blocks).length).toBeLessThan(13_000);
  expect((await messages()).map(({ ts }) => ts)).toEqual((await rows()).map(({ ts }) => ts));
  const before = posts();
  await bringAll();
  for (const { id } of await rows())
    await deliver(
      { ...desk, write: deliveryPages, nothingMore: noMorePage() },
      { workspaceId: desk.workspaceId, deliveryId: String(id), isLastTry: false },
    );
  expect(posts()).toBe(before);
});

test('what is done on a later page is changed in its place, and nothing is posted for it', async () => {
  await bringAll();
  const before = { posts: posts(), ...(await asked()) };
  const last = meetings.at(-1) ?? '';
  expect((await confirmHeld(desk, { kind: 'meeting', id: last }, true, desk.secretary)).ok).toBe(true);
  await bringAll();
  expect({ posts: posts(), ...(await asked()) }).toEqual(before);
  expect((await messages()).map(({ plain }) => plain.includes('予定どおり実施')).filter(Boolean)).not.toEqual(
    [],
  );
  expect((await confirmHeld(desk, { kind: 'meeting', id: last }, false, desk.secretary)).ok).toBe(true);
  await bringAll();
});

test('what was settled before it was posted moves no line off its page', async () => {
  const settled = meetings.slice(0, 3);
  for (const id of settled) await confirmHeld(desk, { kind: 'meeting', id }, true, desk.secretary);
  await bringAll();
  expect((await asked()).times).toEqual(ONCE);
  for (const id of settled) await confirmHeld(desk, { kind: 'meeting', id }, false, desk.secretary);
  await bringAll();
  expect((await asked()).times).toEqual(ONCE);
});

test('msg_blocks_too_long divides it further: nothing is lost, nothing is twice, nothing is given up', async () => {
  desk.slack.faults.next('chat.postMessage', { error: 'msg_blocks_too_long' }, 2);
  expect(await bringAll()).not.toContain('dead');
  const { inMessages, times } = await asked();
  expect(inMessages).toBeGreaterThan(2);
  expect(times).toEqual(ONCE);
});

test('the same of a page that continues it, and of a change', async () => {
  desk.slack.faults.next('chat.update', { error: 'msg_blocks_too_long' });
  await bringAll();
  const before = await asked();
  await desk.record.deliveries.refresh(`morning:${turn}`);
  expect(await bringAll()).not.toContain('dead');
  const after = await asked();
  expect(after.inMessages).toBeGreaterThan(before.inMessages);
  expect(after.times).toEqual(ONCE);
});

test('a connection cut after each post leaves every page once', async () => {
  desk.slack.faults.random({
    seed: 7,
    share: 0.5,
    faults: [{ cutAfter: true }],
    methods: ['chat.postMessage'],
  });
  await bringAll();
  desk.slack.faults.random(undefined);
  await bringAll();
  expect((await asked()).times).toEqual(ONCE);
});

test('a message of one block that Slack finds too long is given up with its sentence, not tried for ever', async () => {
  const { deliveryId } = await desk.recordMeeting('2027-01-19');
  desk.slack.faults.random({
    seed: 1,
    share: 1,
    faults: [{ error: 'msg_blocks_too_long' }],
    methods: ['chat.postMessage'],
  });
  const outcome = await deliver(
    { ...desk, write: deliveryPages, nothingMore: noMorePage() },
    { workspaceId: desk.workspaceId, deliveryId, isLastTry: false },
  );
  desk.slack.faults.random(undefined);
  expect(outcome).toEqual({ kind: 'done', state: 'dead', problem: 'msg_blocks_too_long' });
});
