import type { SandboxClock } from './clock.ts';
import type { ApiCalls } from './server/api-calls.ts';
import type { Changes } from './workspace/changes.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Japan has no summer time. */
const JAPAN_AHEAD_MS = 9 * 60 * 60 * 1000;
const OPENS_MS = 9 * 60 * 60 * 1000;

/** How long the bot must have been quiet, after it could notice the new time, before the clock goes on. */
const NOTICED_AFTER_MS = 1500;
const QUIET_MS = 700;
const LOOK_MS = 100;
/** A bot that is never quiet does not hold the clock for ever. Slack has nobody wait longer than a minute. */
const PATIENCE_MS = 90_000;

/** Whether the day in Japan on which a moment is is one of work. */
export type OpensOn = (moment: Date) => boolean;

/** Monday to Friday in Japan: what is known of working days where nothing else is told. */
export const onWeekdays: OpensOn = (moment) => {
  const weekday = new Date(moment.getTime() + JAPAN_AHEAD_MS).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** The next 9:00 in Japan after `moment` on a day of work. */
export const nextMorning = (moment: Date, opensOn: OpensOn): Date => {
  const local = moment.getTime() + JAPAN_AHEAD_MS;
  for (let day = Math.floor(local / DAY_MS); ; day += 1) {
    const opens = new Date(day * DAY_MS + OPENS_MS - JAPAN_AHEAD_MS);
    if (opens > moment && opensOn(opens)) return opens;
  }
};

/** Every stop on the way to `target`: the mornings in between, then itself. */
export const stopsTo = (from: Date, target: Date, opensOn: OpensOn): readonly Date[] => {
  const stops: Date[] = [];
  for (let stop = nextMorning(from, opensOn); stop < target; stop = nextMorning(stop, opensOn))
    stops.push(stop);
  return [...stops, target];
};

/** Sets the clock forward while the bot keeps up. */
export type Forward = {
  /** Where it is on its way to; null while the clock goes by itself. */
  readonly target: () => Date | null;
  /** The next 9:00 of a day of work. */
  readonly nextMorning: () => Date;
  /** Goes there in the background; false when it is on its way already, or the moment has passed. */
  readonly to: (target: Date) => boolean;
};

/** `calls` says whether the bot is at rest. */
export const createForward = (
  clock: SandboxClock,
  calls: Pick<ApiCalls, 'count' | 'isHeld'>,
  changes: Pick<Changes, 'tell'>,
  opensOn: OpensOn = onWeekdays,
): Forward => {
  let target: Date | null = null;
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
  const quiet = async (): Promise<void> => {
    await pause(NOTICED_AFTER_MS);
    let seen = calls.count();
    let still = 0;
    for (let waited = 0; still < QUIET_MS && waited < PATIENCE_MS; waited += LOOK_MS) {
      await pause(LOOK_MS);
      still = calls.count() === seen && !calls.isHeld() ? still + LOOK_MS : 0;
      seen = calls.count();
    }
  };
  const go = async (end: Date): Promise<void> => {
    for (const stop of stopsTo(clock.now(), end, opensOn)) {
      await clock.advanceTo(stop);
      changes.tell({ kind: 'clock' });
      await quiet();
    }
    target = null;
    changes.tell({ kind: 'clock' });
  };
  return {
    target: () => target,
    nextMorning: () => nextMorning(clock.now(), opensOn),
    to: (end) => {
      if (target !== null || end <= clock.now()) return false;
      target = end;
      void go(end);
      return true;
    },
  };
};
