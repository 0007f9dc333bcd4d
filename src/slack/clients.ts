import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { MachineTime } from './pace.ts';
import { withShortWait } from './short-wait.ts';

/** What all our clients of Slack have. */
export type SharedOptions = Required<Pick<WebClientOptions, 'slackApiUrl' | 'logger' | 'fetch'>>;

/** Slack's answer while people wait: quick or not at all, and no call holds up another. */
const interactiveOptions = (shared: SharedOptions, { wait }: MachineTime): WebClientOptions => ({
  ...shared,
  fetch: withShortWait(shared.fetch, wait),
  retryConfig: { retries: 1, minTimeout: 200 },
  rejectRateLimitedCalls: true,
  timeout: 2500,
});

/** Slack for messages nobody waits for: no blind retry, for a call of unknown outcome may have posted. */
export const bulkOptions = (shared: SharedOptions): WebClientOptions => ({
  ...shared,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
});

/** Slack for questions nobody waits for, as the daily look at everybody: they wait as long as Slack asks, one behind the other. */
const listingOptions = (shared: SharedOptions): WebClientOptions => ({
  ...shared,
  retryConfig: { retries: 5 },
  timeout: 10_000,
});

/** Slack for opening Socket Mode: who keeps the connections tries again, with pauses of its own. */
export const socketOptions = (slackApiUrl: string): WebClientOptions => ({
  slackApiUrl,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
});

/** The clients of one token, by who waits: when Slack has one of them wait, the others go on. */
export type Clients = {
  readonly interactive: WebClient;
  readonly bulk: WebClient;
  readonly listing: WebClient;
};

/** `teamId` where the token is good for a whole organisation: the workspace that is meant by every call. */
export const createClients = (
  { botToken, teamId }: { readonly botToken: string; readonly teamId?: string | undefined },
  shared: SharedOptions,
  machine: MachineTime,
): Clients => {
  const client = (options: WebClientOptions): WebClient =>
    new WebClient(botToken, { ...options, ...(teamId === undefined ? {} : { teamId }) });
  return {
    interactive: client(interactiveOptions(shared, machine)),
    bulk: client(bulkOptions(shared)),
    listing: client(listingOptions(shared)),
  };
};
