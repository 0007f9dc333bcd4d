import type { RequestListener } from 'node:http';
import { App, type Authorize, type Receiver } from '@slack/bolt';
import type { OauthConfig, SlackConfig } from './config.ts';
import { type Deps, systemClock } from './deps.ts';
import { mustBeMended } from './domain/slack/trouble.ts';
import { fromOf } from './handlers/caller.ts';
import { registerHandlers } from './handlers/register.ts';
import { createHttpReceiver } from './http-mode/receiver.ts';
import { createSlackLogger } from './slack/logger.ts';
import type { MachineTime } from './slack/pace.ts';
import { SlackStartError } from './slack/start.ts';
import { hostOf, troubleOf } from './slack/trouble.ts';
import { createSocketModeReceiver } from './socket-mode/receiver.ts';
import { troubleText } from './texts/slack-trouble.ts';

/** The Bolt app and its way to Slack; nothing runs until `start`. */
export type BotApp = {
  /** Takes POST /slack/events; undefined in Socket Mode. */
  readonly listener: RequestListener | undefined;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Whether requests can arrive: always in HTTP mode, while a connection stands in Socket Mode. */
  readonly isConnected: () => boolean;
};

/** What keeps a connection from standing: the network's or Slack's word for it, or what came of the connection itself. */
const describeTrouble = (error: unknown, slackApiUrl: string): string => {
  const trouble = troubleOf(error);
  if (trouble.kind === 'other' && error instanceof Error) return error.message;
  return troubleText(trouble, hostOf(slackApiUrl), 'SLACK_APP_TOKEN').what;
};

/** The Bolt app with every handler, for the way of `slack`. */
export const createApp = (slack: SlackConfig | OauthConfig, deps: Deps, machine: MachineTime): BotApp => {
  const logger = createSlackLogger(deps.log);
  // No token: whoever handles a request asks Slack by the clients of its workspace, not by Bolt's.
  const authorize: Authorize<boolean> = async ({ teamId = '', enterpriseId = '', isEnterpriseInstall }) => {
    const served = await deps.workspaces
      .of(fromOf(teamId, { enterpriseId, isEnterpriseInstall }))
      .catch(() => undefined);
    if (served === undefined) return { teamId };
    const { botId, botUserId } = served.bot;
    return { teamId, botId, botUserId };
  };
  const boltOver = (receiver: Receiver): void => {
    // By it an answer goes to the address that came with a request.
    const app = new App({ authorize, logger, receiver, clientOptions: { fetch: deps.answerFetch } });
    // Who took the request logs what became of it, once.
    app.error(async (error) => {
      throw error;
    });
    registerHandlers(app, deps.workspaces, deps.boundaries);
  };
  if (slack.mode !== 'socket') {
    const receiver = createHttpReceiver({
      log: deps.log,
      refused: deps.refused,
      took: deps.meters.request,
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
    took: deps.meters.request,
    logger,
    clientOptions: deps.socketClientOptions,
    time: machine,
    isFinal: (error) => mustBeMended(troubleOf(error)),
    ...(deps.wayOut.socketWay === undefined ? {} : { socketWay: deps.wayOut.socketWay }),
    describe: (error) => describeTrouble(error, deps.socketClientOptions.slackApiUrl),
  });
  boltOver(receiver);
  return {
    listener: undefined,
    start: async () => {
      try {
        await receiver.start();
      } catch (error) {
        throw new SlackStartError(troubleOf(error), 'SLACK_APP_TOKEN');
      }
    },
    stop: async () => {
      // An acknowledgement travels over the connection: what is under way is let finish first.
      await deps.boundaries.settled();
      await receiver.stop();
    },
    isConnected: receiver.isConnected,
  };
};
