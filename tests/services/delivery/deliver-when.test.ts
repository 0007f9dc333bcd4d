import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliver } from '../../../src/services/delivery/deliver.ts';
import { noteFailure } from '../../../src/services/delivery/note-failure.ts';
import { planMorningMessages } from '../../../src/services/morning/plan.ts';
import { confirmHeld } from '../../../src/services/occasion/confirm-held.ts';
import { deliveryPages } from '../../../src/views/delivery/deliveries.ts';
import { noMorePage } from '../../../src/views/measure.ts';
import { ask, type Desk, openDesk } from '../../support/desk.ts';
import { SECRETARY } from '../../support/practice.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('2023-08-01T10:00:00+09:00');
});
afterEach(async () => {
  expect(desk.slack.refusals).toEqual([]);
  await desk.stop();
});

const workspace = { secretariat: [] };

/** A meeting entered for Thu 10 August, asked about on Mon 14 August at 9:00; the message is not sent yet. */
const asked = async (): Promise<{ readonly meetingId: string; readonly deliveryId: string }> => {
  const { meetingId } = await desk.recordMeeting('2023-08-10');
  desk.clock.set('2023-08-14T09:00:00+09:00');
  const planned = await planMorningMessages({ ...desk, workspace }, desk.workspaceId, 'remind test');
  expect(planned.messages).toBe(1);
  const { id } = await desk.deliveryOf(`daily:${SECRETARY}:2023-08-14`);
  return { meetingId, deliveryId: id };
};

const tryIt = (deliveryId: string, isLastTry = false) =>
  deliver(
    { ...desk, write: deliveryPages, nothingMore: noMorePage() },
    { workspaceId: desk.workspaceId, deliveryId, isLastTry },
  );

test.each([
  { now: '2023-08-14T08:59:59+09:00', until: '2023-08-14T00:00:00.000Z' },
  { now: '2023-08-14T17:00:00+09:00', until: '2023-08-15T00:00:00.000Z' },
  { now: '2023-08-18T22:00:00+09:00', until: '2023-08-21T00:00:00.000Z' },
  { now: '2023-08-19T10:00:00+09:00', until: '2023-08-21T00:00:00.000Z' },
])('a question of the bot’s own that comes to be sent at $now waits until $until', async ({ now, until }) => {
  const { deliveryId } = await asked();
  desk.clock.set(now);
  expect(await tryIt(deliveryId)).toEqual({ kind: 'postponed', until: new Date(until) });
  expect(desk.slack.messages(SECRETARY)).toEqual([]);
  await ask(desk.database, 'delete from graphile_worker._private_jobs');
  const jobs = () => ask(desk.database, 'select key from graphile_worker.jobs');
  await desk.db.dueDeliveries.wake([desk.workspaceId], new Date(new Date(until).getTime() - 1));
  expect(await jobs()).toEqual([]);
  desk.clock.set(until);
  await desk.db.dueDeliveries.wake([desk.workspaceId], desk.clock.now());
  expect(await jobs()).toEqual([{ key: deliveryId }]);
  expect(await tryIt(deliveryId)).toEqual({ kind: 'done', state: 'sent', isPost: true });
});

test('what 運用ログ is told of a failure at night waits for the morning', async () => {
  desk.clock.set('2023-08-10T23:30:00+09:00');
  const told = { id: desk.workspaceId, logChannel: 'C0GENERAL' };
  await noteFailure({ ...desk, workspace: told }, { id: '1a2b3c4d', what: 'job' });
  const { id } = await desk.deliveryOf('failure:job:2023-08-14T00:00:00.000Z');
  expect(await tryIt(id)).toEqual({ kind: 'postponed', until: new Date('2023-08-14T00:00:00.000Z') });
  desk.clock.set('2023-08-14T09:00:00+09:00');
  expect(await tryIt(id)).toEqual({ kind: 'done', state: 'sent', isPost: true });
});

test('where the queue takes no job, what is due goes on waiting and leaves later', async () => {
  const { deliveryId } = await asked();
  const at = desk.clock.now();
  await desk.record.deliveries.postpone(deliveryId, at);
  await ask(desk.database, 'alter table graphile_worker._private_jobs rename to away');
  await expect(desk.db.dueDeliveries.wake([desk.workspaceId], at)).rejects.toThrow();
  expect(await desk.record.deliveries.waiting()).toMatchObject([{ id: deliveryId, notBefore: at }]);
  await ask(desk.database, 'alter table graphile_worker.away rename to _private_jobs');
  await desk.db.dueDeliveries.wake([desk.workspaceId], at);
  expect(await desk.record.deliveries.waiting()).toEqual([]);
});

test('記録しました answers what somebody has just done, and leaves at any hour', async () => {
  desk.clock.set('2023-08-05T23:30:00+09:00');
  const { deliveryId } = await desk.recordMeeting('2023-08-01');
  expect(await tryIt(deliveryId)).toEqual({ kind: 'done', state: 'sent', isPost: true });
});

test('a question that was answered before it could be sent is not sent any more', async () => {
  const { meetingId, deliveryId } = await asked();
  expect(await confirmHeld(desk, { kind: 'meeting', id: meetingId }, true, desk.secretary)).toEqual({
    ok: true,
    value: null,
  });
  expect(await tryIt(deliveryId)).toEqual({ kind: 'done', state: 'dropped' });
});

test('実施を確認 before the day, from a message of before 日程を変更, is refused', async () => {
  const { meetingId } = await desk.recordMeeting('2023-08-10');
  expect(await confirmHeld(desk, { kind: 'meeting', id: meetingId }, true, desk.secretary)).toEqual({
    ok: false,
    error: { kind: 'changed-meanwhile' },
  });
});

test('nothing is sent to an account that was deactivated: Slack would take it and show it to nobody', async () => {
  const { deliveryId } = await desk.recordMeeting('2023-08-01');
  await desk.slack.changePerson(SECRETARY, { deleted: true });
  expect(await tryIt(deliveryId)).toEqual({
    kind: 'done',
    state: 'dropped',
    problem: 'recipient is no member',
  });
  expect(desk.slack.messages(SECRETARY)).toEqual([]);
});

test('an unforeseen error is thrown on, and on the last try the message is given up with it', async () => {
  const { deliveryId } = await desk.recordMeeting('2023-08-01');
  const broken = (isLastTry: boolean) =>
    deliver(
      {
        ...desk,
        write: () => {
          throw new Error('no view for it');
        },
        nothingMore: noMorePage(),
      },
      { workspaceId: desk.workspaceId, deliveryId, isLastTry },
    );
  await expect(broken(false)).rejects.toThrow('no view for it');
  expect(await broken(true)).toEqual({ kind: 'done', state: 'dead', problem: 'Error: no view for it' });
  expect((await desk.record.deliveries.find(deliveryId))?.state).toBe('dead');
});
