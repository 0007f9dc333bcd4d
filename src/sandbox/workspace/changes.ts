import type { StoredMessage, StoredView } from './stored.ts';

/** Something that a person may see has changed. `people` are names, channels and their members. */
export type Change =
  | { readonly kind: 'posted' | 'edited' | 'removed'; readonly message: StoredMessage }
  | { readonly kind: 'opened' | 'updated' | 'closed' | 'published'; readonly view: StoredView }
  | { readonly kind: 'notice'; readonly person: string }
  | { readonly kind: 'people' }
  | { readonly kind: 'clock' };

/** The one place where changes are told: waiting tests, open forms and the practice page listen here. */
export type Changes = {
  /** Counts changes, so that a page can tell an old state from a new one. */
  version(): number;
  tell(change: Change): void;
  /** Calls `listener` after every change until the returned function is called. */
  listen(listener: (change: Change) => void): () => void;
};

/** A fresh list of listeners at version 0. */
export const createChanges = (): Changes => {
  const listeners = new Set<(change: Change) => void>();
  let version = 0;
  return {
    version: () => version,
    tell: (change) => {
      version += 1;
      // A copy: a listener that has found what it waited for leaves while the change is being told.
      for (const listener of [...listeners]) listener(change);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
