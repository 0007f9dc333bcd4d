import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deliverTask } from '../../src/domain/delivery/delivery.ts';
import { deliverJob } from '../../src/jobs/deliver.ts';
import type { Line, Shown } from '../../src/jobs/line.ts';
import { type Queue, startQueue } from '../../src/jobs/queue.ts';
import { editMeeting } from '../../src/services/meeting/edit.ts';
import { alone } from '../support/alone.ts';
import { createKeptLog, type Desk, openDesk } from '../support/desk.ts';
import { SECRETARY } from '../support/practice.ts';

let desk: Desk;
const log = createKeptLog();
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const messages = (heldOn: string) =>
  desk.slack.messages(SECRETARY).filter(({ plain }) => plain.includes(heldOn));

const jobOf = (line: Line) => deliverJob({ db: desk.db, log, partsOf: async () => ({ ...desk, line, log }) });

describe('through the queue', () => {
  let queue: Queue;
  beforeAll(async () => {
    queue = await startQueue(
      desk.database.connection,
      { [deliverTask(desk.workspaceId)]: jobOf(desk.line) },
      log,
      { holds: desk.holds },
    );
  });
  afterAll(() => queue.stop());

  test('what failed is tried again by the queue, and arrives once', async () => {
    desk.slack.faults.next('chat.postMessage', { status: 500 });
    const { deliveryId } = await desk.recordMeeting('2026-10-01');
    await desk.slack.dm(SECRETARY).next();
    const key = { workspaceId: desk.workspaceId, deliveryId };
    expect(log.lines.at(0)).toEqual({
      level: 'warn',
      event: 'delivery waits for Slack',
      data: { ...key, problem: 'HTTP 500' },
    });
    expect(messages('令和8年10月1日')).toHaveLength(1);
  });

  test('an edit while the post is under way ends in one message of the newest state', async () => {
    desk.slack.faults.next('chat.postMessage', { hangAfter: true });
    const { meetingId } = await desk.recordMeeting('2026-10-02');
    await desk.slack.dm(SECRETARY).next();
    const draft = await desk.draft('2026-10-02', '市民協働の指針');
    const { revision = 0 } = (await desk.record.meetings.find(meetingId)) ?? {};
    const edited = await editMeeting(desk, { meetingId, revision }, { key: 'edit', draft }, desk.secretary);
    expect(edited.ok).toBe(true);
    await desk.slack.dm(SECRETARY).until(({ plain }) => plain.includes('市民協働の指針'));
    expect(messages('令和8年10月2日')).toHaveLength(1);
  });
});

test.each([
  { attempts: 11, level: 'warn', event: 'delivery to be tried again' },
  { attempts: 12, level: 'error', event: 'delivery done' },
])(
  'of 12 tries, number $attempts that fails is in the log as a $level',
  async ({ attempts, level, event }) => {
    const { deliveryId } = await desk.recordMeeting(`2026-10-${attempts}`);
    const payload = { workspaceId: desk.workspaceId, deliveryId };
    const problem = 'external_channel_migrating';
    desk.slack.faults.next('chat.postMessage', { error: problem });
    await jobOf(desk.line)(payload, alone({ attempts })).catch(() => undefined);
    expect(log.lines.at(-1)).toMatchObject({ level, event, data: { ...payload, problem } });
  },
);

test('the line hears what a post has shown, and that a message which was only found showed nothing of posts', async () => {
  const shown: (readonly [Shown, boolean | undefined])[] = [];
  const line: Line = {
    isOpen: () => true,
    enter: () => ({
      isLast: false,
      end: (what, isPost) => {
        shown.push([what, isPost]);
        return 'back';
      },
    }),
  };
  const tryIt = ({ deliveryId }: { readonly deliveryId: string }) =>
    jobOf(line)({ workspaceId: desk.workspaceId, deliveryId }, alone());
  const posted = await desk.recordMeeting('2026-10-20');
  desk.slack.faults.next('chat.postMessage', { cutAfter: true });
  await tryIt(posted);
  await tryIt(posted);
  await tryIt(await desk.recordMeeting('2026-10-21'));
  expect(shown).toEqual([
    ['outage', true],
    ['answers', undefined],
    ['answers', true],
  ]);
});
