import type { ErrorBoundaries } from './error-boundary.ts';

/** So long at most one works without a look at whether anybody waits. */
const PIECE_MS = 15;

/** So long at most it gives way at a time: it is to be done some time, however much is asked meanwhile. */
const GIVES_WAY_FOR_MS = 100;

/**
 * By which long work lets what people wait for go first: called after each of its pieces, it settles at once where the last rest is not
 * long ago, else when what is under way has been answered. `now` is the machine's, in milliseconds.
 */
export const createGiveWay = (
  now: () => number,
  { answered }: Pick<ErrorBoundaries, 'answered'>,
): (() => Promise<void>) => {
  let rested = now();
  return async () => {
    if (now() - rested < PIECE_MS) return;
    // What has come meanwhile is taken.
    await new Promise((resolve) => setImmediate(resolve));
    await answered(GIVES_WAY_FOR_MS);
    rested = now();
  };
};
