import type { SlackFetch } from './way-out.ts';

/** Whoever waits at a form waits a second more, not longer. */
const MOST_SECONDS = 1;

/**
 * `fetch` for people who wait. The client's own way with a 429 is to hold up every other call of the client, for as long as Slack
 * says: here a call that Slack puts off for a second is made again by itself, and one that it puts off for longer has failed.
 */
export const withShortWait =
  (fetch: SlackFetch, wait: (ms: number) => Promise<void>): SlackFetch =>
  async (...call) => {
    const response = await fetch(...call);
    if (response.status !== 429) return response;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    if (!(seconds <= MOST_SECONDS)) return response;
    await wait(seconds * 1000);
    return fetch(...call);
  };
