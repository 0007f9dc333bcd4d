import { describe, expect, test } from 'vitest';
import { createRates } from '../../src/sandbox/rates.ts';

/** Slack's table of rates: calls of a minute. */
const RATES = [
  ['chat.postMessage', 300],
  ['chat.update', 50],
  ['conversations.open', 50],
  ['conversations.info', 50],
  ['conversations.history', 50],
  ['conversations.replies', 50],
  ['views.open', 100],
  ['views.push', 100],
  ['views.update', 100],
  ['views.publish', 100],
  ['users.info', 100],
  ['chat.postEphemeral', 100],
  ['files.info', 100],
  ['files.getUploadURLExternal', 100],
  ['files.completeUploadExternal', 100],
  ['users.list', 20],
  ['conversations.list', 20],
] as const;

describe('rates', () => {
  test.each(RATES)('%s: %i a minute, the next waits out the minute, and others go on', (method, most) => {
    let now = 0;
    const rates = createRates(() => now);
    const waits = Array.from({ length: most }, (_, index) => rates.take(method, `D0P${index}`));
    expect(waits.filter((wait) => wait !== undefined)).toEqual([]);
    now = 59_001;
    expect(rates.take(method, 'D0LAST')).toBe(1);
    expect(rates.take('auth.test', undefined)).toBeUndefined();
    now = 60_000;
    expect(rates.take(method, 'D0LAST')).toBeUndefined();
  });

  test('one channel takes about a post a second in the long run, with a few at once', () => {
    let now = 0;
    const rates = createRates(() => now);
    let posted = 0;
    for (; now < 60_000; now += 100) if (rates.take('chat.postMessage', 'C0ONE') === undefined) posted += 1;
    expect(posted).toBeGreaterThanOrEqual(60);
    expect(posted).toBeLessThanOrEqual(100);
  });

  test('a call that was refused does not count', () => {
    let now = 0;
    const rates = createRates(() => now);
    for (let call = 0; call < 40; call += 1) rates.take('users.list', undefined);
    now = 60_000;
    expect(rates.take('users.list', undefined)).toBeUndefined();
  });
});
