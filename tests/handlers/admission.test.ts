import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAdmission } from '../../src/handlers/admission.ts';

/** Who is worked on when more ask at once than can be. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MOST = 3;
const PLACE_FOR_MS = 500;

/** Requests that end when told, in the order in which their turn came. */
const createRequests = () => {
  const admission = createAdmission(MOST, PLACE_FOR_MS);
  const begun: string[] = [];
  const leaves = new Map<string, () => void>();
  return {
    begun,
    ask: async (name: string, precedence: 'form' | 'other') => {
      void admission(precedence).then((leave) => {
        begun.push(name);
        leaves.set(name, leave);
      });
      await vi.advanceTimersByTimeAsync(0);
    },
    end: async (name: string) => {
      leaves.get(name)?.();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
};

test('of those that wait, forms come first, and each kind in the order of its coming', async () => {
  const { begun, ask, end } = createRequests();
  for (const name of ['a', 'b', 'c', 'd', 'e']) await ask(name, 'other');
  for (const name of ['form 1', 'form 2']) await ask(name, 'form');
  expect(begun).toEqual(['a', 'b', 'c']);
  for (const name of ['b', 'a', 'c', 'form 1']) await end(name);
  expect(begun).toEqual(['a', 'b', 'c', 'form 1', 'form 2', 'd', 'e']);
});

test('whom Slack has wait holds up nobody else for longer than a place counts', async () => {
  const { begun, ask, end } = createRequests();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await ask(name, 'other');
  await vi.advanceTimersByTimeAsync(PLACE_FOR_MS - 1);
  expect(begun).toHaveLength(MOST);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  // Whose place has gone to another gives none up when it is done at last.
  for (const name of ['a', 'b', 'c']) await end(name);
  expect(begun).not.toContain('g');
  await end('e');
  expect(begun).toContain('g');
});

test('whatever comes and ends in whatever order, never more have a place than there are, and everybody has a turn', async () => {
  const requests = fc.array(fc.constantFrom('form' as const, 'other' as const), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(requests, fc.infiniteStream(fc.nat()), async (kinds, choices) => {
      const { begun, ask, end } = createRequests();
      for (const [index, kind] of kinds.entries()) await ask(String(index), kind);
      const ended: string[] = [];
      while (ended.length < kinds.length) {
        const open = begun.filter((name) => !ended.includes(name));
        expect(open).toHaveLength(Math.min(MOST, kinds.length - ended.length));
        const one = open[(choices.next().value ?? 0) % open.length] ?? '';
        ended.push(one);
        await end(one);
      }
      expect(begun).toHaveLength(kinds.length);
    }),
    { numRuns: 100 },
  );
});
