import { afterAll, beforeAll, expect, test } from 'vitest';
import { dueSlotOf, JOBS } from '../../src/jobs/jobs.ts';
import { openWrittenDesk, type WrittenDesk } from '../support/written-meeting-desk.ts';

let desk: WrittenDesk;
beforeAll(async () => {
  desk = await openWrittenDesk(3);
});
afterAll(() => desk.stop());

const job = JOBS.find(({ name }) => name === 'close-written-meetings');

/** For which slot the job is due at a moment. */
const dueAt = async (now: string): Promise<string | undefined> => {
  const [facts] = await desk.db.dueJobs.facts([desk.workspaceId]);
  if (job === undefined || facts === undefined) throw new Error('the job is in the table');
  return dueSlotOf(job, facts, new Date(now))?.toISOString();
};

const run = async (now: string) => {
  desk.clock.set(now);
  const workspace = { ...desk.workspace, secretariat: [] };
  return job?.run({ ...desk, workspace }, desk.workspaceId, `close-written-meetings ${now}`);
};

test('a 書面開催 is closed from 24:00 of its due day on, closing days too, and nothing else is', async () => {
  expect(await dueAt('2023-08-11T00:00:00+09:00')).toBeUndefined();
  const first = await desk.begin();
  const later = await desk.begin({ dueOn: '2023-08-18' });
  expect(await dueAt('2023-08-10T23:59:59+09:00')).toBeUndefined();
  // Fri 11 August is 山の日; what was missed in an outage is made up for.
  expect(await dueAt('2023-08-11T00:00:30+09:00')).toBe('2023-08-10T15:00:00.000Z');
  expect(await dueAt('2023-08-14T09:00:00+09:00')).toBe('2023-08-14T00:00:00.000Z');
  expect(await run('2023-08-10T23:59:59+09:00')).toEqual({ writtenClosed: 0 });
  expect(await run('2023-08-11T00:00:00+09:00')).toEqual({ writtenClosed: 1 });
  expect(await desk.record.writtenMeetings.find(first)).toMatchObject({
    state: 'closed',
    endedAt: new Date('2023-08-11T00:00:00+09:00'),
  });
  expect((await desk.record.writtenMeetings.find(later))?.state).toBe('open');
  expect(await dueAt('2023-08-14T09:00:00+09:00')).toBeUndefined();
});

test('two processes at once close it once, and nobody is sent anything', async () => {
  const { id } = (await desk.record.writtenMeetings.inState(['open']))[0] ?? {};
  const planned = 'select count(*)::int as planned from delivery';
  // 開催案内 of both.
  const before = await desk.database.ask(planned);
  const counts = await Promise.all([1, 2].map(() => run('2023-08-19T00:00:00+09:00')));
  expect(counts.map((each) => each?.writtenClosed).toSorted()).toEqual([0, 1]);
  expect((await desk.record.writtenMeetings.find(id ?? ''))?.state).toBe('closed');
  expect(await desk.database.ask(planned)).toEqual(before);
});
