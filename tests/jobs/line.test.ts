import { expect, test } from 'vitest';
import { createLine } from '../../src/jobs/line.ts';
import type { FailedCall } from '../../src/slack/errors.ts';
import { createKeptLog } from '../support/desk.ts';
import { createManualMachine } from '../support/practice.ts';

const MINUTE = 60_000;
/** Slack's pace of posts, and how often the queue asks for work. */
const PACE_MS = 60_000 / 295;
const away: FailedCall = { kind: 'unknown', problem: 'HTTP 503' };

/** Slack and a queue in moved time: which calls fail, and what has become of the messages. */
const createScene = (messages: number) => {
  const machine = createManualMachine();
  const log = createKeptLog();
  const scene = {
    machine,
    log,
    isProbeAnswered: () => true,
    fails: (_id: string): boolean => false,
    probes: 0,
    sent: [] as string[],
    tried: new Set<string>(),
  };
  const line = createLine({
    machine,
    log,
    sender: {
      probe: async () => {
        scene.probes += 1;
        return scene.isProbeAnswered() ? { kind: 'answered' } : away;
      },
    },
  });
  let waiting = Array.from({ length: messages }, (_, index) => ({ id: `m${index}`, priority: 10 }));
  const add = (id: string): void => void waiting.push({ id, priority: 0 });
  /** One look of the queue: the first message goes, if any may. */
  const look = async (): Promise<void> => {
    machine.advance(PACE_MS);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    if (!line.isOpen()) return;
    const [first] = waiting.toSorted((a, b) => a.priority - b.priority);
    if (first === undefined) return;
    const turn = line.enter(first.id);
    if (turn === undefined) return;
    waiting = waiting.filter(({ id }) => id !== first.id);
    scene.tried.add(first.id);
    if (!scene.fails(first.id)) {
      turn.end('answers');
      scene.sent.push(first.id);
    } else if (!turn.isLast) {
      const priority = turn.end('outage') === 'front' ? -1 : first.priority;
      waiting.push({ id: first.id, priority });
    } else turn.end('nothing');
  };
  const lookFor = async (ms: number): Promise<void> => {
    for (const end = machine.now() + ms; machine.now() < end; ) await look();
  };
  return { scene, line, add, look, lookFor, left: () => waiting.map(({ id }) => id) };
};

const outages = [1, 5, 60].flatMap((minutes) => [
  { minutes, what: 'answers nothing', isProbeAnswered: false, mostTried: 1 },
  // What was tried must be looked for afterwards: 20 looks at once, then one in two seconds.
  { minutes, what: 'takes no messages', isProbeAnswered: true, mostTried: 30 },
]);

test.each(outages)(
  'when Slack $what for $minutes minutes, 112 messages are complete within 30 s and their pace after that',
  async ({ minutes, isProbeAnswered, mostTried }) => {
    const { scene, lookFor, look, left } = createScene(112);
    scene.fails = () => true;
    scene.isProbeAnswered = () => isProbeAnswered;
    await lookFor(minutes * MINUTE);
    expect(scene.sent).toEqual([]);
    expect(scene.tried.size).toBeLessThanOrEqual(mostTried);
    expect(scene.probes).toBeLessThanOrEqual(minutes * 12 + 3);
    scene.fails = () => false;
    scene.isProbeAnswered = () => true;
    const end = scene.machine.now();
    while (left().length > 0) await look();
    expect(scene.machine.now() - end).toBeLessThanOrEqual(30_000 + 112 * PACE_MS);
    expect(scene.sent.toSorted()).toEqual([...new Set(scene.sent)].toSorted());
    expect(scene.log.lines.map(({ event }) => event)).toEqual([
      'Slack does not answer: messages wait',
      'Slack answers again: messages go out',
    ]);
  },
);

test('a single fault holds the others up for about a second, and the message goes out', async () => {
  const { scene, look, left } = createScene(112);
  const failed = new Set<string>();
  scene.fails = (id) => id === 'm50' && !failed.has(id) && failed.add(id).size > 0;
  while (left().length > 0) await look();
  expect(scene.sent).toHaveLength(112);
  expect(scene.machine.now()).toBeLessThanOrEqual(1500 + 112 * PACE_MS);
});

test('a message that Slack alone fails on holds up nobody for long, and is given up after six hours', async () => {
  const { scene, add, lookFor, left } = createScene(112);
  scene.fails = (id) => id === 'm0';
  await lookFor(MINUTE);
  expect([scene.sent.length, left()]).toEqual([111, ['m0']]);
  await lookFor(5 * 60 * MINUTE);
  add('later');
  await lookFor(15_000);
  expect(left()).toEqual(['m0']);
  await lookFor(60 * MINUTE);
  expect(left()).toEqual([]);
  expect(scene.sent).not.toContain('m0');
});

test('the hours in which Slack answers nothing at all count against no message', async () => {
  const { scene, lookFor, look, left } = createScene(3);
  scene.fails = () => true;
  scene.isProbeAnswered = () => false;
  await lookFor(72 * 60 * MINUTE);
  scene.fails = () => false;
  scene.isProbeAnswered = () => true;
  while (left().length > 0) await look();
  expect(scene.sent).toHaveLength(3);
});

test('while one message is tried, no other may go; one that showed nothing leaves the try to the next', async () => {
  const { scene, line, lookFor } = createScene(0);
  line.enter('first')?.end('outage');
  expect([line.isOpen(), line.enter('second')]).toEqual([false, undefined]);
  await lookFor(1000);
  const turn = line.enter('second');
  expect([turn === undefined, line.isOpen(), line.enter('third')]).toEqual([false, false, undefined]);
  turn?.end('nothing');
  line.enter('third')?.end('answers');
  expect([line.isOpen(), scene.probes]).toEqual([true, 1]);
});
