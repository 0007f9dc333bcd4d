import type { Clock } from '../domain/clock.ts';
import { failedCall } from './errors.ts';
import type { SlackFetch } from './way-out.ts';

/** What is known of Slack without asking it: whether it answers us, and how its time differs from ours. */
export type SlackWatch = {
  /** Hears the answers to all calls that are made with it. */
  readonly fetch: SlackFetch;
  /** Asks Slack whether it takes the token; never throws. */
  readonly look: (ask: () => Promise<unknown>) => Promise<void>;
  readonly isUp: () => boolean;
  /** Whether the machine's clock is right enough for Slack's timestamps to be taken. */
  readonly isClockRight: () => boolean;
};

/** Requests are refused that are 5 minutes off. */
const MOST_SKEW_MS = 4 * 60 * 1000;

/** `clock` is the machine's. It was up when the bot started. */
export const createSlackWatch = (clock: Clock, base: SlackFetch): SlackWatch => {
  let isUp = true;
  let skewMs = 0;
  return {
    fetch: async (url, init) => {
      const response = await base(url, init);
      const said = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(said)) skewMs = clock.now().getTime() - said;
      return response;
    },
    look: async (ask) => {
      try {
        await ask();
        isUp = true;
      } catch (error) {
        // Who is asked to wait has been answered.
        const { kind, problem } = failedCall(error);
        isUp = kind === 'later' && problem === 'ratelimited';
      }
    },
    isUp: () => isUp,
    isClockRight: () => Math.abs(skewMs) <= MOST_SKEW_MS,
  };
};
