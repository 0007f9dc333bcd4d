import { POSTS_A_MINUTE } from '../domain/slack/rate.ts';

/** Calls of a kind: how far apart in the long run, and how many may come at once after a rest. */
type Rate = { readonly everyMs: number; readonly burst: number };

/**
 * Slack's rates, never passed in any minute: 300 posts in a workspace and about one a second in a channel, where a few may
 * come together; 50 of the others.
 */
const RATES = {
  post: { everyMs: 60_000 / POSTS_A_MINUTE, burst: 5 },
  update: { everyMs: 60_000 / 30, burst: 20 },
  open: { everyMs: 60_000 / 30, burst: 20 },
  look: { everyMs: 60_000 / 30, burst: 20 },
} as const satisfies Readonly<Record<string, Rate>>;
const CHANNEL: Rate = { everyMs: 1000, burst: 5 };

export type PacedCall = keyof typeof RATES;

/** The rate limiter (a token bucket per kind of call and per channel): hands out turns, so that Slack need not refuse. */
export type Pace = {
  /** Resolves when a call of this kind, to this channel where it posts, may go out. */
  readonly turn: (kind: PacedCall, channel?: string) => Promise<void>;
  /** Slack asked to wait: nothing goes out for so long. */
  readonly pause: (ms: number) => void;
};

/** Channels whose last message is long ago are forgotten when there are so many. */
const MOST_CHANNELS = 20_000;

/** The machine's own time in milliseconds, and waiting in it: what Slack counts is real time, whatever the bot's clock says. */
export type MachineTime = {
  /** Never goes back. */
  readonly now: () => number;
  /** Rejects when `signal` ends it before. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** Each process paces itself; several together are held back by Slack's own answers. */
export const createPace = ({ now, wait }: MachineTime): Pace => {
  /** When the call after the last one would come at the long-run rate, by kind and by channel. */
  const next = new Map<string, number>();
  let pausedUntil = 0;
  const freeFrom = (name: string, { everyMs, burst }: Rate): number =>
    (next.get(name) ?? 0) - everyMs * (burst - 1);
  const take = (name: string, { everyMs }: Rate, at: number): void => {
    next.set(name, Math.max(next.get(name) ?? 0, at) + everyMs);
  };
  const forgetOld = (): void => {
    if (next.size < MOST_CHANNELS) return;
    for (const [name, at] of next) if (at < now()) next.delete(name);
  };
  return {
    turn: async (kind, channel) => {
      forgetOld();
      const name = `channel ${channel}`;
      const isPost = kind === 'post' && channel !== undefined;
      const at = Math.max(now(), freeFrom(kind, RATES[kind]), isPost ? freeFrom(name, CHANNEL) : 0);
      take(kind, RATES[kind], at);
      if (isPost) take(name, CHANNEL, at);
      while (Math.max(at, pausedUntil) > now()) await wait(Math.ceil(Math.max(at, pausedUntil) - now()));
    },
    pause: (ms) => {
      pausedUntil = Math.max(pausedUntil, now() + ms);
    },
  };
};
