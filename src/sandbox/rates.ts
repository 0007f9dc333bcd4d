/** Slack's rate of a method: so many calls in a minute; of posts also about one a second in each channel. */
type Limits = Readonly<Record<string, number>>;

const MINUTE_MS = 60_000;

/** The published rates of the methods the bot calls, by the minute. */
const LIMITS: Limits = {
  'chat.postMessage': 300,
  'chat.update': 50,
  'conversations.open': 50,
  'conversations.info': 50,
  'conversations.history': 50,
  'conversations.replies': 50,
  'views.open': 100,
  'views.push': 100,
  'views.update': 100,
  'views.publish': 100,
  'users.info': 100,
  'chat.postEphemeral': 100,
  'files.info': 100,
  'files.getUploadURLExternal': 100,
  'files.completeUploadExternal': 100,
  'users.lookupByEmail': 50,
  'users.list': 20,
  'conversations.list': 20,
};

/** A channel takes short bursts: so many posts in so many seconds. */
const CHANNEL_POSTS = 8;
const CHANNEL_MS = 5000;

export type Rates = {
  /**
   * Takes a call of the app in `workspace`: each is counted by itself. Gives the whole seconds to wait when it comes too early,
   * undefined when it may be carried out.
   */
  take(method: string, channel: string | undefined, workspace?: string): number | undefined;
};

/** No limits, for tests that are not about them. */
export const unlimited: Rates = { take: () => undefined };

/** Counts calls in real time: `now` gives the machine's milliseconds. */
export const createRates = (now: () => number, limits: Limits = LIMITS): Rates => {
  const calls = new Map<string, number[]>();
  /** Milliseconds until one more fits into `most` in `span`. */
  const waitFor = (name: string, most: number, span: number): number => {
    const at = now();
    const recent = (calls.get(name) ?? []).filter((each) => each > at - span);
    calls.set(name, recent);
    const oldest = recent.at(-most);
    return oldest === undefined ? 0 : oldest + span - at;
  };
  const note = (name: string): void => {
    calls.set(name, [...(calls.get(name) ?? []), now()]);
  };
  return {
    take: (method, channel, workspace = '') => {
      const most = limits[method];
      if (most === undefined) return undefined;
      const all = `${workspace} ${method}`;
      const place = method === 'chat.postMessage' && channel !== undefined ? `${all} ${channel}` : undefined;
      const wait = Math.max(
        waitFor(all, most, MINUTE_MS),
        place === undefined ? 0 : waitFor(place, CHANNEL_POSTS, CHANNEL_MS),
      );
      if (wait > 0) return Math.ceil(wait / 1000);
      note(all);
      if (place !== undefined) note(place);
      return undefined;
    },
  };
};
