import { setTimeout as delay } from 'node:timers/promises';
import type { App, Logger, Receiver } from '@slack/bolt';
import { type SocketModeOptions, UnrecoverableSocketModeStartError } from '@slack/socket-mode';
import { z } from 'zod';
import type { Log } from '../domain/log.ts';
import { createTaker } from '../requests/take.ts';
import { type Connection, type Envelope, openConnection } from './connection.ts';

/** A reconnect leaves a gap: two connections leave none. */
const CONNECTIONS = 2;

/** Milliseconds before the next try to connect: at once, then a second, two, four, and half a minute at most. */
const pauseAfter = (failures: number): number => (failures === 0 ? 0 : Math.min(30_000, 500 * 2 ** failures));

const Hopeless = z.looseObject({
  data: z.looseObject({ error: z.enum(UnrecoverableSocketModeStartError) }),
});

export type SocketModeReceiver = Receiver & {
  /** Whether requests can arrive. */
  readonly isConnected: () => boolean;
};

/**
 * Socket Mode over two connections that serve one app. A connection that is lost, or that Slack asks to leave, is replaced at
 * once; one that is asked to leave stays until Slack closes it. `start` rejects when Slack does not take the token.
 */
export const createSocketModeReceiver = (
  options: Pick<SocketModeOptions, 'appToken' | 'clientOptions'> & {
    readonly logger: Logger;
    readonly log: Log;
  },
): SocketModeReceiver => {
  const { log, logger } = options;
  const connections = new Set<Connection>();
  const ending = new AbortController();
  let app: App | undefined;
  const take = createTaker(log, () => app);

  const receive = ({ body, ack, retry_num: retryNum, retry_reason: retryReason }: Envelope): void => {
    const retry = retryNum === undefined ? {} : { retry: { retryNum, retryReason: retryReason ?? '' } };
    take({ body, ack, ...retry })
      // Slack would go on asking for what nobody can read.
      .then((taken) => (taken === 'unreadable' ? ack() : undefined))
      .catch((error: unknown) => logger.warn('an acknowledgement could not be sent', error));
  };
  /** A new connection, tried for until there is one; undefined when the bot stops meanwhile. */
  const connect = async ({ isFirst }: { readonly isFirst: boolean }): Promise<Connection | undefined> => {
    for (let failures = 0; !ending.signal.aborted; failures += 1) {
      await delay(pauseAfter(failures), undefined, { signal: ending.signal }).catch(() => undefined);
      try {
        const connection = await openConnection(options, receive);
        connections.add(connection);
        void connection.closed.then(() => connections.delete(connection));
        if (ending.signal.aborted) connection.close();
        return connection;
      } catch (error) {
        if (isFirst && Hopeless.safeParse(error).success) throw error;
        logger.error('no connection to Slack', error);
      }
    }
    return undefined;
  };
  const keep = async (first: Connection | undefined): Promise<void> => {
    for (let current = first; current !== undefined; current = await connect({ isFirst: false }))
      await current.over;
  };

  return {
    init: (bolt) => {
      app = bolt;
    },
    start: async () => {
      const first = await Promise.all(Array.from({ length: CONNECTIONS }, () => connect({ isFirst: true })));
      for (const connection of first) void keep(connection);
    },
    stop: async () => {
      ending.abort();
      for (const { close } of connections) close();
    },
    isConnected: () => [...connections].some(({ isOpen }) => isOpen()),
  };
};
