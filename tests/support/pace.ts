import type { Pace } from '../../src/slack/pace.ts';

/** No waiting, and the pauses that Slack asked for. */
export const createFreePace = (): Pace & { readonly pauses: readonly number[] } => {
  const pauses: number[] = [];
  return { turn: async () => undefined, pause: (ms) => void pauses.push(ms), pauses };
};
