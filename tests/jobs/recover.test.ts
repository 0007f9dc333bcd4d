import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliverTask } from '../../src/domain/delivery/delivery.ts';
import { deliverJob } from '../../src/jobs/deliver.ts';
import { alone } from '../support/alone.ts';
import { ask, createKeptLog, type Desk, openDesk } from '../support/desk.ts';
import { SECRETARY } from '../support/practice.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

/** What the queue would run now, and for which delivery. */
const jobs = () =>
  ask(
    desk.database,
    `select task_identifier as task, key from graphile_worker.jobs
     where key is not null and attempts < max_attempts and locked_at is null order by key`,
  );
const task = () => deliverTask(desk.workspaceId);

test.each([
  { what: 'has no job', sql: 'delete from graphile_worker._private_jobs' },
  {
    what: 'has a job that was killed at its last try',
    sql: 'update graphile_worker._private_jobs set attempts = max_attempts',
  },
  {
    what: 'has a job of before, that bears no workspace',
    sql: `select graphile_worker.add_job('deliver', '{}', 'deliver-1', null, 12, key) from graphile_worker.jobs`,
  },
])('a planned message that $what gets one, once', async ({ sql }) => {
  const { deliveryId } = await desk.recordMeeting('2026-10-01');
  await ask(desk.database, sql);
  expect(await desk.record.deliveries.recover()).toBe(1);
  expect(await jobs()).toEqual([{ task: task(), key: deliveryId }]);
  expect(await desk.record.deliveries.recover()).toBe(0);
});

test('a message half sent gets one; one that is sent, given up, dropped or waits for its time gets none', async () => {
  const ids: string[] = [];
  for (const day of ['01', '02', '03', '04', '05'])
    ids.push((await desk.recordMeeting(`2026-10-${day}`)).deliveryId);
  const [sending = '', sent = '', dead = '', dropped = '', later = ''] = ids;
  const { deliveries } = desk.record;
  await deliveries.startSending(sending, desk.clock.now());
  await deliveries.markSent(sent, { channel: 'C1', ts: '1.1' }, 1);
  await deliveries.end(dead, 'dead', 'channel_not_found');
  await deliveries.end(dropped, 'dropped', null);
  await deliveries.postpone(later, new Date('2026-11-25T09:00:00+09:00'));
  await ask(desk.database, 'delete from graphile_worker._private_jobs');
  expect(await deliveries.recover()).toBe(1);
  expect(await jobs()).toEqual([{ task: task(), key: sending }]);
});

test('a job that runs is left alone, whatever its name', async () => {
  await desk.recordMeeting('2026-10-01');
  await ask(
    desk.database,
    `select graphile_worker.add_job('deliver', '{}', 'deliver-1', null, 12, key) from graphile_worker.jobs`,
  );
  await ask(
    desk.database,
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'another'`,
  );
  expect(await desk.record.deliveries.recover()).toBe(0);
});

describe('in a thread', () => {
  const plan = async () => {
    const at = desk.clock.now();
    const common = { kind: 'free-text-answer', recipient: SECRETARY, subject: 'slack-user:U0' } as const;
    await desk.record.deliveries.planAll(
      [
        { ...common, key: 'root' },
        { ...common, key: 'second', thread: { key: 'root', place: 2 } },
        { ...common, key: 'first', thread: { key: 'root', place: 1 } },
      ],
      at,
    );
    await ask(desk.database, 'delete from graphile_worker._private_jobs');
    const idOf = async (key: string) => (await desk.deliveryOf(key)).id;
    return { root: await idOf('root'), first: await idOf('first'), second: await idOf('second') };
  };

  test('only the one whose turn it is gets a job', async () => {
    const { root, first, second } = await plan();
    const { deliveries } = desk.record;
    const next = async () => {
      await ask(desk.database, 'delete from graphile_worker._private_jobs');
      await deliveries.recover();
      return (await jobs()).map(({ key }) => key);
    };
    expect(await next()).toEqual([root]);
    await deliveries.markSent(root, { channel: 'C1', ts: '1.1' }, 1);
    expect(await next()).toEqual([first]);
    await deliveries.markSent(first, { channel: 'C1', ts: '1.2' }, 1);
    expect(await next()).toEqual([second]);
  });
});

test('a job of another workspace is never sent with this token: it goes back to where its own process takes it', async () => {
  const log = createKeptLog();
  const { deliveryId } = await desk.recordMeeting('2026-10-01');
  const payload = { workspaceId: desk.workspaceId, deliveryId };
  await ask(desk.database, 'delete from graphile_worker._private_jobs');
  const elsewhere = { db: desk.db, log, partsOf: async () => undefined };
  await deliverJob(elsewhere)(payload, alone({ attempts: 12 }));
  expect(desk.slack.messages(SECRETARY)).toEqual([]);
  expect((await desk.record.deliveries.find(deliveryId))?.state).toBe('planned');
  expect(await jobs()).toEqual([{ task: task(), key: deliveryId }]);
  expect(log.lines).toEqual([{ level: 'error', event: 'delivery of another workspace', data: payload }]);
});
