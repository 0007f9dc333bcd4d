import { expect, test } from 'vitest';
import { createDay, type Fate, HOPELESS } from './keeper-day.ts';

test('two connections are kept, and nothing is asked of Slack while they stand', async () => {
  const { passTo, asked, seen } = createDay(() => ({}));
  await passTo(3_600_000);
  expect([asked, seen()]).toEqual([[0, 0], { open: 2, most: 2 }]);
});

test('the bot starts with one connection, whatever becomes of the other', async () => {
  const { keeper, passTo, start } = createDay((number) =>
    number === 0 ? { opens: 500 } : { fails: 15_000 },
  );
  await passTo(499);
  expect([start(), keeper.isConnected()]).toEqual(['under way', false]);
  await passTo(500);
  expect([start(), keeper.isConnected()]).toEqual(['done', true]);
});

test.each([
  ['opens and ends at once', { over: 0 }],
  ['is refused', { fails: 10 }],
  ['never gets a hello', { fails: 15_000 }],
  ['is asked to leave after a second', { over: 1_000, why: 'refresh_requested', closes: 10_000 }],
  ['is too many', { over: 0, why: 'too_many_websockets', closes: 10_000 }],
  ['lives for half a minute', { over: 30_000 }],
] satisfies [string, Fate][])(
  'while every connection %s, ten seconds see at most eight, and each half minute after that at most two',
  async (_what, fate) => {
    const { passTo, asked, seen } = createDay(() => fate);
    await passTo(10_000);
    expect(asked.length).toBeLessThanOrEqual(8);
    await passTo(600_000);
    const before = asked.length;
    await passTo(1_200_000);
    expect(asked.length - before).toBeLessThanOrEqual(2 * 20);
    expect(asked.length - before).toBeGreaterThanOrEqual(2 * 9);
    expect(seen().most).toBeLessThanOrEqual(3);
  },
);

test.each(['too_many_websockets', 'link_disabled'])(
  'after %s a connection is closed, and half a minute passes before the next',
  async (why) => {
    const { passTo, asked, log } = createDay((number) => (number < 2 ? { over: 100_000, why } : {}));
    await passTo(129_999);
    expect(asked).toEqual([0, 0]);
    await passTo(200_000);
    expect(asked).toEqual([0, 0, 130_000, 130_000]);
    expect(log[0]).toBe(`a connection to Slack is over (${why}); another is opened in 30 s`);
  },
);

test('too many in place of a hello is waited for as long', async () => {
  const error = new Error('refused', { cause: 'too_many_websockets' });
  const { passTo, asked } = createDay((number) => (number < 2 ? { fails: 10, error } : {}));
  await passTo(40_000);
  expect(asked).toEqual([0, 0, 30_010, 30_010]);
});

test('a connection that has stood for a minute is replaced at once, and serves until it is closed', async () => {
  const { passTo, asked, seen } = createDay((number) =>
    number < 2 ? { over: 60_000, why: 'refresh_requested', closes: 10_000 } : { opens: 100 },
  );
  await passTo(60_000);
  // Both are asked to leave at the same time: one more has room beside them, the other comes when one is closed.
  expect([asked, seen()]).toEqual([[0, 0, 60_000], { open: 2, most: 3 }]);
  await passTo(70_100);
  expect([asked, seen()]).toEqual([[0, 0, 60_000, 70_000], { open: 2, most: 3 }]);
});

test('with nothing but connections that leave, the oldest makes room', async () => {
  const leaves = { over: 100_000, why: 'warning', closes: 1_000_000 };
  const { passTo, seen } = createDay((number) => (number < 3 ? leaves : {}));
  await passTo(199_999);
  expect(seen()).toEqual({ open: 3, most: 3 });
  await passTo(400_000);
  expect(seen()).toEqual({ open: 3, most: 3 });
});

test('when Slack asks to wait, so long is waited', async () => {
  const error = Object.assign(new Error('ratelimited'), { retryAfter: 90 });
  const { passTo, asked } = createDay((number) => (number < 2 ? { fails: 0, error } : {}));
  await passTo(89_999);
  expect(asked).toEqual([0, 0]);
  await passTo(90_000);
  expect(asked).toEqual([0, 0, 90_000, 90_000]);
});

test('what only a person can mend ends the start, and nothing is tried any more', async () => {
  const { passTo, asked, start } = createDay(() => ({ fails: 5, error: HOPELESS }));
  await passTo(600_000);
  expect([start(), asked]).toEqual(['given up', [0, 0]]);
});

test('once the bot has stood, even that is waited for', async () => {
  const { keeper, passTo, start } = createDay((number) =>
    number < 2 ? { over: 60_000 } : number < 9 ? { fails: 5, error: HOPELESS } : {},
  );
  await passTo(61_000);
  expect([start(), keeper.isConnected()]).toEqual(['done', false]);
  await passTo(600_000);
  expect(keeper.isConnected()).toBe(true);
});

test('who is asked to stop while it waits opens nothing more', async () => {
  const { keeper, passTo, asked, start } = createDay(() => ({ fails: 5 }));
  await passTo(2_000);
  const before = asked.length;
  keeper.stop();
  await passTo(600_000);
  expect([start(), asked.length]).toEqual(['done', before]);
});
