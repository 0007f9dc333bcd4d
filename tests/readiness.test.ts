import { expect, test } from 'vitest';
import { createReadiness } from '../src/readiness.ts';
import { createSlackWatch } from '../src/slack/watch.ts';
import { createQuickMachine } from './support/practice.ts';

/** A look that answers when the test says so. */
const slowLook = () => {
  const asked: ((isWell: boolean) => void)[] = [];
  return {
    look: () => new Promise<boolean>((resolve) => asked.push(resolve)),
    times: () => asked.length,
    answer: (isWell: boolean) => asked.at(-1)?.(isWell),
  };
};

/** A machine on which nobody waits in vain: what was asked for comes first. */
const patient = () => {
  let now = 0;
  return {
    now: () => now,
    wait: () => new Promise<void>(() => undefined),
    goOn: (ms: number) => (now += ms),
  };
};

test('150 callers are told of one look; the next one comes a second later', async () => {
  const database = slowLook();
  const machine = patient();
  const ready = createReadiness(
    { looks: { database: database.look }, known: { slack: () => true } },
    machine,
  );
  const callers = Promise.all(Array.from({ length: 150 }, ready));
  expect(database.times()).toBe(1);
  database.answer(true);
  const well = { ready: true, database: true, slack: true };
  expect(await callers).toEqual(Array.from({ length: 150 }, () => well));
  machine.goOn(999);
  expect([await ready(), database.times()]).toEqual([well, 1]);
  machine.goOn(1);
  const later = ready();
  expect(database.times()).toBe(2);
  database.answer(false);
  expect(await later).toEqual({ ready: false, database: false, slack: true });
});

test('a look that hangs keeps nobody for more than 150 ms, and counts as not well after 2 s', async () => {
  const database = slowLook();
  const machine = createQuickMachine();
  const ready = createReadiness({ looks: { database: database.look }, known: {} }, machine);
  const told: unknown[] = [];
  for (let call = 0; call < 15; call += 1) {
    const before = machine.now();
    told.push((await ready()).ready);
    expect(machine.now() - before).toBe(150);
  }
  expect([told.slice(0, 13), told.slice(13)]).toEqual([Array(13).fill(true), [false, false]]);
  expect(database.times()).toBe(1);
});

test('a look that throws is not well', async () => {
  const looks = { disk: () => Promise.reject(new Error('no such directory')) };
  const ready = createReadiness({ looks, known: { clock: () => true } }, patient());
  expect(await ready()).toEqual({ ready: false, disk: false, clock: true });
});

test.each([
  ['right', 0, true],
  ['three minutes slow', 180, true],
  ['ten minutes slow', 600, false],
  ['ten minutes fast', -600, false],
])('a clock that is %s is known from the date of Slack’s answers', async (_what, secondsAhead, isRight) => {
  const now = new Date('2026-11-24T01:00:00Z');
  const date = new Date(now.getTime() + secondsAhead * 1000).toUTCString();
  const watch = createSlackWatch(
    { now: () => now },
    async () => new Response('{"ok":true}', { headers: { date } }),
  );
  expect(watch.isClockRight()).toBe(true);
  await watch.fetch('https://slack.com/api/auth.test');
  expect(watch.isClockRight()).toBe(isRight);
});

test('an answer without a date says nothing of the clock', async () => {
  const watch = createSlackWatch({ now: () => new Date() }, async () => new Response('{}'));
  await watch.fetch('https://slack.com/api/auth.test');
  expect(watch.isClockRight()).toBe(true);
});
