import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addDays, localDate } from '../../../src/domain/calendar/local-date.ts';
import { deliver } from '../../../src/services/delivery/deliver.ts';
import { editMeeting } from '../../../src/services/meeting/edit.ts';
import { cancelOccasion } from '../../../src/services/occasion/cancel.ts';
import { restoreOccasion } from '../../../src/services/occasion/restore.ts';
import { deliveryPages } from '../../../src/views/delivery/deliveries.ts';
import { noMorePage } from '../../../src/views/measure.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { SECRETARY } from '../../support/practice.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());
afterEach(() => {
  expect(desk.slack.refusals).toEqual([]);
});

let day = 0;
/** A meeting of a day no other test has used, its message planned and not sent. */
const planned = () => desk.recordMeeting(addDays(localDate('2026-10-01'), day++));

const tryIt = (deliveryId: string, isLastTry = false) =>
  deliver(
    { ...desk, write: deliveryPages, nothingMore: noMorePage() },
    { workspaceId: desk.workspaceId, deliveryId, isLastTry },
  );

const messagesOf = (deliveryId: string) =>
  desk.slack
    .messages(SECRETARY)
    .filter(({ metadata }) => JSON.stringify(metadata ?? {}).includes(deliveryId));

const postsOf = (deliveryId: string) =>
  desk.slack.calls.filter(
    ({ method, args }) => method === 'chat.postMessage' && JSON.stringify(args).includes(deliveryId),
  ).length;

const stateOf = async (deliveryId: string) => (await desk.record.deliveries.find(deliveryId))?.state;

const edit = async (meetingId: string, heldOn: string, items: string) => {
  const draft = await desk.draft(heldOn, items);
  const revision = (await desk.record.meetings.find(meetingId))?.revision ?? 0;
  const input = { key: `edit-${meetingId}-${items}`, draft };
  const edited = await editMeeting(desk, { meetingId, revision }, input, desk.secretary);
  expect(edited.ok).toBe(true);
};

const sent = { kind: 'done', state: 'sent' };
/** What a post has ended, and not a look or a change. */
const byPost = <T extends object>(outcome: T) => ({ ...outcome, isPost: true });
const again = (problem: unknown) => ({ kind: 'again', problem });
const outage = (problem: unknown) => ({ kind: 'outage', problem });
const anything = expect.any(String);

test('a planned message is posted to the recorder, and a second run of its job posts nothing', async () => {
  const { deliveryId } = await planned();
  expect([await tryIt(deliveryId), await tryIt(deliveryId)]).toEqual([byPost(sent), sent]);
  expect([messagesOf(deliveryId).length, postsOf(deliveryId)]).toEqual([1, 1]);
});

test.each([
  { what: 'an error of Slack’s server', fault: { status: 500 }, first: outage('HTTP 500'), posts: 2 },
  { what: 'a rate limit', fault: { rateLimited: 30 }, first: { kind: 'later', afterMs: 30_000 }, posts: 2 },
  {
    what: 'a rate limit named in the body',
    fault: { error: 'ratelimited' },
    first: outage('ratelimited'),
    posts: 2,
  },
  ...(
    [
      'rate_limited',
      'message_limit_exceeded',
      'team_added_to_org',
      'org_login_required',
      'accesslimited',
    ] as const
  ).map((error) => ({ what: error, fault: { error }, first: outage(error), posts: 2 })),
  {
    what: 'a channel that is being moved',
    fault: { error: 'external_channel_migrating' },
    first: again('external_channel_migrating'),
    posts: 2,
  },
  { what: 'a token refused', fault: { error: 'token_revoked' }, first: outage('token_revoked'), posts: 2 },
  { what: 'an inner error', fault: { error: 'internal_error' }, first: outage('internal_error'), posts: 2 },
  { what: 'silence before posting', fault: { hang: true }, first: outage(anything), posts: 2 },
  { what: 'silence after posting', fault: { hangAfter: true }, first: outage(anything), posts: 1 },
  { what: 'a connection cut after posting', fault: { cutAfter: true }, first: outage(anything), posts: 1 },
] as const)('after $what the next try leaves exactly one message', async ({ fault, first, posts }) => {
  const { deliveryId } = await planned();
  desk.slack.faults.next('chat.postMessage', fault);
  expect(await tryIt(deliveryId)).toEqual(byPost(first));
  // Where it was there already it was found, which does not show that Slack takes messages.
  expect(await tryIt(deliveryId)).toEqual(posts === 2 ? byPost(sent) : sent);
  expect([messagesOf(deliveryId).length, postsOf(deliveryId)]).toEqual([1, posts]);
});

test.each([
  { what: 'not to be had', fault: { status: 503 }, second: outage('history: HTTP 503') },
  { what: 'rate limited', fault: { rateLimited: 1 }, second: { kind: 'later', afterMs: 1000 } },
  { what: 'refused', fault: { error: 'missing_scope' }, second: again('history: missing_scope') },
] as const)(
  'while the history is $what, an unknown outcome stays unknown and nothing is posted',
  async (row) => {
    const { deliveryId } = await planned();
    desk.slack.faults.next('chat.postMessage', { cutAfter: true });
    desk.slack.faults.next('conversations.history', row.fault);
    expect(await tryIt(deliveryId)).toEqual(byPost(outage(anything)));
    expect(await tryIt(deliveryId)).toEqual(row.second);
    expect(await tryIt(deliveryId)).toEqual(sent);
    expect([messagesOf(deliveryId).length, postsOf(deliveryId)]).toEqual([1, 1]);
  },
);

test('what Slack refuses for good is dead with Slack’s word, and is not tried again', async () => {
  const { deliveryId } = await planned();
  desk.slack.faults.next('chat.postMessage', { error: 'channel_not_found' });
  expect(await tryIt(deliveryId)).toEqual({ kind: 'done', state: 'dead', problem: 'channel_not_found' });
  expect(await tryIt(deliveryId)).toEqual({ kind: 'done', state: 'dead' });
  expect([messagesOf(deliveryId).length, postsOf(deliveryId)]).toEqual([0, 1]);
});

test('what the last try could not post is dead with its problem', async () => {
  const { deliveryId } = await planned();
  const problem = 'external_channel_migrating';
  desk.slack.faults.next('chat.postMessage', { error: problem });
  expect(await tryIt(deliveryId, true)).toEqual({ kind: 'done', state: 'dead', problem });
  expect(await stateOf(deliveryId)).toBe('dead');
});

test('an outage ends no message, unless it is seen with this one only', async () => {
  const { deliveryId } = await planned();
  desk.slack.faults.next('chat.postMessage', { status: 500 }, 2);
  expect(await tryIt(deliveryId, true)).toEqual(byPost(outage('HTTP 500')));
  expect(await stateOf(deliveryId)).toBe('sending');
  const target = { workspaceId: desk.workspaceId, deliveryId, isLastTry: false, isHopeless: true };
  expect(await deliver({ ...desk, write: deliveryPages, nothingMore: noMorePage() }, target)).toEqual({
    kind: 'done',
    state: 'dead',
    problem: 'HTTP 500',
  });
});

test.each([
  { what: 'is away', fault: { status: 503 }, first: outage('recipient: HTTP 503') },
  { what: 'refuses to say', fault: { error: 'missing_scope' }, first: again('recipient: missing_scope') },
] as const)(
  'while Slack $what whether a recipient is a member, nothing is posted',
  async ({ fault, first }) => {
    const { deliveryId } = await planned();
    // People are kept for five minutes.
    desk.clock.set(new Date(desk.clock.now().getTime() + 6 * 60_000).toISOString());
    desk.slack.faults.next('users.info', fault);
    expect(await tryIt(deliveryId)).toEqual(first);
    expect([postsOf(deliveryId), await stateOf(deliveryId)]).toEqual([0, 'planned']);
    expect(await tryIt(deliveryId)).toEqual(byPost(sent));
  },
);

test('a message that stands stays sent when the last try could not update it', async () => {
  const { meetingId, deliveryId } = await planned();
  await tryIt(deliveryId);
  await edit(meetingId, '2026-09-01', '議会への報告');
  desk.slack.faults.next('chat.update', { status: 500 });
  expect(await tryIt(deliveryId, true)).toEqual(outage('HTTP 500'));
  expect(await stateOf(deliveryId)).toBe('sent');
  desk.slack.faults.next('chat.update', { error: 'update_failed' });
  const problem = 'update_failed';
  expect(await tryIt(deliveryId, true)).toEqual({ kind: 'done', state: 'unshown', problem });
  expect(await desk.record.deliveries.find(deliveryId)).toMatchObject({ state: 'sent', problem });
});

test('a meeting cancelled before its message went out is not told of; restored, it is', async () => {
  const { meetingId, deliveryId } = await planned();
  await cancelOccasion(
    desk,
    { kind: 'meeting', id: meetingId },
    { key: 'cancel 1', draft: { reason: '重複' } },
    desk.secretary,
  );
  expect(await tryIt(deliveryId)).toEqual({ kind: 'done', state: 'dropped' });
  expect([postsOf(deliveryId), await stateOf(deliveryId)]).toEqual([0, 'dropped']);
  await restoreOccasion(desk, { kind: 'meeting', id: meetingId }, desk.secretary);
  expect([await tryIt(deliveryId), postsOf(deliveryId)]).toEqual([byPost(sent), 1]);
});

test('a meeting cancelled after its message was posted unseen is told of as cancelled, in that message', async () => {
  const { meetingId, deliveryId } = await planned();
  desk.slack.faults.next('chat.postMessage', { cutAfter: true });
  await tryIt(deliveryId);
  await cancelOccasion(
    desk,
    { kind: 'meeting', id: meetingId },
    { key: 'cancel 2', draft: { reason: '重複' } },
    desk.secretary,
  );
  expect(await tryIt(deliveryId)).toEqual(sent);
  expect(messagesOf(deliveryId).map(({ plain }) => plain.split('\n')[0])).toEqual(['記録を取り消しました']);
});

test('an edit between planning and sending shows in the one message posted', async () => {
  const { meetingId, deliveryId } = await planned();
  await edit(meetingId, '2026-09-02', '市民協働の指針');
  expect(await tryIt(deliveryId)).toEqual(byPost(sent));
  const [message] = messagesOf(deliveryId);
  expect(message).toMatchObject({ edited: false, plain: expect.stringContaining('(1)市民協働の指針') });
  expect(postsOf(deliveryId)).toBe(1);
});

test.each([
  { what: 'at once', faults: [], kind: 'outage' },
  { what: 'after an error of Slack’s server', faults: [{ status: 500 }], kind: 'outage' },
  { what: 'after silence', faults: [{ hang: true }], kind: 'outage' },
  { what: 'after an answer that was cut off', faults: [{ cutAfter: true }], kind: 'outage' },
  { what: 'after a rate limit', faults: [{ rateLimited: 1 }], kind: 'later' },
  { what: 'after an update that failed', faults: [{ error: 'update_failed' }], kind: 'again' },
  {
    what: 'after a channel that was migrating',
    faults: [{ error: 'external_channel_migrating' }],
    kind: 'again',
  },
] as const)('an edit while the message is out changes that message $what', async ({ faults, kind }) => {
  const { meetingId, deliveryId } = await planned();
  await tryIt(deliveryId);
  await edit(meetingId, '2026-09-03', `見直し ${day}`);
  for (const fault of faults) {
    desk.slack.faults.next('chat.update', fault);
    expect((await tryIt(deliveryId)).kind).toBe(kind);
  }
  expect(await tryIt(deliveryId)).toEqual(sent);
  expect(messagesOf(deliveryId)).toMatchObject([
    { edited: true, plain: expect.stringContaining(`(1)見直し ${day}`) },
  ]);
});

test('a delivery that is not there is over', async () => {
  expect(await tryIt('00000000-0000-4000-8000-000000000000')).toEqual({ kind: 'done', state: 'dropped' });
});
