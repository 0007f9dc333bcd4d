import type { RequestListener } from 'node:http';
import { App, type Authorize, HTTPReceiver } from '@slack/bolt';
import type { SlackConfig } from './config.ts';
import type { Deps } from './deps.ts';
import { registerHandlers } from './handlers/register.ts';
import { createSlackLogger } from './slack/logger.ts';
import { createSocketModeReceiver } from './socket-mode/receiver.ts';

/** The Bolt app and its way to Slack; nothing runs until `start`. */
export type BotApp = {
  /** Takes POST /slack/events; undefined in Socket Mode. */
  readonly listener: RequestListener | undefined;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Whether requests can arrive: always in HTTP mode, while a connection stands in Socket Mode. */
  readonly isConnected: () => boolean;
};

/** The Bolt app with every handler, for the way of `slack`. */
export const createApp = (slack: SlackConfig, deps: Deps): BotApp => {
  const logger = createSlackLogger(deps.log);
  const { botId, botUserId, workspaceId: teamId } = deps.household;
  const authorize: Authorize<boolean> = async () => ({
    botToken: slack.botToken,
    botId,
    botUserId,
    teamId,
  });
  const common = { authorize, logger, clientOptions: deps.interactiveClientOptions } as const;
  if (slack.mode === 'http') {
    const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logger });
    registerHandlers(new App({ ...common, receiver }), deps);
    const nothing = async (): Promise<void> => undefined;
    return { listener: receiver.requestListener, start: nothing, stop: nothing, isConnected: () => true };
  }
  const receiver = createSocketModeReceiver({
    appToken: slack.appToken,
    logger,
    clientOptions: deps.socketClientOptions,
  });
  registerHandlers(new App({ ...common, receiver }), deps);
  return {
    listener: undefined,
    start: async () => {
      await receiver.start();
    },
    stop: async () => {
      // An acknowledgement travels over the connection: what is under way is let finish first.
      await deps.boundary.settled();
      await receiver.stop();
    },
    isConnected: receiver.isConnected,
  };
};
