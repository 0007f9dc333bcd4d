import type { Changes } from '../workspace/changes.ts';

export type Patience = {
  /** Milliseconds until waiting is given up. */
  readonly patience: number;
  /** What is waited for, for the error. */
  readonly what: string;
  /** What was there instead, for the error. */
  readonly seen: () => string;
};

/**
 * Waits until `look` gives something: it looks at once, then after every change, never on a timer.
 * Rejects after `patience` milliseconds with an error that prints what was seen instead.
 */
export const waitFor = <T>(
  changes: Changes,
  look: () => T | undefined,
  { patience, what, seen }: Patience,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const already = look();
    if (already !== undefined) return resolve(already);
    const leave = changes.listen(() => {
      const found = look();
      if (found === undefined) return;
      clearTimeout(timer);
      leave();
      resolve(found);
    });
    const timer = setTimeout(() => {
      leave();
      reject(new Error(`waited ${patience} ms for ${what}; seen: ${seen() || 'nothing'}`));
    }, patience);
  });
