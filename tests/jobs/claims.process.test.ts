import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { QUEUES } from '../../src/domain/queues.ts';
import { createLife, type Life } from '../../src/jobs/queue-life.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';

let server: OwnServer;
const opened: { readonly life: Life; readonly pool: pg.Pool }[] = [];
beforeAll(async () => {
  server = await startOwnServer();
});
afterAll(() => server.stop());
afterEach(async () => {
  for (const { life, pool } of opened.splice(0)) {
    life.end();
    await pool.end();
  }
});

/** The sign of life of a process. */
const begin = async (id: string) => {
  const pool = new pg.Pool({ ...server.connection, max: 3 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const life = createLife(pool, QUEUES.ofMessages);
  opened.push({ life, pool });
  await life.prepare();
  await life.begin(id);
  return { ...life, pool };
};

test('one process has a name at a time, and one piece of work in it', async () => {
  const [first, second] = [await begin('first'), await begin('second')];
  const giveUp = await first.claim('one');
  expect(giveUp).toBeDefined();
  expect([await second.claim('one'), await first.claim('one')]).toEqual([undefined, undefined]);
  expect(await second.claim('other')).toBeDefined();
  await giveUp?.();
  expect(await second.claim('one')).toBeDefined();
  expect(await first.claim('one')).toBeUndefined();
});

test('of many at once one has it, and the next as soon as that has ended', async () => {
  const { claim } = await begin('many');
  const given = await Promise.all(Array.from({ length: 10 }, () => claim('one')));
  expect(given.filter((giveUp) => giveUp !== undefined)).toHaveLength(1);
  const next = claim('one');
  await given.find((giveUp) => giveUp !== undefined)?.();
  expect(await next).toBeDefined();
});

test('the name of a process that died is free', async () => {
  const dead = await begin('dead');
  const living = await begin('living');
  await dead.claim('one');
  expect(await living.claim('one')).toBeUndefined();
  dead.end();
  await vi.waitFor(async () => expect(await living.claim('one')).toBeDefined(), 10_000);
});

test('after a restart of the database work under way has its names again', async () => {
  const [first, second] = [await begin('restarted'), await begin('other')];
  await first.claim('one');
  await server.goDown();
  await expect(first.claim('meanwhile')).rejects.toThrow();
  await server.comeBack();
  await vi.waitFor(async () => expect(await first.claim('two')).toBeDefined(), 10_000);
  await vi.waitFor(async () => expect(await second.claim('three')).toBeDefined(), 10_000);
  expect(await second.claim('one')).toBeUndefined();
});
