import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Queue, startQueue } from '../../src/jobs/queue.ts';
import { ask, createKeptLog } from '../support/desk.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';

let server: OwnServer;
let queues: Queue[] = [];
beforeAll(async () => {
  server = await startOwnServer();
});
afterAll(() => server.stop());

/** Something a job waits for until the test lets it go on. */
const createGate = () => {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
};

let begun: string[] = [];
let ended: string[] = [];
let gate = createGate();
let gates: Record<string, ReturnType<typeof createGate>> = {};
beforeEach(() => {
  begun = [];
  ended = [];
  gate = createGate();
  gates = {};
});
afterEach(async () => {
  gate.open();
  await Promise.all(queues.map((queue) => queue.stop()));
  queues = [];
  await ask(server, 'truncate graphile_worker._private_jobs, graphile_worker._private_job_queues');
});

/** A queue whose jobs note their word; one whose word begins with `slow` waits at the gate, or at its own. */
const start = async (name = ''): Promise<Queue> => {
  const task = async (word: unknown): Promise<void> => {
    begun.push(`${name}${word}`);
    if (String(word).startsWith('slow')) await (gates[String(word)] ?? gate).passed;
    ended.push(`${name}${word}`);
  };
  const queue = await startQueue(server.connection, { note: task }, createKeptLog());
  queues.push(queue);
  return queue;
};

const add = (word: string) =>
  ask(server, `select graphile_worker.add_job('note', $1::json, queue_name := $2)`, [
    JSON.stringify(word),
    word,
  ]);

const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 15_000, interval: 20 });

const waiting = async (): Promise<number> =>
  Number((await ask(server, 'select count(*) as jobs from graphile_worker.jobs'))[0]?.jobs);

test('a job added while the queue runs is done and gone', async () => {
  await start();
  await add('one');
  await until(() => expect(ended).toEqual(['one']));
  await until(async () => expect(await waiting()).toBe(0));
});

test('after a restart of the database the queue goes on by itself', async () => {
  await start();
  await add('before');
  await until(() => expect(ended).toEqual(['before']));
  // Done is a job whose end is written down; one that is cut off before that is rightly done again.
  await until(async () => expect(await waiting()).toBe(0));
  await server.goDown();
  await server.comeBack();
  await add('after');
  await until(() => expect(ended).toEqual(['before', 'after']));
});

test('a job that ends while the database is away does not end the process, and the queue goes on', async () => {
  await start();
  await add('slow');
  await until(() => expect(begun).toEqual(['slow']));
  await server.goDown();
  gate.open();
  await until(() => expect(ended).toEqual(['slow']));
  await server.comeBack();
  await add('after');
  await until(() => expect(ended).toContain('after'));
  await until(async () => expect(await waiting()).toBe(0));
});

test('jobs that end one after the other while the database is away do not keep the queue from starting anew', async () => {
  // As many as run at once: a worker that looks for jobs meanwhile would end the queue in another way.
  const words = Array.from({ length: 5 }, (_, index) => `slow ${index}`);
  gates = Object.fromEntries(words.map((word) => [word, createGate()]));
  for (const word of words) await add(word);
  await start();
  await until(() => expect(begun).toHaveLength(words.length));
  await server.goDown();
  for (const word of words) {
    gates[word]?.open();
    await until(() => expect(ended).toContain(word));
  }
  await server.comeBack();
  await add('after');
  await until(() => expect(ended).toContain('after'));
  await until(async () => expect(await waiting()).toBe(0));
});

test('the database goes away while more jobs wait than are worked on: all are done, and the process goes on', async () => {
  const words = Array.from({ length: 20 }, (_, index) => `slow ${index}`);
  for (const word of words) await add(word);
  await start();
  await until(() => expect(begun.length).toBe(5));
  await server.goDown();
  gate.open();
  await server.comeBack();
  await until(() => expect(new Set(ended)).toEqual(new Set(words)));
  await until(async () => expect(await waiting()).toBe(0));
});

test('a job that runs through a restart of the database is not taken by another process', async () => {
  await start('first:');
  await add('slow');
  await until(() => expect(begun).toEqual(['first:slow']));
  await server.goDown();
  await server.comeBack();
  await add('other');
  await until(() => expect(ended).toEqual(['first:other']));
  await start('second:');
  await add('more');
  await until(() => expect(ended.length).toBe(2));
  expect(begun.filter((word) => word.endsWith('slow'))).toEqual(['first:slow']);
});

test('stopping waits for the job that runs and leaves the next one to others', async () => {
  const queue = await start('first:');
  await add('slow');
  await until(() => expect(begun).toEqual(['first:slow']));
  let isStopped = false;
  const stopped = queue.stop().then(() => {
    isStopped = true;
  });
  queues = [];
  // A worker that was just asking for a job when it was stopped may still be given one.
  const asking = `select 1 from pg_stat_activity where state = 'active' and query like '%graphile_worker%' and pid <> pg_backend_pid()`;
  await until(async () => expect(await ask(server, asking)).toEqual([]));
  await add('next');
  await start('second:');
  await until(() => expect(ended).toEqual(['second:next']));
  expect(isStopped).toBe(false);
  gate.open();
  await stopped;
  expect([begun, ended]).toEqual([
    ['first:slow', 'second:next'],
    ['second:next', 'first:slow'],
  ]);
  // The end of a job is written down a moment after it.
  await until(async () => expect(await waiting()).toBe(0));
});

test('stopping waits for the look for jobs of the dead that is under way', async () => {
  const log = createKeptLog();
  const queue = await startQueue(server.connection, {}, log);
  queues.push(queue);
  const client = new pg.Client(server.connection);
  await client.connect();
  await client.query(`select graphile_worker.add_job('note')`);
  await client.query(`
    begin;
    update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-dead', attempts = 1;
    commit;
    begin;
    select from graphile_worker._private_jobs for update`);
  const looking = `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%force_unlock_workers%'`;
  await until(async () => expect(await ask(server, looking)).toHaveLength(1));
  const stopped = queue.stop();
  queues = [];
  await client.end();
  await stopped;
  expect(log.lines).toEqual([]);
});

test('stopping while the database is away ends', async () => {
  const queue = await start();
  await server.goDown();
  queues = [];
  await queue.stop();
  await server.comeBack();
  await start();
  await add('later');
  await until(() => expect(ended).toEqual(['later']));
});

test('the jobs and queues a dead process had taken are free again at the next start', async () => {
  await add('orphan');
  await ask(
    server,
    `with taken as (
       update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-dead', attempts = 1)
     update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'pool-dead'`,
  );
  await start();
  await until(() => expect(ended).toEqual(['orphan']));
});

test('what a dead process had put back while it ran is done once, and leaves nothing in the queue', async () => {
  const addKeyed = () =>
    ask(server, `select graphile_worker.add_job('note', '"put back"', job_key := 'message')`);
  await addKeyed();
  await ask(
    server,
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-dead', attempts = 1`,
  );
  await addKeyed();
  await start();
  await until(async () => expect([ended, await waiting()]).toEqual([['put back'], 0]));
});
