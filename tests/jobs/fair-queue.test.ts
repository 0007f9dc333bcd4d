import { expect, test } from 'vitest';
import { needOf } from '../../src/domain/delivery/delivery.ts';
import { createHolds } from '../../src/jobs/holds.ts';
import { createLooks } from '../../src/jobs/looks.ts';
import { createRates } from '../../src/sandbox/rates.ts';
import { createPace, type Pace } from '../../src/slack/pace.ts';
import { createWaitingMachine } from '../support/waiting-machine.ts';

const MINUTE = 60_000;
/** Slack's answer takes so long, and a worker that found nothing looks again after so long by itself. */
const SLACK_MS = 100;
const POLL_MS = 1000;
const WORKERS = 20;

type Job = {
  readonly city: string;
  readonly to: string;
  readonly flags: readonly string[];
  readonly priority: number;
  runAt: number;
};

/**
 * Workers at the queue of several cities in moved time, at the rates of the practice Slack. What the database does is done as it does it:
 * the first due job goes that needs nothing held, and of many the next is due a 295th of a minute later.
 */
const createScene = ({ workers = WORKERS, slackMs = SLACK_MS } = {}) => {
  const machine = createWaitingMachine();
  const rates = createRates(machine.now);
  const holds = createHolds();
  const paces = new Map<string, Pace>();
  const sent: { readonly city: string; readonly at: number }[] = [];
  const refusals: string[] = [];
  const limitedUntil = new Map<string, number>();
  const ended = new Set<string>();
  const waiting: Job[] = [];
  let looked = 0;
  const idle = new Set<() => void>();
  const wake = (count: number): void => {
    for (const go of [...idle].slice(0, count)) go();
  };
  /** A worker that found nothing rests for a second, unless woken. */
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        idle.delete(go);
        resolve();
      };
      idle.add(go);
      void machine.wait(POLL_MS).then(go);
    });
  const looks = createLooks(holds, machine, machine);
  looks.begin(wake);

  const paceOf = (city: string): Pace => {
    const pace = paces.get(city) ?? createPace(machine, holds.of(city));
    paces.set(city, pace);
    return pace;
  };
  const plan = (city: string, count: number): void => {
    const isMany = count > 10;
    for (let rank = 0; rank < count; rank += 1)
      waiting.push({
        city,
        to: `U${rank}`,
        flags: [needOf(city), needOf(city, 'post'), needOf(city, 'to', `U${rank}`)],
        priority: isMany ? 10 : 0,
        runAt: machine.now() + (isMany ? (rank * MINUTE) / 295 - MINUTE : 0),
      });
    waiting.sort((one, other) => one.priority - other.priority || one.runAt - other.runAt);
    wake(count);
  };
  const back = (job: Job, afterMs: number): void => {
    waiting.push({ ...job, runAt: machine.now() + afterMs });
    waiting.sort((one, other) => one.priority - other.priority || one.runAt - other.runAt);
    looks.lookIn(afterMs);
  };
  const bring = async (job: Job): Promise<void> => {
    if (ended.has(job.city)) return;
    const turn = paceOf(job.city).take('post', job.to);
    if (turn.kind === 'early') return back(job, turn.retryAfterMs);
    const limitedMs = (limitedUntil.get(job.city) ?? 0) - machine.now();
    const seconds =
      limitedMs > 0 ? Math.ceil(limitedMs / 1000) : rates.take('chat.postMessage', job.to, job.city);
    await machine.wait(slackMs);
    if (seconds === undefined) return void sent.push({ city: job.city, at: machine.now() });
    refusals.push(job.city);
    paceOf(job.city).pause(seconds * 1000);
    back(job, seconds * 1000);
  };
  const work = async (): Promise<never> => {
    for (;;) {
      const left = new Set(looks.flagsToLeave());
      looked += 1;
      const index = waiting.findIndex(
        ({ runAt, flags: needs }) => runAt <= machine.now() && !needs.some((need) => left.has(need)),
      );
      const [job] = index < 0 ? [] : waiting.splice(index, 1);
      if (job !== undefined) await bring(job);
      else await rest();
    }
  };
  for (let worker = 0; worker < workers; worker += 1) void work();
  return {
    machine,
    plan,
    refusals,
    limit: (city: string, ms: number) => limitedUntil.set(city, machine.now() + ms),
    end: (city: string) => ended.add(city),
    looks: () => looked,
    waitingOf: (city: string) => waiting.filter((job) => job.city === city).length,
    sentOf: (city: string) => sent.filter((one) => one.city === city).map(({ at }) => at),
  };
};

/** When the last of a city's messages had left, if it were alone. */
const alone = async (count: number): Promise<number> => {
  const { plan, machine, sentOf } = createScene();
  plan('T0ALONE', count);
  await machine.go(20 * MINUTE);
  return sentOf('T0ALONE')[count - 1] ?? Number.NaN;
};

test('one city is limited for minutes, one has lost its token, one sends 10,000: the messages of the others leave within 1.1 of their pace alone', async () => {
  const { machine, plan, limit, end, sentOf, refusals, waitingOf } = createScene();
  limit('T0LIMITED', 5 * MINUTE);
  end('T0ENDED');
  plan('T0THOUSANDS', 10_000);
  plan('T0LIMITED', 600);
  plan('T0ENDED', 600);
  plan('T0MORNING', 112);
  plan('T0SECOND', 300);
  await machine.go(20 * MINUTE);
  for (const [city, count] of [
    ['T0MORNING', 112],
    ['T0SECOND', 300],
  ] as const) {
    expect(sentOf(city)).toHaveLength(count);
    expect(sentOf(city).at(-1)).toBeLessThan(1.1 * (await alone(count)));
  }
  // A minute's posts need a minute: the city of the thousands loses nothing to the others either.
  expect(sentOf('T0THOUSANDS').length).toBeGreaterThan(0.98 * 20 * 295);
  expect([sentOf('T0LIMITED').length, sentOf('T0ENDED').length, waitingOf('T0ENDED')]).toEqual([600, 0, 0]);
  // As many as were under way when Slack first asked to wait.
  expect(refusals.length).toBeLessThanOrEqual(WORKERS);
});

test('a message of another city waits for none of the 10,000 that stand before it', async () => {
  const { machine, plan, sentOf } = createScene();
  plan('T0THOUSANDS', 10_000);
  await machine.go(3 * MINUTE);
  plan('T0ONE', 1);
  await machine.go(MINUTE);
  expect(sentOf('T0ONE')[0]).toBeLessThan(3 * MINUTE + 2 * SLACK_MS);
});

test('a city alone goes at Slack’s pace, and with nothing to do workers look once a second and no more', async () => {
  const { machine, plan, sentOf, looks } = createScene();
  plan('T0ALONE', 1000);
  await machine.go(2 * MINUTE);
  expect(sentOf('T0ALONE').length).toBeGreaterThan(0.98 * 2 * 295);
  await machine.go(3 * MINUTE);
  expect(sentOf('T0ALONE')).toHaveLength(1000);
  const before = looks();
  await machine.go(MINUTE);
  expect(looks() - before).toBeLessThanOrEqual(WORKERS * 61);
});

test('five workers keep Slack’s pace where it takes its time to answer', async () => {
  const { machine, plan, sentOf } = createScene({ workers: 5, slackMs: 700 });
  plan('T0ALONE', 1000);
  await machine.go(2 * MINUTE);
  expect(sentOf('T0ALONE').length).toBeGreaterThan(0.97 * 2 * 295);
});
