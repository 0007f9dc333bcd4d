import fc from 'fast-check';
import { expect } from 'vitest';
import { checkMessage, checkView } from '../../../src/sandbox/gate/gate.ts';
import type { GateError } from '../../../src/sandbox/gate/report.ts';
import type { Blame, Node } from './blame.ts';
import type { Surface } from './limit-fields.ts';
import { nearLimits } from './near-limits.ts';
import { blame } from './oracle.ts';

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

/** How many of the payloads were refused, and how often each rule was kept and broken. */
type Seen = {
  readonly refused: number;
  readonly rules: ReadonlyMap<string, { readonly kept: number; readonly broken: number }>;
};

/** Shows `payloads` payloads near the limits to the gate and to the table of limits; both must refuse the same places. */
export const expectAgreement = (payloads: number): Seen => {
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
    { seed: SEED, numRuns: payloads },
  );
  return { refused, rules: seen };
};
