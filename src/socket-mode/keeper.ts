import type { Logger } from '@slack/bolt';
import { z } from 'zod';
import { LONGEST_PAUSE_MS, pauseAfter } from '../domain/retry-pause.ts';
import type { Connection } from './connection.ts';

/** A connection that goes leaves a gap: two connections leave none. */
const WANTED = 2;
/** Slack gives an app about ten: a new one may stand beside two that are still leaving, or of which the other side has not let go. */
const MOST = 3;
/** A connection that has stood so many milliseconds is replaced at once. One that goes earlier is a failure like one that never stood. */
const HAS_LIVED = 60_000;

/** Slack's words after which a quick return would make things worse, or be in vain. */
const UNWANTED: readonly unknown[] = ['too_many_websockets', 'link_disabled'];

const Limited = z.looseObject({ retryAfter: z.number() });

/** The shortest pause after a failure, in milliseconds, whatever was tried before. */
const leastPause = (error: unknown): number => {
  if (error instanceof Error && UNWANTED.includes(error.cause)) return LONGEST_PAUSE_MS;
  return (Limited.safeParse(error).data?.retryAfter ?? 0) * 1000;
};

/** The machine's time in milliseconds, and how it goes by; `wait` rejects when `signal` ends it before. */
export type KeeperTime = {
  readonly now: () => number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export type KeeperOptions = {
  readonly open: () => Connection;
  /** Whether no later try can succeed, as nobody but a person can mend what is wrong. */
  readonly isFinal: (error: unknown) => boolean;
  /** What is said of a failure in the log. */
  readonly describe: (error: unknown) => string;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
  readonly time: KeeperTime;
};

export type Keeper = {
  /** Resolves when the first connection stands; rejects when the very first tries meet what is final. */
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  readonly isConnected: () => boolean;
};

/**
 * Keeps two connections, and never more than three. Who is asked to leave serves on until it is closed, while another is opened.
 * What fails is tried again after a pause that grows until a connection has stood for a minute.
 */
export const createKeeper = ({ open, isFinal, describe, logger, time }: KeeperOptions): Keeper => {
  const connections = new Set<Connection>();
  const ending = new AbortController();
  const ended = new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()));

  /** Opens one as soon as there is room; undefined when the bot stops meanwhile. */
  const enter = async (): Promise<Connection | undefined> => {
    while (connections.size >= MOST && !ending.signal.aborted) {
      const standing = [...connections];
      // Nothing but connections that leave: somebody has to make room.
      if (standing.every(({ isLeaving }) => isLeaving())) standing[0]?.close();
      await Promise.race([ended, ...standing.map(({ closed }) => closed)]);
    }
    if (ending.signal.aborted) return undefined;
    const connection = open();
    connections.add(connection);
    void connection.closed.then(() => connections.delete(connection));
    return connection;
  };

  /** Keeps one of the two for as long as the bot runs. */
  const keepOne = async (stands: () => void, fails: (error: unknown) => void): Promise<void> => {
    let failures = 0;
    let pause = 0;
    while (!ending.signal.aborted) {
      if (pause > 0) await time.wait(pause, ending.signal).catch(() => undefined);
      const connection = await enter();
      if (connection === undefined) return;
      try {
        await connection.opened;
        const since = time.now();
        stands();
        const why = await connection.over;
        if (ending.signal.aborted) return;
        const hasLived = time.now() - since >= HAS_LIVED;
        failures = hasLived ? 0 : failures + 1;
        pause = UNWANTED.includes(why) ? LONGEST_PAUSE_MS : pauseAfter(failures);
        if (UNWANTED.includes(why)) connection.close();
        const after = pause === 0 ? 'at once' : `in ${pause / 1000} s`;
        logger.warn(`a connection to Slack is over (${why}); another is opened ${after}`);
      } catch (error) {
        connection.close();
        if (ending.signal.aborted) return;
        fails(error);
        failures += 1;
        pause = Math.max(pauseAfter(failures), leastPause(error));
        logger.error(`no connection to Slack (${describe(error)}); tried again in ${pause / 1000} s`);
      }
    }
  };

  const stop = (): void => {
    ending.abort();
    for (const { close } of connections) close();
  };
  return {
    start: () =>
      new Promise<void>((resolve, reject) => {
        let hasStood = false;
        const stands = (): void => {
          hasStood = true;
          resolve();
        };
        const fails = (error: unknown): void => {
          if (hasStood || !isFinal(error)) return;
          stop();
          reject(error);
        };
        for (let each = 0; each < WANTED; each += 1) void keepOne(stands, fails);
        void ended.then(resolve);
      }),
    stop,
    isConnected: () => [...connections].some(({ isOpen }) => isOpen()),
  };
};
