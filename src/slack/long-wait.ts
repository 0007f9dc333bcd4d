import type { SlackFetch } from './way-out.ts';

/** How often a call is made at most that Slack puts off each time. */
const MOST_TIMES = 6;
/** How long each of them may take. */
const WITHIN_MS = 10_000;

/**
 * `fetch` for whom nobody waits: a call that Slack puts off is made again when Slack says, as long as that may be. The client's own way
 * would hold up every other call of the client meanwhile, so that each workspace would need a client of its own. It takes the place of
 * the client's time limit, which would go on while it waits.
 */
export const withLongWait =
  (fetch: SlackFetch, wait: (ms: number) => Promise<void>): SlackFetch =>
  async (url, init) => {
    for (let time = 1; ; time += 1) {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(WITHIN_MS) });
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      if (response.status !== 429 || !(seconds >= 0) || time === MOST_TIMES) return response;
      await wait(seconds * 1000);
    }
  };
