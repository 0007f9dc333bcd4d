import { expect, test } from 'vitest';
import { createLine, type Turn } from '../../src/jobs/line.ts';
import { createPace } from '../../src/slack/pace.ts';
import { createKeptLog } from '../support/desk.ts';
import { haveTurn } from '../support/pace.ts';
import { createManualMachine } from '../support/practice.ts';

const MINUTE = 60_000;
const TICK_MS = 50;
const WORKERS = 5;

type Message = {
  readonly id: string;
  priority: number;
  posts: number;
  isPosted: boolean;
  isUnclear: boolean;
};

/** Workers at the queue in moved time and at Slack's pace: of Slack's calls only some fail, every second of them carried out. */
const createScene = (messages: number) => {
  const machine = createManualMachine();
  const pace = createPace(machine);
  const log = createKeptLog();
  const line = createLine({ machine, log, sender: { probe: async () => ({ kind: 'answered' }) } });
  const failing = new Set<'post' | 'update'>();
  const done: Message[] = [];
  let failed = 0;
  let running = 0;
  const waiting: Message[] = [];
  const add = (id: string, isPosted: boolean): void =>
    void waiting.push({ id, priority: 10, posts: 0, isPosted, isUnclear: false });
  for (let index = 0; index < messages; index += 1) add(`m${index}`, false);

  const back = (message: Message, turn: Turn, isPost: boolean): void => {
    if (turn.end('outage', isPost) === 'front') message.priority = -1;
    waiting.push(message);
  };
  const job = async (message: Message, turn: Turn): Promise<void> => {
    if (message.isUnclear) {
      await haveTurn(pace, machine, 'open');
      await haveTurn(pace, machine, 'look');
      message.isUnclear = false;
      message.isPosted = message.posts > 0;
    }
    if (message.isPosted) {
      await haveTurn(pace, machine, 'update');
      if (failing.has('update')) return back(message, turn, false);
      turn.end('answers', false);
      return void done.push(message);
    }
    await haveTurn(pace, machine, 'post', message.id);
    if (failing.has('post')) {
      failed += 1;
      message.isUnclear = true;
      message.posts += failed % 2;
      return back(message, turn, true);
    }
    message.posts += 1;
    turn.end('answers', true);
    return void done.push(message);
  };
  const look = async (): Promise<void> => {
    machine.advance(TICK_MS);
    for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
    while (running < WORKERS && line.isOpen()) {
      const [first] = waiting.toSorted((a, b) => a.priority - b.priority);
      const turn = first && line.enter(first.id);
      if (first === undefined || turn === undefined) return;
      waiting.splice(waiting.indexOf(first), 1);
      running += 1;
      void job(first, turn).finally(() => {
        running -= 1;
      });
    }
  };
  const lookFor = async (ms: number): Promise<void> => {
    for (const end = machine.now() + ms; machine.now() < end; ) await look();
  };
  return { machine, log, failing, done, add, look, lookFor };
};

/** As often as the line was closed. */
const closed = (log: ReturnType<typeof createKeptLog>): number =>
  log.lines.filter(({ event }) => event === 'Slack does not answer: messages wait').length;

test.each([
  { minutes: 1, changes: 0 },
  { minutes: 5, changes: 0 },
  { minutes: 60, changes: 0 },
  { minutes: 5, changes: 20 },
])(
  'when only posts fail for $minutes minutes, half of them carried out, 112 messages and $changes changes are complete within 30 s and their pace',
  async ({ minutes, changes }) => {
    const { machine, failing, done, add, look, lookFor, log } = createScene(112);
    for (let index = 0; index < changes; index += 1) add(`posted before ${index}`, true);
    failing.add('post');
    await lookFor(minutes * MINUTE);
    // A message that was found, or changed, does not show that Slack takes new ones.
    expect(closed(log)).toBe(1);
    failing.clear();
    const end = machine.now();
    while (done.length < 112 + changes) await look();
    expect(machine.now() - end).toBeLessThanOrEqual(30_000 + 112 * (60_000 / 295));
    const posts = done.filter(({ id }) => id.startsWith('m')).map((message) => message.posts);
    expect(posts).toEqual(Array.from({ length: 112 }, () => 1));
    expect(closed(log)).toBe(1);
  },
);

test('after an outage of changes only, a change that gets through has them all go', async () => {
  const { failing, done, add, lookFor, log } = createScene(0);
  for (let index = 0; index < 20; index += 1) add(`posted before ${index}`, true);
  failing.add('update');
  await lookFor(MINUTE);
  expect([done.length, closed(log)]).toEqual([0, 1]);
  failing.clear();
  await lookFor(10_000);
  expect(log.lines.map(({ event }) => event)).toEqual([
    'Slack does not answer: messages wait',
    'Slack answers again: messages go out',
  ]);
});
