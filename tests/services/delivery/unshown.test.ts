import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { correctByReply } from '../../../src/services/correct-by-reply.ts';
import { deliver } from '../../../src/services/delivery/deliver.ts';
import { settleDeadDelivery } from '../../../src/services/delivery/settle-dead.ts';
import { editMeeting } from '../../../src/services/meeting/edit.ts';
import { cancelOccasion } from '../../../src/services/occasion/cancel.ts';
import { deliveryPages } from '../../../src/views/delivery/deliveries.ts';
import { noMorePage } from '../../../src/views/measure.ts';
import { ask, type Desk, openDesk } from '../../support/desk.ts';
import { SECRETARY } from '../../support/practice.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());
afterEach(() => {
  desk.slack.faults.random(undefined);
  expect(desk.slack.refusals).toEqual([]);
});

const REFUSED = { kind: 'done', state: 'unshown' };
const SENT = { kind: 'done', state: 'sent' };
const POSTED = { ...SENT, isPost: true };

const tryIt = (deliveryId: string) =>
  deliver(
    { ...desk, write: deliveryPages, nothingMore: noMorePage() },
    { workspaceId: desk.workspaceId, deliveryId, isLastTry: false },
  );
const refuseUpdates = (error: string): void =>
  desk.slack.faults.random({ seed: 1, share: 1, faults: [{ error }], methods: ['chat.update'] });
const standing = (deliveryId: string) =>
  desk.slack.messages(SECRETARY).filter(({ metadata }) => JSON.stringify(metadata).includes(deliveryId));
const stored = (id: string) => desk.record.deliveries.find(id);

let day = 1;
/** A meeting whose message was posted, and that was changed since. */
const changed = async (items: string) => {
  const heldOn = `2026-10-${String(day++).padStart(2, '0')}`;
  const posted = await desk.recordMeeting(heldOn);
  expect(await tryIt(posted.deliveryId)).toEqual(POSTED);
  await change(posted.meetingId, heldOn, items);
  return { ...posted, heldOn };
};
const change = async (meetingId: string, heldOn: string, items: string): Promise<void> => {
  const { revision = 0 } = (await desk.record.meetings.find(meetingId)) ?? {};
  const input = { key: `${meetingId} ${items}`, draft: await desk.draft(heldOn, items) };
  expect((await editMeeting(desk, { meetingId, revision }, input, desk.secretary)).ok).toBe(true);
};
const correctionOf = async (deliveryId: string): Promise<string> => {
  const [row] = await ask(
    desk.database,
    'select id from delivery where subject = $1 order by planned_at desc',
    [`delivery:${deliveryId}`],
  );
  return String(row?.id);
};

test.each([
  'edit_window_closed',
  'message_not_found',
  'cant_update_message',
  'block_mismatch',
  'is_inactive',
  'channel_not_found',
  'restricted_action_read_only_channel',
  'missing_scope',
  'msg_too_long',
  'a_word_of_next_year',
])('what Slack refuses to change by %s is not noted as shown, and is listed until it is', async (word) => {
  const { deliveryId } = await changed('要綱の改正');
  refuseUpdates(word);
  expect(await tryIt(deliveryId)).toEqual({ ...REFUSED, problem: word });
  expect(await stored(deliveryId)).toMatchObject({ state: 'sent', shown: 1, wanted: 2, problem: word });
  expect((await desk.record.deliveries.failed(99)).map(({ id }) => id)).toContain(deliveryId);
  // 再送, and Slack takes it now.
  desk.slack.faults.random(undefined);
  expect((await settleDeadDelivery(desk, deliveryId, true, desk.secretary)).ok).toBe(true);
  expect(await tryIt(deliveryId)).toEqual(SENT);
  expect(await stored(deliveryId)).toMatchObject({ shown: 2, wanted: 2, problem: null });
  expect(standing(deliveryId)).toMatchObject([{ plain: expect.stringContaining('要綱の改正') }]);
});

test('a reply corrects what can’t be changed, once, and follows the record from then on', async () => {
  const { meetingId, deliveryId, heldOn } = await changed('新しい指針');
  refuseUpdates('edit_window_closed');
  await tryIt(deliveryId);
  expect((await correctByReply(desk, deliveryId, desk.secretary)).ok).toBe(true);
  // Pressed twice, or by two of them.
  expect(await correctByReply(desk, deliveryId, desk.secretary)).toMatchObject({
    error: { kind: 'changed-meanwhile' },
  });
  const correction = await correctionOf(deliveryId);
  expect([await tryIt(correction), await tryIt(correction)]).toEqual([POSTED, SENT]);
  const [original] = standing(deliveryId);
  expect(standing(correction)).toMatchObject([
    {
      threadTs: original?.ts,
      plain: expect.stringMatching(/^訂正:上の投稿は書き換えられないため.*新しい指針/su),
    },
  ]);

  await change(meetingId, heldOn, 'さらに新しい指針');
  // The first message is refused again; nobody need hear of it, for the reply says it.
  expect(await tryIt(deliveryId)).toEqual({ ...SENT, problem: 'edit_window_closed' });
  expect((await desk.record.deliveries.failed(99)).map(({ id }) => id)).not.toContain(deliveryId);
  desk.slack.faults.random(undefined);
  expect(await tryIt(correction)).toEqual(SENT);
  expect(standing(correction)).toMatchObject([{ plain: expect.stringContaining('さらに新しい指針') }]);

  await cancelOccasion(
    desk,
    { kind: 'meeting', id: meetingId },
    { key: 'cancel', draft: { reason: '重複' } },
    desk.secretary,
  );
  expect([await tryIt(deliveryId), await tryIt(correction)]).toEqual([SENT, SENT]);
  for (const id of [deliveryId, correction])
    expect(standing(id)).toMatchObject([{ plain: expect.stringContaining('記録を取り消しました') }]);
});

test('a reply that can’t be changed either is corrected by another', async () => {
  const { meetingId, deliveryId, heldOn } = await changed('一つ目');
  refuseUpdates('edit_window_closed');
  await tryIt(deliveryId);
  await correctByReply(desk, deliveryId, desk.secretary);
  const first = await correctionOf(deliveryId);
  await tryIt(first);
  await change(meetingId, heldOn, '二つ目');
  await tryIt(deliveryId);
  expect(await tryIt(first)).toMatchObject(REFUSED);
  expect((await correctByReply(desk, first, desk.secretary)).ok).toBe(true);
  const second = await correctionOf(first);
  expect(await tryIt(second)).toEqual(POSTED);
  const [original] = standing(deliveryId);
  expect(standing(second)).toMatchObject([
    { threadTs: original?.ts, plain: expect.stringContaining('二つ目') },
  ]);
});

test('このままにする leaves the message as it stands, and the next change is tried again', async () => {
  const { meetingId, deliveryId, heldOn } = await changed('見直し');
  refuseUpdates('cant_update_message');
  await tryIt(deliveryId);
  expect((await settleDeadDelivery(desk, deliveryId, false, desk.secretary)).ok).toBe(true);
  expect((await desk.record.deliveries.failed(99)).map(({ id }) => id)).not.toContain(deliveryId);
  desk.slack.faults.random(undefined);
  await change(meetingId, heldOn, '見直しの見直し');
  expect(await tryIt(deliveryId)).toEqual(SENT);
  expect(standing(deliveryId)).toMatchObject([{ plain: expect.stringContaining('見直しの見直し') }]);
});
