import type { Config } from '../config.ts';
import { createWayOut, type SlackFetch } from '../slack/way-out.ts';

/** What the client of a command has that asks Slack: where it is, and the way there. */
export const slackOptions = ({
  slackApiUrl,
  proxy,
}: Pick<Config, 'slackApiUrl' | 'proxy'>): {
  readonly slackApiUrl: string;
  readonly fetch: SlackFetch;
} => ({ slackApiUrl, fetch: createWayOut(proxy).fetch });
