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

/** A call that may go out now. */
export type Turn = {
  readonly kind: 'turn';
  /** It does not go out after all: another may, in its place. */
  readonly giveBack: () => void;
};

/** A call that may not go out yet, and when to ask again, in milliseconds: who asks next is told a later time, so that they come one by one. */
export type Early = { readonly kind: 'early'; readonly problem: string; readonly retryAfterMs: number };

/** The rate limiter (a token bucket per kind of call and per channel): hands out turns, so that Slack need not refuse. Nobody waits in it. */
export type Pace = {
  /** The turn of a call of this kind, to this channel where it posts, if there is one now. */
  readonly take: (kind: PacedCall, channel?: string) => Turn | Early;
  /** Slack asked to wait: nothing goes out for so long. */
  readonly pause: (ms: number) => void;
};

/**
 * Told of what can't be had now: calls of one kind (`[kind]`), posts to one channel (`['to', channel]`) or Slack itself (`['slack']`).
 * `freeInMs` gives how long that lasts from when it is asked: 0 or less when it is over, Infinity while nobody knows.
 */
export type Hold = (what: readonly string[], freeInMs: () => number) => void;

/** When so many channels are known, those that have rested are forgotten: a process has the paces of thousands of workspaces. */
const FEW_CHANNELS = 32;

/** The machine's own time in milliseconds, and waiting in it: what Slack counts is real time, whatever the bot's clock says. */
export type MachineTime = {
  /** Never goes back. */
  readonly now: () => number;
  /** Rejects when `signal` ends it before. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
};

type Bucket = Rate & { readonly name: string; readonly what: readonly string[] };

const bucketsOf = (kind: PacedCall, channel?: string): readonly Bucket[] => [
  { ...RATES[kind], name: kind, what: [kind] },
  ...(kind === 'post' && channel !== undefined
    ? [{ ...CHANNEL, name: `channel ${channel}`, what: ['to', channel] }]
    : []),
];

/** Each process paces itself; several together are held back by Slack's own answers. */
export const createPace = ({ now }: Pick<MachineTime, 'now'>, hold: Hold = () => undefined): Pace => {
  /** When the call after the last one would come at the long-run rate, by kind and by channel. */
  const next = new Map<string, number>();
  /** The last time that one who came too early was told, likewise. */
  const told = new Map<string, number>();
  let pausedUntil = 0;
  const freeAt = ({ name, everyMs, burst }: Bucket): number =>
    Math.max(pausedUntil, (next.get(name) ?? 0) - everyMs * (burst - 1));
  const tell = (bucket: Bucket): number => {
    const at = Math.max(freeAt(bucket), (told.get(bucket.name) ?? 0) + bucket.everyMs);
    told.set(bucket.name, at);
    return at;
  };
  const take = ({ name, everyMs }: Bucket, at: number): void => {
    next.set(name, Math.max(next.get(name) ?? 0, at) + everyMs);
  };
  let mostKnown = FEW_CHANNELS;
  const forgetRested = (): void => {
    if (next.size + told.size < mostKnown) return;
    for (const times of [next, told]) for (const [name, at] of times) if (at < now()) times.delete(name);
    mostKnown = Math.max(FEW_CHANNELS, 2 * (next.size + told.size));
  };
  return {
    take: (kind, channel) => {
      forgetRested();
      const at = now();
      const buckets = bucketsOf(kind, channel);
      const full = buckets.filter((bucket) => freeAt(bucket) > at);
      if (full.length > 0)
        return { kind: 'early', problem: 'pace', retryAfterMs: Math.max(...full.map(tell)) - at };
      for (const bucket of buckets) {
        take(bucket, at);
        if (freeAt(bucket) > at) hold(bucket.what, () => freeAt(bucket) - now());
      }
      return {
        kind: 'turn',
        giveBack: () => {
          for (const { name, everyMs } of buckets) next.set(name, (next.get(name) ?? 0) - everyMs);
        },
      };
    },
    pause: (ms) => {
      pausedUntil = Math.max(pausedUntil, now() + ms);
      for (const kind of ['post', 'update'] as const)
        for (const bucket of bucketsOf(kind)) hold(bucket.what, () => freeAt(bucket) - now());
    },
  };
};
