import { expect, test } from 'vitest';
import { needOf } from '../../src/domain/delivery/delivery.ts';
import { createHolds } from '../../src/jobs/holds.ts';
import { createLooks } from '../../src/jobs/looks.ts';
import { createPace, type PacedCall, type Turn } from '../../src/slack/pace.ts';
import { createManualMachine } from '../support/practice.ts';

const CITIES = ['T0NORTH', 'T0SOUTH', 'T0EAST'];
const CHANNELS = ['C0ONE', 'C0TWO'];
const KINDS: readonly PacedCall[] = ['post', 'update'];

/** Numbers from 0 up to 1 that look like chance and are the same for a seed (mulberry32). */
const chance = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

test.each(Array.from({ length: 20 }, (_, seed) => seed))(
  'whatever comes one after the other, what is held is what can’t be had: nothing free is held, and nothing else is let through (%i)',
  (seed) => {
    const next = chance(seed);
    const one = <Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value => {
      const value = values[Math.floor(next() * values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    };
    const machine = createManualMachine();
    const holds = createHolds();
    const paces = new Map(CITIES.map((city) => [city, createPace(machine, holds.of(city))]));
    const turns: Turn[] = [];
    const take = (city: string, kind: PacedCall, channel?: string) => {
      const turn = paces.get(city)?.take(kind, channel);
      if (turn === undefined) throw new Error(city);
      return turn;
    };
    for (let step = 0; step < 400; step += 1) {
      const act = next();
      if (act < 0.6) {
        const kind = one(KINDS);
        const turn = take(one(CITIES), kind, kind === 'post' ? one(CHANNELS) : undefined);
        if (turn.kind === 'turn') turns.push(turn);
      } else if (act < 0.7) turns.pop()?.giveBack();
      else if (act < 0.72) paces.get(one(CITIES))?.pause(next() * 5000);
      else machine.advance(next() * 400);

      const { flags, freeInMs } = holds.now();
      for (const city of CITIES)
        for (const [kind, ...channels] of [
          ['update'],
          ...CHANNELS.map((channel) => ['post', channel]),
        ] as const) {
          const needs = [[kind], ...channels.map((channel) => ['to', channel])];
          const isHeld = needs.some((need) => flags.includes(needOf(city, ...need)));
          const tried = take(city, kind === 'update' ? 'update' : 'post', channels[0]);
          if (tried.kind === 'turn') tried.giveBack();
          expect([seed, step, city, kind, isHeld]).toEqual([seed, step, city, kind, tried.kind === 'early']);
        }
      // Who waits as long as it is told finds something free.
      if (flags.length > 0 && next() < 0.1) {
        machine.advance(freeInMs);
        expect(flags.filter((flag) => holds.now().flags.includes(flag)).length).toBeLessThan(flags.length);
      }
    }
  },
);

test('what is held from now on is told of, and what came free is counted once', () => {
  const machine = createManualMachine();
  const holds = createHolds();
  const told: number[] = [];
  holds.listen((freeInMs) => told.push(Math.round(freeInMs)));
  for (const city of CITIES) {
    const pace = createPace(machine, holds.of(city));
    for (let post = 0; post < 5; post += 1) pace.take('post', `U${post}`);
  }
  expect(told).toEqual([203, 203, 203]);
  expect([holds.now().flags.length, holds.now().freed]).toEqual([3, 0]);
  machine.advance(204);
  expect([holds.now().freed, holds.now().freed]).toEqual([3, 0]);
});

test('who rests is woken when turns come free that were taken after the last look, as many as came free', async () => {
  const machine = createManualMachine();
  const holds = createHolds();
  const looks = createLooks(holds, machine, machine);
  const woken: number[] = [];
  looks.begin((count) => woken.push(count));
  expect(looks.flagsToLeave()).toEqual([]);
  for (const city of CITIES) {
    const pace = createPace(machine, holds.of(city));
    for (let post = 0; post < 5; post += 1) pace.take('post', `U${post}`);
  }
  machine.advance(203);
  machine.advance(3);
  await Promise.resolve();
  expect(woken).toEqual([3]);
  expect(looks.flagsToLeave()).toEqual([]);
});
