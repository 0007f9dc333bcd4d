import type { RequestListener } from 'node:http';
import { App, type Authorize, type Receiver } from '@slack/bolt';
import type { SlackConfig } from './config.ts';
import { type Deps, systemClock } from './deps.ts';
import { registerHandlers } from './handlers/register.ts';
import { createHttpReceiver } from './http-mode/receiver.ts';
import { createSlackLogger } from './slack/logger.ts';
import type { MachineTime } from './slack/pace.ts';
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
export const createApp = (slack: SlackConfig, deps: Deps, machine: MachineTime): BotApp => {
  const logger = createSlackLogger(deps.log);
  const { botId, botUserId, workspaceId: teamId } = deps.household;
  const authorize: Authorize<boolean> = async () => ({
    botToken: slack.botToken,
    botId,
    botUserId,
    teamId,
  });
  const boltOver = (receiver: Receiver): void => {
    const app = new App({ authorize, logger, clientOptions: deps.interactiveClientOptions, receiver });
    // Who took the request logs what became of it, once.
    app.error(async (error) => {
      throw error;
    });
    registerHandlers(app, deps);
  };
  if (slack.mode === 'http') {
    const receiver = createHttpReceiver({
      log: deps.log,
      refused: deps.refused,
      // Signatures bear the machine's time, whatever the day the bot is told it is.
      clock: systemClock,
      signingSecret: slack.signingSecret,
    });
    boltOver(receiver);
    const nothing = async (): Promise<void> => undefined;
    return { listener: receiver.listener, start: nothing, stop: nothing, isConnected: () => true };
  }
  const receiver = createSocketModeReceiver({
    appToken: slack.appToken,
    log: deps.log,
    logger,
    clientOptions: deps.socketClientOptions,
    time: machine,
  });
  boltOver(receiver);
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
