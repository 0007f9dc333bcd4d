import { expect, test } from 'vitest';
import { createPace, type PacedCall } from '../../src/slack/pace.ts';

/** A machine whose time goes on when everybody waits. */
const createMachine = () => {
  let now = 0;
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return {
    now: () => now,
    wait: (ms: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ until: now + ms, wake });
      }),
    /** Lets time go on until nobody waits any more. */
    run: async (): Promise<void> => {
      await settle();
      while (sleepers.length > 0) {
        sleepers.sort((one, other) => one.until - other.until);
        const next = sleepers.shift();
        if (next === undefined) break;
        now = Math.max(now, next.until);
        next.wake();
        await settle();
      }
    },
  };
};

const start = () => {
  const machine = createMachine();
  const pace = createPace(machine);
  /** When each of so many calls may go out, in milliseconds from the start; `channelOf` says to whom. */
  const turns = async (
    count: number,
    kind: PacedCall,
    channelOf: (index: number) => string | undefined = () => undefined,
  ): Promise<readonly number[]> => {
    const at: number[] = [];
    for (let index = 0; index < count; index += 1)
      void pace.turn(kind, channelOf(index)).then(() => at.push(machine.now()));
    await machine.run();
    return at;
  };
  return { machine, pace, turns };
};

/** The most calls in any minute. */
const mostInAMinute = (at: readonly number[]): number =>
  Math.max(...at.map((from) => at.filter((one) => one >= from && one < from + 60_000).length));

test('1,000 posts to as many people never pass 300 in a minute, and come within 10 % of that', async () => {
  const { turns } = start();
  const at = await turns(1000, 'post', (index) => `U0P${index}`);
  expect(at).toHaveLength(1000);
  expect(mostInAMinute(at)).toBeLessThanOrEqual(300);
  expect(at.at(-1)).toBeLessThan((1000 / 300) * 60_000 * 1.1);
});

test('posts to one channel come five together, then one a second', async () => {
  const { turns } = start();
  const at = await turns(8, 'post', () => 'C0ONE');
  expect(at.map((one) => Math.round(one / 1000))).toEqual([0, 0, 0, 0, 0, 1, 2, 3]);
});

test.each<PacedCall>(['update', 'open', 'look'])('%s never passes 50 in a minute', async (kind) => {
  const { turns } = start();
  const at = await turns(200, kind);
  expect(at).toHaveLength(200);
  expect(mostInAMinute(at)).toBeLessThanOrEqual(50);
});

test('kinds do not hold up one another', async () => {
  const { machine, pace, turns } = start();
  await turns(60, 'update');
  const begun = machine.now();
  await pace.turn('post', 'U0P1');
  expect(machine.now()).toBe(begun);
});

test('while Slack asks to wait, nothing goes out; the longer of two waits counts', async () => {
  const { pace, turns } = start();
  pace.pause(30_000);
  pace.pause(10_000);
  const at = await turns(3, 'post', (index) => `U0P${index}`);
  expect(Math.min(...at)).toBeGreaterThanOrEqual(30_000);
});
