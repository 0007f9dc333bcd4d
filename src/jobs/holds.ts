import { needOf } from '../domain/delivery/delivery.ts';
import type { Hold } from '../slack/pace.ts';

/** What jobs need and can't have now. */
export type Held = {
  /** The flags of it, for the queue to leave the jobs that have one. */
  readonly flags: string[];
  /** In how many milliseconds the first of it is free; Infinity where nobody knows. */
  readonly freeInMs: number;
  /** How much was held when it was last asked and is free now. */
  readonly freed: number;
};

/**
 * What the queue leaves for now, of all workspaces of this process: only what is not free stands here, so that a look of the queue
 * costs the same with thousands of workspaces.
 */
export type Holds = {
  /** Takes what a workspace's pace and line tell. */
  readonly of: (workspaceId: string) => Hold;
  /** Holds what a job has to itself, by its flag, until it is given back: whoever had it looks for the next job then. */
  readonly keep: (flag: string) => () => void;
  /** To be asked before each job is taken. */
  readonly now: () => Held;
  /** Has `listener` told in how many milliseconds what is held from now on comes free. */
  readonly listen: (listener: (freeInMs: number) => void) => void;
};

export const createHolds = (): Holds => {
  const held = new Map<string, () => number>();
  const kept = new Set<string>();
  let tell = (_freeInMs: number): void => undefined;
  return {
    of: (workspaceId) => (what, freeInMs) => {
      held.set(needOf(workspaceId, ...what), freeInMs);
      tell(freeInMs());
    },
    keep: (flag) => {
      kept.add(flag);
      return () => void kept.delete(flag);
    },
    now: () => {
      const before = held.size;
      const flags: string[] = [...kept];
      let first = Number.POSITIVE_INFINITY;
      for (const [flag, freeInMs] of held) {
        const ms = freeInMs();
        if (ms > 0) {
          flags.push(flag);
          first = Math.min(first, ms);
        } else held.delete(flag);
      }
      return { flags, freeInMs: first, freed: before - held.size };
    },
    listen: (listener) => {
      tell = listener;
    },
  };
};
