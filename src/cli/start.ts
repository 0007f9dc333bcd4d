import type { Config, OauthConfig, SlackConfig } from '../config.ts';
import { startBot } from '../main.ts';
import { TokenKeyError } from '../oauth/tokens.ts';
import { SlackStartError } from '../slack/start.ts';
import { hostOf } from '../slack/trouble.ts';
import { cliText } from '../texts/cli.ts';
import { tokenKeyText } from '../texts/installation.ts';
import { slackStartText } from '../texts/slack-trouble.ts';
import { CommandEnd, EXIT } from './output.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { sandbox } from './sandbox.ts';

const isConnected = (config: Config): config is Config & { readonly slack: SlackConfig | OauthConfig } =>
  config.slack !== undefined;

/** What only a person can mend, at Slack or in the configuration, ends the start with a sentence. */
const endOf =
  ({ slackApiUrl }: Config) =>
  (error: unknown): never => {
    if (error instanceof TokenKeyError)
      throw new CommandEnd(EXIT.failure, tokenKeyText(error.installations).join('。\n'));
    if (!(error instanceof SlackStartError)) throw error;
    const { trouble, token, scopes } = error;
    throw new CommandEnd(EXIT.failure, slackStartText(trouble, { host: hostOf(slackApiUrl), token, scopes }));
  };

/** `start`: the bot where there are tokens, otherwise the practice workspace. */
export const start = (config: Config): Promise<void> =>
  isConnected(config)
    ? runUntilStopped(config, (signal) => startBot(config, { signal }).catch(endOf(config)), {
        preparing: cliText.botPreparing,
        started: cliText.botStarted,
      })
    : sandbox(config, {});
