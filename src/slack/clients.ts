import { WebClient, type WebClientOptions } from '@slack/web-api';
import { clientFor } from './client-for.ts';
import { withLongWait } from './long-wait.ts';
import type { MachineTime } from './pace.ts';
import { withShortWait } from './short-wait.ts';
import type { SlackFetch } from './way-out.ts';

/** What all our clients of Slack have. */
export type SharedOptions = Required<Pick<WebClientOptions, 'slackApiUrl' | 'logger'>> & {
  readonly fetch: SlackFetch;
};

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

/** Slack for questions nobody waits for, as the daily look at everybody: each waits as long as Slack asks. */
const listingOptions = (shared: SharedOptions, { wait }: MachineTime): WebClientOptions => ({
  ...shared,
  fetch: withLongWait(shared.fetch, wait),
  retryConfig: { retries: 5 },
  rejectRateLimitedCalls: true,
});

/** Slack for opening Socket Mode: who keeps the connections tries again, with pauses of its own. */
export const socketOptions = (
  shared: Pick<SharedOptions, 'slackApiUrl' | 'fetch'>,
): WebClientOptions & { readonly slackApiUrl: string } => ({
  ...shared,
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
type Token = { readonly botToken: string; readonly teamId?: string | undefined };

/** Gives the clients of one token after another; as many calls as there are go out at once, and none waits for another's. */
export const createClients = (shared: SharedOptions, machine: MachineTime): ((token: Token) => Clients) => {
  const atOnce = { maxRequestConcurrency: Number.POSITIVE_INFINITY };
  const interactive = new WebClient(undefined, { ...interactiveOptions(shared, machine), ...atOnce });
  const bulk = new WebClient(undefined, { ...bulkOptions(shared), ...atOnce });
  const listing = new WebClient(undefined, { ...listingOptions(shared, machine), ...atOnce });
  return ({ botToken: token, teamId }) => {
    const given = { token, ...(teamId === undefined ? {} : { team_id: teamId }) };
    return {
      interactive: clientFor(interactive, given),
      bulk: clientFor(bulk, given),
      listing: clientFor(listing, given),
    };
  };
};
