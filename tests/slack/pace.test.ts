import { expect, test } from 'vitest';
import { createPace, type PacedCall } from '../../src/slack/pace.ts';
import { bytesInUse } from '../support/bytes-in-use.ts';
import { haveTurn } from '../support/pace.ts';
import { createManualMachine } from '../support/practice.ts';

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
      void haveTurn(pace, machine, kind, channelOf(index)).then(() => at.push(machine.now()));
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
  expect(pace.take('post', 'U0P1').kind).toBe('turn');
  expect(machine.now()).toBe(begun);
});

test('while Slack asks to wait, nothing goes out; the longer of two waits counts', async () => {
  const { pace, turns } = start();
  pace.pause(30_000);
  pace.pause(10_000);
  const at = await turns(3, 'post', (index) => `U0P${index}`);
  expect(Math.min(...at)).toBeGreaterThanOrEqual(30_000);
});

test('those who come too early are told times one after the other', async () => {
  const { pace, turns } = start();
  await turns(5, 'post', (index) => `U0P${index}`);
  const told = Array.from({ length: 10 }, (_, index) => pace.take('post', `U0P${index}`));
  const times = told.map((turn) => (turn.kind === 'early' ? turn.retryAfterMs : 0));
  for (const [index, ms] of times.entries()) expect(ms).toBeCloseTo(((index + 1) * 60_000) / 295, 0);
});

test('a turn that is given back is another’s', () => {
  const { pace } = start();
  const turns = Array.from({ length: 5 }, (_, index) => pace.take('post', `U0P${index}`));
  expect(pace.take('post', 'U0NEXT').kind).toBe('early');
  const [first] = turns;
  if (first?.kind === 'turn') first.giveBack();
  expect(pace.take('post', 'U0NEXT').kind).toBe('turn');
  expect(pace.take('post', 'U0MORE').kind).toBe('early');
});

test('what is not free is told of until it is: a kind of call, a channel, and all while Slack asks to wait', () => {
  const machine = createManualMachine();
  const held = new Map<string, () => number>();
  const pace = createPace(machine, (what, freeInMs) => void held.set(what.join(' '), freeInMs));
  const waits = () => Object.fromEntries([...held].map(([what, freeInMs]) => [what, Math.ceil(freeInMs())]));
  for (let post = 0; post < 4; post += 1) pace.take('post', 'C0ONE');
  expect(waits()).toEqual({});
  pace.take('post', 'C0ONE');
  expect(waits()).toEqual({ post: 204, 'to C0ONE': 1000 });
  machine.advance(205);
  expect(waits()).toEqual({ post: expect.closeTo(-1, 0), 'to C0ONE': 795 });
  pace.pause(30_000);
  expect(waits()).toMatchObject({ post: 30_000, update: 30_000 });
});

test('10,000 who have each had their message are not remembered', async () => {
  let now = 0;
  const pace = createPace({ now: () => now });
  const post = (from: number, to: number): void => {
    for (let person = from; person < to; person += 1) {
      expect(pace.take('post', `U0P${person}`).kind).toBe('turn');
      now += 210;
    }
  };
  post(0, 1000);
  const before = await bytesInUse();
  post(1000, 11_000);
  const more = (await bytesInUse()) - before;
  expect(pace.take('post', 'U0P1').kind).toBe('turn');
  // Their names alone would take more.
  expect(more).toBeLessThan(300_000);
});
