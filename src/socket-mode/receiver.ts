import type { App, Logger, Receiver } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../domain/log.ts';
import { createTaker, type Took } from '../requests/take.ts';
import { type ConnectionOptions, openConnection } from './connection.ts';
import { createKeeper, type KeeperOptions } from './keeper.ts';

const Form = z.looseObject({ type: z.literal('view_submission') });

export type SocketModeReceiver = Receiver & {
  /** Whether requests can arrive. */
  readonly isConnected: () => boolean;
};

/**
 * Socket Mode over two connections that serve one app. `start` resolves with the first of them, and rejects when
 * what keeps it from standing is final. Whatever Slack sends is acknowledged, whether it can be carried out or not.
 */
export const createSocketModeReceiver = (
  options: Pick<ConnectionOptions, 'appToken' | 'clientOptions' | 'socketWay'> &
    Pick<KeeperOptions, 'isFinal' | 'describe' | 'time'> & {
      readonly logger: Logger;
      readonly log: Log;
      readonly took: Took;
    },
): SocketModeReceiver => {
  const { log, logger, took, isFinal, describe, time, ...client } = options;
  let app: App | undefined;
  const take = createTaker(log, () => app, took);

  const receive: ConnectionOptions['receive'] = ({ body, retry }, ack) => {
    take({ body, ack, ...(retry === undefined ? {} : { retry }) })
      .then((taken) => {
        // Slack would go on asking. But whoever sent a form that nobody takes must not believe that it was recorded.
        const isRefused = taken === 'unheard' && Form.safeParse(body).success;
        if (taken === 'unheard') log.warn({ isRefused }, 'request that nobody takes');
        return (taken === 'unreadable' || taken === 'unheard') && !isRefused ? ack() : undefined;
      })
      .catch((error: unknown) => log.warn({ err: error }, 'an acknowledgement could not be sent'));
  };
  const keeper = createKeeper({
    open: () => openConnection({ ...client, logger, receive }),
    isFinal,
    describe,
    logger,
    time,
  });

  return {
    init: (bolt) => {
      app = bolt;
    },
    start: keeper.start,
    stop: async () => keeper.stop(),
    isConnected: keeper.isConnected,
  };
};
