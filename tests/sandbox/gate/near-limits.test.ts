import { expect, test } from 'vitest';
import { expectAgreement } from './agreement.ts';

// 10,000 of them, every rule among those: `near-limits.many.test.ts`.
test('the gate refuses of 500 payloads near the limits what the table of limits refuses, at the same places', () => {
  const { refused } = expectAgreement(500);
  expect(refused / 500).toBeGreaterThan(0.25);
  expect(refused / 500).toBeLessThan(0.75);
});
