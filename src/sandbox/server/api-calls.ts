import type { JsonObject } from '../workspace/shapes.ts';

/** One call of the bot's, without its token. */
export type ApiCall = { readonly method: string; readonly args: JsonObject };

/** The calls so far, oldest first; only the latest thousand are kept. */
export type ApiCalls = {
  readonly list: readonly ApiCall[];
  /** How many there were in all. */
  count(): number;
  note(call: ApiCall): void;
  /** Notes that the bot was told to wait for so many seconds. */
  hold(seconds: number): void;
  /** Whether it may still be waiting for that: what is silent then is not at rest. */
  isHeld(): boolean;
};

/** What was told to wait comes back so much later at most. */
const BACK_WITHIN_MS = 1500;

export const createApiCalls = (): ApiCalls => {
  const list: ApiCall[] = [];
  let count = 0;
  let heldUntil = 0;
  return {
    list,
    count: () => count,
    note: (call) => {
      count += 1;
      list.push(call);
      if (list.length > 1000) list.shift();
    },
    hold: (seconds) => {
      heldUntil = Math.max(heldUntil, performance.now() + seconds * 1000 + BACK_WITHIN_MS);
    },
    isHeld: () => performance.now() < heldUntil,
  };
};
