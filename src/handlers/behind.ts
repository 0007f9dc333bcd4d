import type { ErrorBoundaries } from './error-boundary.ts';
import { createTurns } from './turns.ts';

type Draw = () => Promise<void>;

/** Draws what people have before them, each thing by its name, so that it stands as it is now; a draw sees to its own failures. */
export type Behind = {
  /** Draws it behind what people wait for. What is asked for by one name before it is drawn is one drawing, done as was asked last. */
  readonly soon: (name: string, draw: Draw) => void;
  /** Draws at once what somebody waits for; what was still to be drawn by that name is in it. */
  readonly now: (name: string, draw: Draw) => Promise<void>;
};

/** What it is done behind. */
export type Before = Pick<ErrorBoundaries, 'answered' | 'behind'>;

/** So long at most it waits behind answers, which is only where people ask without a pause. */
const BEHIND_FOR_MS = 2000;

/** Draws at most so many things at once, behind what is answered, and of one name never two at once. */
export const createBehind = (most: number, { answered, behind }: Before): Behind => {
  const inTurn = createTurns();
  const waiting = new Map<string, Draw>();
  const taken = new Set<string>();
  let drawers = 0;
  const drawWaiting = async (): Promise<void> => {
    for (;;) {
      const name = [...waiting.keys()].find((one) => !taken.has(one));
      if (name === undefined) {
        drawers -= 1;
        return;
      }
      taken.add(name);
      await answered(BEHIND_FOR_MS);
      // Until here it can be joined; by now it may have been drawn at once.
      await inTurn(name, async () => {
        const draw = waiting.get(name);
        waiting.delete(name);
        await draw?.();
      });
      taken.delete(name);
    }
  };
  return {
    soon: (name, draw) => {
      waiting.set(name, draw);
      if (drawers === most) return;
      drawers += 1;
      behind(drawWaiting());
    },
    now: (name, draw) => {
      waiting.delete(name);
      return inTurn(name, draw);
    },
  };
};
