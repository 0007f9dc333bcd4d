import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSandboxClock } from '../../../src/sandbox/clock.ts';
import { createFaults, type Fault } from '../../../src/sandbox/faults.ts';
import { createForward, nextMorning, onWeekdays, stopsTo } from '../../../src/sandbox/forward.ts';
import { createRates } from '../../../src/sandbox/rates.ts';
import { createApiCalls } from '../../../src/sandbox/server/api-calls.ts';
import { createChanges } from '../../../src/sandbox/workspace/changes.ts';

const jst = (text: string): Date => new Date(`${text}:00+09:00`);

describe('the clock', () => {
  test('goes on with the machine’s, is set forward, and never back', async () => {
    let machine = jst('2026-11-26T10:00');
    const clock = createSandboxClock(() => machine);
    await clock.advanceTo(jst('2026-11-27T09:00'));
    machine = jst('2026-11-26T10:01');
    await clock.advanceTo(jst('2026-11-26T12:00'));
    expect(clock.now()).toEqual(jst('2026-11-27T09:01'));
  });

  test('begins where it was kept, and is kept when it was set', async () => {
    const kept: number[] = [];
    const clock = createSandboxClock(() => jst('2026-11-26T10:00'), {
      ahead: 60 * 60_000,
      keep: async (ahead) => void kept.push(ahead),
    });
    expect(clock.now()).toEqual(jst('2026-11-26T11:00'));
    await clock.advanceTo(jst('2026-11-26T10:30'));
    await clock.advanceTo(jst('2026-11-26T12:00'));
    expect(kept).toEqual([2 * 60 * 60_000]);
  });

  test.each([
    ['2026-11-26T08:59', '2026-11-26T09:00'],
    ['2026-11-26T09:00', '2026-11-27T09:00'],
    ['2026-11-27T09:00', '2026-11-30T09:00'],
    ['2026-11-28T23:30', '2026-11-30T09:00'],
  ])('after %s the next morning is %s', (from, to) => {
    expect(nextMorning(jst(from), onWeekdays)).toEqual(jst(to));
  });

  test('told which days are of work, it passes over the others', () => {
    const opensOn = (moment: Date): boolean => moment >= jst('2027-01-04T00:00');
    expect(nextMorning(jst('2026-12-28T10:00'), opensOn)).toEqual(jst('2027-01-04T09:00'));
  });

  test('on the way it stops at every morning', () => {
    expect(stopsTo(jst('2026-11-26T10:00'), jst('2026-12-01T15:00'), onWeekdays)).toEqual(
      ['2026-11-27T09:00', '2026-11-30T09:00', '2026-12-01T09:00', '2026-12-01T15:00'].map(jst),
    );
  });
});

describe('the clock on its way', () => {
  /** Longer than the bot is waited for on the ways here. */
  const LONG_MS = 20_000;
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('it waits where the bot was told by Slack to wait', async () => {
    const clock = createSandboxClock(() => jst('2026-11-26T10:00'));
    const changes = createChanges();
    const calls = createApiCalls();
    const forward = createForward(clock, calls, changes);
    const held: boolean[] = [];
    const arrived = new Promise<void>((resolve) => {
      changes.listen(() => {
        held.push(calls.isHeld());
        if (forward.target() === null) resolve();
      });
    });
    calls.hold(1);
    forward.to(jst('2026-11-27T10:00'));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    await arrived;
    // At the morning on the way, at the end of the way, and there.
    expect(held).toEqual([true, false, false]);
  });

  test('it goes to one place at a time, and not back', async () => {
    const clock = createSandboxClock(() => jst('2026-11-26T10:00'));
    const changes = createChanges();
    const forward = createForward(clock, createApiCalls(), changes);
    const arrived = new Promise<void>((resolve) => {
      changes.listen(() => forward.target() === null && resolve());
    });
    expect(forward.to(jst('2026-11-26T09:00'))).toBe(false);
    expect(forward.to(jst('2026-11-26T11:00'))).toBe(true);
    expect(forward.to(jst('2026-11-26T12:00'))).toBe(false);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    await arrived;
    expect(clock.now()).toEqual(jst('2026-11-26T11:00'));
  });
});

describe('rates', () => {
  test('301 posts of a minute to as many people: the last one waits until the first is a minute ago', () => {
    let now = 0;
    const rates = createRates(() => now);
    const waits = Array.from({ length: 301 }, (_, index) => {
      now = index * 100;
      return rates.take('chat.postMessage', `D0P${index}`);
    });
    expect([waits.filter((wait) => wait !== undefined), waits.at(-1)]).toEqual([[30], 30]);
    now = 60_000;
    expect(rates.take('chat.postMessage', 'D0LAST')).toBeUndefined();
  });

  test('a channel takes 8 posts in 5 seconds', () => {
    const rates = createRates(() => 0);
    const waits = Array.from({ length: 9 }, () => rates.take('chat.postMessage', 'C0ONE'));
    expect(waits.slice(-2)).toEqual([undefined, 5]);
    expect(rates.take('chat.postMessage', 'C0OTHER')).toBeUndefined();
  });

  test('a method without a rate is never held up', () => {
    const rates = createRates(() => 0);
    expect(
      Array.from({ length: 500 }, () => rates.take('auth.test', undefined)).every((one) => one === undefined),
    ).toBe(true);
  });
});

describe('faults by chance', () => {
  const kinds: readonly Fault[] = [{ status: 500 }, { rateLimited: 1 }, { hang: true }, { cutAfter: true }];
  const drawn = (seed: number): readonly (Fault | undefined)[] => {
    const faults = createFaults();
    faults.random({ seed, share: 0.05, faults: kinds, methods: ['chat.postMessage'] });
    return Array.from({ length: 10_000 }, () => faults.take('chat.postMessage'));
  };

  test('each kind comes about as often as asked, the same ones for the same seed', () => {
    const counts = kinds.map((kind) => drawn(7).filter((fault) => fault === kind).length);
    for (const count of counts) expect(count).toBeGreaterThan(400);
    for (const count of counts) expect(count).toBeLessThan(600);
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(8)).not.toEqual(drawn(7));
  });

  test('other methods go well, and faults asked for come first', () => {
    const faults = createFaults();
    faults.random({ seed: 1, share: 0.25, faults: kinds, methods: ['chat.postMessage'] });
    faults.next('chat.postMessage', { error: 'is_archived' });
    expect([faults.take('views.open'), faults.take('chat.postMessage')]).toEqual([
      undefined,
      { error: 'is_archived' },
    ]);
    faults.random(undefined);
    expect(faults.take('chat.postMessage')).toBeUndefined();
  });
});
