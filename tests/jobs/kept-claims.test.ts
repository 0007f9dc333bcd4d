import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { needOf } from '../../src/domain/delivery/delivery.ts';
import { type Queue, startQueue } from '../../src/jobs/queue.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createKeptLog } from '../support/desk.ts';

/** What a job of this process has to itself its workers leave in the queue. */

const WORKERS = 5;

let database: TestDatabase;
let queue: Queue;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await queue.stop();
  await database.drop();
});

const add = (recipient: string, count: number) =>
  database.ask(
    `select graphile_worker.add_job('send', json_build_object('flag', $1::text), max_attempts => 1, flags => array[$1::text])
     from generate_series(1, $2)`,
    [needOf('T0CITY', 'to', recipient), count],
  );

test('messages to one person wait for the one that is under way: no worker takes them only to put them back', async () => {
  const [under, other] = [needOf('T0CITY', 'to', 'U0ONE'), needOf('T0CITY', 'to', 'U0OTHER')];
  const done: string[] = [];
  let refused = 0;
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const send = async (
    payload: unknown,
    { claim }: Parameters<Parameters<typeof startQueue>[1][string]>[1],
  ) => {
    const { flag } = payload as { readonly flag: string };
    const release = await claim(flag);
    if (release === undefined) {
      refused += 1;
      await add('U0ONE', 1);
      return;
    }
    if (flag === under) await held;
    await release();
    done.push(flag);
  };
  onTestFinished(() => goOn());
  await add('U0ONE', 20);
  queue = await startQueue(database.connection, { send }, createKeptLog(), { workers: WORKERS });
  // The others are done meanwhile, one after the other: workers look again and again.
  for (let turn = 1; turn <= 10; turn += 1) {
    await add('U0OTHER', 1);
    await vi.waitFor(() => expect(done).toHaveLength(turn), { interval: 5, timeout: 10_000 });
  }
  expect(new Set(done)).toEqual(new Set([other]));
  // Whoever looked before the first of them had claimed it.
  expect(refused).toBeLessThan(WORKERS);
  goOn();
  await vi.waitFor(() => expect(done).toHaveLength(30), { interval: 5, timeout: 10_000 });
  expect(done.filter((flag) => flag === under)).toHaveLength(20);
});
