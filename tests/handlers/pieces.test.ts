import { expect, test } from 'vitest';
import { createErrorBoundaries } from '../../src/handlers/error-boundary.ts';
import { createPieces } from '../../src/handlers/pieces.ts';
import { createTestLog } from '../support/log.ts';

/** Long work and what people wait for, in one process. */

const nothing = async (): Promise<void> => undefined;

/** A process whose time goes on when it is told to. */
const createProcess = () => {
  const knows = { isForLackOfRoom: async () => false, isTooLate: () => false };
  const boundaries = createErrorBoundaries(createTestLog(), knows, 10);
  let now = 0;
  return {
    giveWay: createPieces(() => now, boundaries).giveWay,
    pass: (ms: number) => {
      now += ms;
    },
    answer: (work: () => Promise<void>) => boundaries.hearing(nothing).run('command', work, nothing),
  };
};

/** Works on, a millisecond a step, until it is over; what the process does meanwhile is in `order`. */
const work = async ({ giveWay, pass }: ReturnType<typeof createProcess>, order: string[], steps: number) => {
  for (let step = 1; step <= steps; step += 1) {
    pass(1);
    order.push(`step ${step}`);
    await giveWay();
  }
};

test('a command that comes in the middle of long work is answered before that goes far on', async () => {
  const process = createProcess();
  const order: string[] = [];
  const working = work(process, order, 100);
  // It asks several questions, each answered at a later turn.
  const answered = process.answer(async () => {
    for (let question = 0; question < 5; question += 1) await new Promise((resolve) => setImmediate(resolve));
    order.push('answered');
  });
  await Promise.all([working, answered]);
  expect(order.indexOf('answered')).toBeLessThanOrEqual(20);
  expect(order).toHaveLength(101);
});

test('long work goes on though somebody is kept waiting for ever', async () => {
  const process = createProcess();
  let open = (): void => undefined;
  const answered = process.answer(
    () =>
      new Promise((resolve) => {
        open = resolve;
      }),
  );
  const order: string[] = [];
  await work(process, order, 20);
  expect(order).toHaveLength(20);
  open();
  await answered;
});
