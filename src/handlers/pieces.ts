import type { Pieces } from '../domain/pieces.ts';
import type { ErrorBoundaries } from './error-boundary.ts';

/** So long at most one works without a look at whether anybody waits. */
const PIECE_MS = 15;

/** So long at most it gives way at a time: however much is asked meanwhile, it takes no more than about four times as long. */
const GIVES_WAY_FOR_MS = 50;

/** So many rows are made of what the database has written in about 20 ms. */
const ROWS = 500;

/**
 * How long work is divided so that what people wait for goes first: between its pieces it rests, where the last time is not a moment ago,
 * until what is under way has been answered. `now` is the machine's, in milliseconds.
 */
export const createPieces = (now: () => number, { answered }: Pick<ErrorBoundaries, 'answered'>): Pieces => {
  let rested = now();
  return {
    rows: ROWS,
    giveWay: async () => {
      if (now() - rested < PIECE_MS) return;
      // What has come meanwhile is taken.
      await new Promise((resolve) => setImmediate(resolve));
      await answered(GIVES_WAY_FOR_MS);
      rested = now();
    },
  };
};
