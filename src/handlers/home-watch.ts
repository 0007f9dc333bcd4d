import type { Clock } from '../domain/clock.ts';

/** Knows who may be looking at their Home tab, so that it is written anew for them and nobody else. */
export type HomeWatch = {
  readonly opened: (userId: string) => void;
  readonly isWatching: (userId: string) => boolean;
};

/** Slack tells when a Home tab is opened, not when it is left. */
export const WATCHED_FOR_MS = 30 * 60 * 1000;

export const createHomeWatch = (clock: Clock): HomeWatch => {
  const until = new Map<string, number>();
  return {
    opened: (userId) => {
      const now = clock.now().getTime();
      for (const [id, end] of until) if (end <= now) until.delete(id);
      until.set(userId, now + WATCHED_FOR_MS);
    },
    isWatching: (userId) => (until.get(userId) ?? 0) > clock.now().getTime(),
  };
};
