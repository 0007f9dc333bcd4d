import { expect, test } from 'vitest';
import { expectAgreement } from './agreement.ts';
import { TARGETS } from './aimed.ts';

const PAYLOADS = 10_000;
/** On a busy machine too. */
const MOST_MS = 300_000;

test(
  'the gate refuses of 10,000 payloads near the limits what the table of limits refuses, at the same places',
  () => {
    const { refused, rules } = expectAgreement(PAYLOADS);
    // Neither side can have won by refusing or letting through everything, and no rule by never being asked.
    expect(refused / PAYLOADS).toBeGreaterThan(0.25);
    expect(refused / PAYLOADS).toBeLessThan(0.75);
    const oneSided = [...rules].filter(([, { kept, broken }]) => kept === 0 || broken === 0);
    expect(oneSided).toEqual([]);
    const unheard = TARGETS.map(({ name, field }) => `${name}.${field}`).filter(
      (field) => ![...rules.keys()].some((rule) => rule === field || rule.startsWith(`${field} `)),
    );
    expect(unheard).toEqual([]);
  },
  MOST_MS,
);
