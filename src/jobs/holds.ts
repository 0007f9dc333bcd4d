import { needOf } from '../domain/delivery/delivery.ts';
import type { Hold } from '../slack/pace.ts';

/** The flags of what jobs need and can't have now, and in how many milliseconds the first of it is free; Infinity where nobody knows. */
export type Held = { readonly flags: string[]; readonly freeInMs: number };

/**
 * What the queue leaves for now, of all workspaces of this process: only what is not free stands here, so that a look of the queue
 * costs the same with thousands of workspaces.
 */
export type Holds = {
  /** Takes what a workspace's pace and line tell. */
  readonly of: (workspaceId: string) => Hold;
  /** To be asked before each job is taken. */
  readonly now: () => Held;
};

export const createHolds = (): Holds => {
  const held = new Map<string, () => number>();
  return {
    of: (workspaceId) => (what, freeInMs) => void held.set(needOf(workspaceId, ...what), freeInMs),
    now: () => {
      const flags: string[] = [];
      let first = Number.POSITIVE_INFINITY;
      for (const [flag, freeInMs] of held) {
        const ms = freeInMs();
        if (ms > 0) {
          flags.push(flag);
          first = Math.min(first, ms);
        } else held.delete(flag);
      }
      return { flags, freeInMs: first };
    },
  };
};
