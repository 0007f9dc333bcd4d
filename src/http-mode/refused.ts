import type { Log } from '../domain/log.ts';

/** Why a request was refused before anybody looked into it. */
export type RefusedFor = 'timestamp' | 'signature' | 'length' | 'broken-off' | 'connection';

/** Counts what is refused: anybody can send such requests, so that they get no line each. */
export type Refused = {
  readonly count: (why: RefusedFor) => void;
  /** Logs what was counted since the last time, in one line; nothing when there was none. */
  readonly tell: () => void;
};

/** `counted` hears of each. */
export const createRefused = (log: Log, counted: (why: RefusedFor) => void = () => undefined): Refused => {
  const counts = new Map<RefusedFor, number>();
  return {
    count: (why) => {
      counts.set(why, (counts.get(why) ?? 0) + 1);
      counted(why);
    },
    tell: () => {
      if (counts.size > 0) log.warn({ ...Object.fromEntries(counts) }, 'requests refused');
      counts.clear();
    },
  };
};
