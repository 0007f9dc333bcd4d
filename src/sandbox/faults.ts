/** What goes wrong with the next call of a method. */
export type Fault =
  | { readonly status: number }
  /** HTTP 429 with this many seconds in retry-after. */
  | { readonly rateLimited: number }
  /** No answer until the workspace stops. */
  | { readonly hang: true }
  /** The call is carried out, then the connection is cut: the bot cannot know. */
  | { readonly cutAfter: true }
  /** The call is carried out, then nothing is answered until the workspace stops. */
  | { readonly hangAfter: true }
  /** Slack answers `ok: false` with this code. */
  | { readonly error: string }
  /** HTTP 302: what was asked for is at this address, which may be a path. For FILE_ADDRESS. */
  | { readonly redirectTo: string };

/** Faults that come by chance: the same ones for the same seed. */
export type RandomFaults = {
  readonly seed: number;
  /** How often each of `faults` comes, e.g. 0.05. */
  readonly share: number;
  readonly faults: readonly Fault[];
  readonly methods: readonly string[];
};

export type Faults = {
  /** From now on, calls of some methods go wrong by chance; undefined ends that. */
  random(by: RandomFaults | undefined): void;
  /** The next `times` calls of `method`, or of ANY, (once, unless told) go wrong like this; several queue up. */
  next(method: string, fault: Fault, times?: number): void;
  /** From now on every call of `method`, or of ANY, goes wrong like this, until what it gives is called. E.g. 429 for minutes. */
  always(method: string, fault: Fault): () => void;
  /** Takes the fault waiting for this call. */
  take(method: string): Fault | undefined;
};

/** Numbers from 0 to 1, always the same ones for a seed (mulberry32). */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** In the place of a method: whichever comes next. */
export const ANY = '*';

/** In the place of a method: the private address of a file. */
export const FILE_ADDRESS = 'files-pri';

/** No faults until a test asks for one. */
export const createFaults = (): Faults => {
  const waiting = new Map<string, Fault[]>();
  const lasting = new Map<string, Fault>();
  let chance: { readonly by: RandomFaults; readonly draw: () => number } | undefined;
  const byChance = (method: string): Fault | undefined => {
    if (chance === undefined || !chance.by.methods.includes(method)) return undefined;
    return chance.by.faults[Math.floor(chance.draw() / chance.by.share)];
  };
  return {
    random: (by) => {
      chance = by === undefined ? undefined : { by, draw: numbersFrom(by.seed) };
    },
    next: (method, fault, times = 1) => {
      const queue = waiting.get(method) ?? [];
      waiting.set(method, [...queue, ...Array.from({ length: times }, () => fault)]);
    },
    always: (method, fault) => {
      lasting.set(method, fault);
      return () => {
        lasting.delete(method);
      };
    },
    take: (method) =>
      waiting.get(method)?.shift() ??
      waiting.get(ANY)?.shift() ??
      lasting.get(method) ??
      lasting.get(ANY) ??
      byChance(method),
  };
};
