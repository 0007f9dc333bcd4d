import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createBehind } from '../../src/handlers/behind.ts';
import { createErrorBoundaries } from '../../src/handlers/error-boundary.ts';
import { createTestLog } from '../support/log.ts';

/** What is drawn behind answers, in whatever order changes come, are answered, read and shown. */

const AT_ONCE = 2;
/** A database with room, and a Slack that waits. */
const KNOWS = { isForLackOfRoom: async () => false, isTooLate: () => false };
const NAMES = ['home 1', 'home 2', 'home 3', 'list 1'] as const;

/** A change of something, and whether it is drawn for one who waits for it. */
const changes = fc.array(
  fc.record({ name: fc.constantFrom(...NAMES), isAwaited: fc.boolean(), afterTurns: fc.nat(3) }),
  { maxLength: 20 },
);

/** Something that resolves when told. */
const createGate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

test('whatever the order, each thing stands in the end as it was changed last', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fc.scheduler(), async (asked, scheduler) => {
      const present = new Map<string, number>();
      const shown = new Map<string, number>();
      const underWay: string[] = [];
      const work: Promise<void>[] = [];
      const { soon, now } = createBehind(AT_ONCE, {
        answered: () => scheduler.schedule(Promise.resolve(), 'answered'),
        behind: (drawing) => void work.push(drawing),
      });
      let awaited = 0;
      const drawn = (name: string, isAwaited: boolean) => async (): Promise<void> => {
        // Of one name never two at once, or the earlier one might be shown last.
        expect(underWay).not.toContain(name);
        underWay.push(name);
        awaited += isAwaited ? 1 : 0;
        expect(underWay.length - awaited).toBeLessThanOrEqual(AT_ONCE);
        const read = present.get(name) ?? 0;
        await scheduler.schedule(Promise.resolve(), `${name} is written`);
        shown.set(name, read);
        underWay.splice(underWay.indexOf(name), 1);
        awaited -= isAwaited ? 1 : 0;
      };
      for (const { name, isAwaited, afterTurns } of asked) {
        present.set(name, (present.get(name) ?? 0) + 1);
        if (isAwaited) work.push(now(name, drawn(name, true)));
        else soon(name, drawn(name, false));
        for (let turn = 0; turn < afterTurns && scheduler.count() > 0; turn += 1) await scheduler.waitOne();
      }
      await scheduler.waitIdle();
      await Promise.all(work);
      expect(shown).toEqual(present);
    }),
    { numRuns: 500 },
  );
});

test('changes that come while one waits for the answers are one drawing, done as was asked last', async () => {
  const { open, opened } = createGate();
  const drawings: string[] = [];
  const work: Promise<void>[] = [];
  const { soon } = createBehind(AT_ONCE, { answered: () => opened, behind: (one) => void work.push(one) });
  for (const change of ['first', 'second', 'third'])
    soon('home', async () => {
      drawings.push(change);
    });
  expect(drawings).toEqual([]);
  open();
  await Promise.all(work);
  expect(drawings).toEqual(['third']);
});

test('what is drawn waits until nobody waits for an answer any more, and settled for both', async () => {
  const nothing = async (): Promise<void> => undefined;
  const boundaries = createErrorBoundaries(createTestLog(), KNOWS, 10);
  const { soon } = createBehind(AT_ONCE, boundaries);
  const order: string[] = [];
  const [answer, another, drawing] = [createGate(), createGate(), createGate()];
  const ask = (until: Promise<void>, what: string): Promise<void> =>
    boundaries.hearing(nothing).run(
      'command',
      async () => {
        await until;
        order.push(what);
      },
      nothing,
    );
  const answered = ask(answer.opened, 'answered');
  soon('home', async () => {
    order.push('drawn');
    await drawing.opened;
    order.push('shown');
  });
  const settled = boundaries.settled().then(() => void order.push('settled'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual([]);
  const alsoAnswered = ask(another.opened, 'another too');
  answer.open();
  await answered;
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual(['answered']);
  another.open();
  await alsoAnswered;
  await expect.poll(() => order).toEqual(['answered', 'another too', 'drawn']);
  drawing.open();
  await settled;
  expect(order).toEqual(['answered', 'another too', 'drawn', 'shown', 'settled']);
});

test('however long people go on asking, it is drawn', async () => {
  vi.useFakeTimers();
  const boundaries = createErrorBoundaries(createTestLog(), KNOWS, 10);
  const { soon } = createBehind(AT_ONCE, boundaries);
  const gate = createGate();
  const nothing = async (): Promise<void> => undefined;
  const asked = boundaries.hearing(nothing).run('command', () => gate.opened, nothing);
  const draw = vi.fn(nothing);
  soon('home', draw);
  await vi.advanceTimersByTimeAsync(1999);
  expect(draw).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(draw).toHaveBeenCalledOnce();
  gate.open();
  await asked;
  vi.useRealTimers();
});
