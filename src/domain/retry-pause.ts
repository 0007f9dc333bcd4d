/** No try is further from the one before it, in milliseconds, unless Slack asks for more. */
export const LONGEST_PAUSE_MS = 30_000;

/** Exponential backoff: milliseconds before Slack is tried again after so many failures in a row: none, then a second, two, four, and half a minute at most. */
export const pauseAfter = (failures: number): number =>
  failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures);
