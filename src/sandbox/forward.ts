import type { Changes } from './changes.ts';
import type { SandboxClock } from './clock.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Japan has no summer time. */
const JAPAN_AHEAD_MS = 9 * 60 * 60 * 1000;
const OPENS_MS = 9 * 60 * 60 * 1000;

/** So long nothing may have come from the bot, once it has had the time to notice the new time, before the clock goes on. */
const NOTICED_AFTER_MS = 1500;
const QUIET_MS = 700;
const LOOK_MS = 100;
/** A bot that is never quiet does not hold the clock for ever. */
const PATIENCE_MS = 60_000;

/** The next 9:00 in Japan after `moment` on a day from Monday to Friday. */
export const nextMorning = (moment: Date): Date => {
  const local = moment.getTime() + JAPAN_AHEAD_MS;
  for (let day = Math.floor(local / DAY_MS); ; day += 1) {
    const opens = day * DAY_MS + OPENS_MS;
    const weekday = new Date(day * DAY_MS).getUTCDay();
    if (opens > local && weekday !== 0 && weekday !== 6) return new Date(opens - JAPAN_AHEAD_MS);
  }
};

/** Every stop on the way to `target`: the mornings in between, then itself. */
export const stopsTo = (from: Date, target: Date): readonly Date[] => {
  const stops: Date[] = [];
  for (let stop = nextMorning(from); stop < target; stop = nextMorning(stop)) stops.push(stop);
  return [...stops, target];
};

/** Sets the clock forward while the bot keeps up. */
export type Forward = {
  /** Where it is on its way to; null while the clock goes by itself. */
  readonly target: () => Date | null;
  /** Goes there in the background; false when it is on its way already, or the moment has passed. */
  readonly to: (target: Date) => boolean;
};

/** `calls` counts what the bot has asked so far. */
export const createForward = (clock: SandboxClock, calls: () => number, changes: Changes): Forward => {
  let target: Date | null = null;
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
  const quiet = async (): Promise<void> => {
    await pause(NOTICED_AFTER_MS);
    let seen = calls();
    let still = 0;
    for (let waited = 0; still < QUIET_MS && waited < PATIENCE_MS; waited += LOOK_MS) {
      await pause(LOOK_MS);
      still = calls() === seen ? still + LOOK_MS : 0;
      seen = calls();
    }
  };
  const go = async (end: Date): Promise<void> => {
    for (const stop of stopsTo(clock.now(), end)) {
      clock.advanceTo(stop);
      changes.tell({ kind: 'clock' });
      await quiet();
    }
    target = null;
    changes.tell({ kind: 'clock' });
  };
  return {
    target: () => target,
    to: (end) => {
      if (target !== null || end <= clock.now()) return false;
      target = end;
      void go(end);
      return true;
    },
  };
};
