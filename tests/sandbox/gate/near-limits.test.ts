import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMessage, checkView } from '../../../src/sandbox/gate/gate.ts';
import type { GateError } from '../../../src/sandbox/gate/report.ts';
import { TARGETS } from './aimed.ts';
import type { Blame, Node } from './blame.ts';
import type { Surface } from './limit-fields.ts';
import { nearLimits } from './near-limits.ts';
import { blame } from './oracle.ts';

const PAYLOADS = 10_000;
/** On a busy machine too. */
const MOST_MS = 60_000;
/** Codes that say more than that something is not as it should be. */
const SPECIAL = ['view_too_large', 'msg_blocks_too_long', 'mention_refused'];

const fromGate = ({ code, message }: GateError): string => {
  const pointer = /\[json-pointer:(.*)\]$/u.exec(message)?.[1] ?? '';
  return `${SPECIAL.includes(code) ? code : ''} ${pointer === '/' ? '' : pointer}`;
};
const fromTable = ({ pointer, code = '' }: Blame): string => `${code} ${pointer}`;
const each = (places: readonly string[]): readonly string[] => [...new Set(places)].sort();

const gateOn = (surface: Surface, payload: Node): readonly GateError[] =>
  surface === 'message' ? checkMessage({ text: '会議のお知らせ', ...payload }) : checkView(payload);

/** Another seed gives other payloads: change it here to look further. */
const SEED = 20261126;

test(
  'the gate refuses of 10,000 payloads near the limits what the table of limits refuses, at the same places',
  () => {
    const seen = new Map<string, { kept: number; broken: number }>();
    let refused = 0;
    fc.assert(
      fc.property(fc.infiniteStream(fc.noBias(fc.nat(0x7fffffff))), (numbers) => {
        const { surface, payload } = nearLimits(numbers);
        const blames = blame(surface, payload, (rule, holds) => {
          const counts = seen.get(rule) ?? { kept: 0, broken: 0 };
          counts[holds ? 'kept' : 'broken'] += 1;
          seen.set(rule, counts);
        });
        if (blames.length > 0) refused += 1;
        expect(each(gateOn(surface, payload).map(fromGate))).toEqual(each(blames.map(fromTable)));
      }),
      { seed: SEED, numRuns: PAYLOADS },
    );
    // Neither side can have won by refusing or letting through everything, and no rule by never being asked.
    expect(refused / PAYLOADS).toBeGreaterThan(0.25);
    expect(refused / PAYLOADS).toBeLessThan(0.75);
    const oneSided = [...seen].filter(([, { kept, broken }]) => kept === 0 || broken === 0);
    expect(oneSided).toEqual([]);
    const unheard = TARGETS.map(({ name, field }) => `${name}.${field}`).filter(
      (field) => ![...seen.keys()].some((rule) => rule === field || rule.startsWith(`${field} `)),
    );
    expect(unheard).toEqual([]);
  },
  MOST_MS,
);
