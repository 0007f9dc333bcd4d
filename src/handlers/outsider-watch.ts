import type { Clock } from '../domain/clock.ts';

/** Knows which acts of people from outside were noted of late, so that trying again and again does not fill the record. */
export type OutsiderWatch = {
  /** Whether an act of somebody's is to be noted: the first of an hour is. */
  readonly isNews: (userId: string, act: string) => boolean;
};

const NOTED_FOR_MS = 60 * 60 * 1000;

export const createOutsiderWatch = (clock: Clock): OutsiderWatch => {
  const until = new Map<string, number>();
  return {
    isNews: (userId, act) => {
      const now = clock.now().getTime();
      for (const [key, end] of until) if (end <= now) until.delete(key);
      const key = `${userId} ${act}`;
      if (until.has(key)) return false;
      until.set(key, now + NOTED_FOR_MS);
      return true;
    },
  };
};
