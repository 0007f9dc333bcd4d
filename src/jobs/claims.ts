import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Holds } from './holds.ts';

/** Gives a name up for others. */
type GiveUp = () => Promise<void>;

/** Names that one piece of work at a time has, in all processes of the database; whatever a process had is free when it dies. */
export type Claims = {
  /** Undefined while other work has the name. Rejects while the database is away. */
  readonly claim: (name: string) => Promise<GiveUp | undefined>;
  /** Has by a new connection what work under way had by the one that was lost. */
  readonly renew: () => Promise<void>;
};

/** Work of this process is given so long to end: the next of a thread is planned just before the end of the one before it. */
const WITHIN_MS = 50;

/** A lock of the session. Signs of life are locks of another seed. */
const TAKE = 'select pg_try_advisory_lock(hashtextextended($1, 1)) as done';
const FREE = 'select pg_advisory_unlock(hashtextextended($1, 1)) as done';

/** `ask` asks over the connection that lives as long as the process's workers. */
export const createClaims = (
  ask: (sql: string, values: readonly unknown[]) => Promise<readonly { readonly done?: unknown }[]>,
): Claims => {
  const claimed = new Set<string>();
  const freed = new EventEmitter().setMaxListeners(0);
  const free = (name: string): void => {
    claimed.delete(name);
    freed.emit(name);
  };
  const giveUp = async (name: string): Promise<void> => {
    // Where the connection was lost, so was the lock.
    await ask(FREE, [name]).catch(() => undefined);
    free(name);
  };
  return {
    claim: async (name) => {
      if (claimed.has(name)) await Promise.race([once(freed, name), delay(WITHIN_MS)]);
      if (claimed.has(name)) return undefined;
      claimed.add(name);
      try {
        const [answer] = await ask(TAKE, [name]);
        if (answer?.done === true) return () => giveUp(name);
      } catch (error) {
        free(name);
        throw error;
      }
      free(name);
      return undefined;
    },
    renew: async () => {
      for (const name of claimed) await ask(TAKE, [name]);
    },
  };
};

/** The same claims; what a job of this process has claimed the queue leaves to it, so that others of its flag are not taken only to be put back. */
export const keepClaimed =
  (claim: Claims['claim'], { keep }: Pick<Holds, 'keep'>): Claims['claim'] =>
  async (name) => {
    const giveUp = await claim(name);
    if (giveUp === undefined) return undefined;
    const giveBack = keep(name);
    return () => giveUp().finally(giveBack);
  };
