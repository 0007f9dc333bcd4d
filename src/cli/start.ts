import type { Config, SlackConfig } from '../config.ts';
import { startBot } from '../main.ts';
import { cliText } from '../texts/cli.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { sandbox } from './sandbox.ts';

const isConnected = (config: Config): config is Config & { readonly slack: SlackConfig } =>
  config.slack !== undefined;

/** `start`: the bot where there are tokens, otherwise the practice workspace. */
export const start = (config: Config): Promise<void> =>
  isConnected(config)
    ? runUntilStopped(
        config,
        () => startBot(config),
        (url) => [cliText.botStarted(url)],
      )
    : sandbox(config, {});
