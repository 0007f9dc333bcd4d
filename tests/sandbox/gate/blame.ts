import type { Surface } from './limit-fields.ts';

export type Node = Readonly<Record<string, unknown>>;
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Something that is not as the table says: where, by which rule, and Slack's own code where it has one for it. */
export type Blame = { readonly pointer: string; readonly rule: string; readonly code?: string };
/** Told of every rule that was looked at, and whether it held. */
export type Heard = (rule: string, holds: boolean) => void;

export type Reading = { readonly surface: Surface; readonly heard: Heard };

export const check = (
  { heard }: Reading,
  rule: string,
  holds: boolean,
  pointer: string,
  code?: string,
): readonly Blame[] => {
  heard(rule, holds);
  return holds ? [] : [{ pointer, rule, ...(code === undefined ? {} : { code }) }];
};

export const within = (count: number, min: number, max: number): boolean => count >= min && count <= max;

/** Of these keys, each but the first of its like. */
export const repeated = (
  reading: Reading,
  rule: string,
  keys: readonly (readonly [unknown, string])[],
): readonly Blame[] => {
  const given = keys.filter(([key]) => key !== undefined);
  return given.flatMap(([key, pointer], index) =>
    check(reading, rule, given.findIndex(([other]) => other === key) === index, pointer),
  );
};
