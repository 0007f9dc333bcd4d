import type { GateError } from '../../../src/sandbox/gate/report.ts';

/** A row of Slack's limits: what the gate says of a payload just inside it, of one just outside, and what it is to say of that. */
export type Row = readonly [
  row: string,
  inside: readonly GateError[],
  outside: readonly GateError[],
  expected: GateError,
];

/** Both sides of a row beside what they are to be: inside nothing is said, outside the one thing at its place. */
export const sides = ([, inside, outside, expected]: Row) => ({
  said: { inside, outside },
  expected: { inside: [], outside: [expected] },
});
