import type { MachineTime } from '../slack/pace.ts';
import type { Holds } from './holds.ts';

/** When workers that found no job look again, besides once a second. */
export type Looks = {
  /** To be asked before each look: the flags of the jobs that are to be left. */
  readonly flagsToLeave: () => string[];
  /** Has a worker look in so many milliseconds. */
  readonly lookIn: (ms: number) => void;
  /** `wake` has so many idle workers look now. */
  readonly begin: (wake: (count: number) => void) => void;
  readonly stop: () => void;
};

/** A timer may go off a moment before its time by the other clock. */
const MARGIN_MS = 1;

/** Has something done at the earliest of the times that it is asked for; never for Infinity. */
const createAlarm = ({ now, wait }: MachineTime, ring: () => void) => {
  let set: { readonly at: number; readonly cancel: AbortController } | undefined;
  return {
    within: (ms: number): void => {
      const at = now() + ms;
      if (!Number.isFinite(at) || (set !== undefined && set.at <= at)) return;
      set?.cancel.abort();
      const mine = { at, cancel: new AbortController() };
      set = mine;
      const rings = (): void => {
        if (set !== mine) return;
        set = undefined;
        ring();
      };
      // It is cancelled, or there is nobody left to wake.
      wait(Math.ceil(ms) + MARGIN_MS, mine.cancel.signal)
        .then(rings)
        .catch(() => undefined);
    },
    stop: (): void => {
      set?.cancel.abort();
      set = undefined;
    },
  };
};

/**
 * As soon as something comes free of what is held, as many look as came free: a worker that is at work looks for itself. What is held comes
 * free by `machine`; a job that was put back is due by the time of the database, which is `real`.
 */
export const createLooks = (holds: Holds, machine: MachineTime, real: MachineTime): Looks => {
  let wake = (_count: number): void => undefined;
  const look = (): { readonly flags: string[]; readonly freed: number } => {
    const { flags, freed, freeInMs } = holds.now();
    alarm.within(freeInMs);
    return { flags, freed };
  };
  const wakeOne = () => wake(Math.max(1, look().freed));
  const [alarm, due] = [createAlarm(machine, wakeOne), createAlarm(real, wakeOne)];
  holds.listen(alarm.within);
  return {
    flagsToLeave: () => {
      const { flags, freed } = look();
      if (freed > 1) wake(freed - 1);
      return flags;
    },
    lookIn: due.within,
    begin: (begun) => {
      wake = begun;
    },
    stop: () => {
      alarm.stop();
      due.stop();
    },
  };
};
