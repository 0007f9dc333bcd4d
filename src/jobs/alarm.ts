import type { MachineTime } from '../slack/pace.ts';

/** Has something done at the earliest of the times it was asked for. */
export type Alarm = {
  /** In so many milliseconds, unless it is done earlier; never for Infinity. */
  readonly within: (ms: number) => void;
  readonly stop: () => void;
};

/** A timer may go off a moment before its time by the other clock. */
const MARGIN_MS = 1;

export const createAlarm = ({ now, wait }: MachineTime, ring: () => void): Alarm => {
  let set: { readonly at: number; readonly cancel: AbortController } | undefined;
  return {
    within: (ms) => {
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
    stop: () => {
      set?.cancel.abort();
      set = undefined;
    },
  };
};
