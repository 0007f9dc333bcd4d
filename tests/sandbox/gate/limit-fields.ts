/**
 * Slack's limits as a table, written from its documentation and not from the gate, which it is to be compared with. Lengths
 * in UTF-16 units, counts in items, both ends allowed.
 */

export type Surface = 'message' | 'modal' | 'home';

/** What a field may hold. */
export type Field =
  /** A text object; `plain` ones take no mrkdwn. */
  | { readonly text: number; readonly plain?: true }
  | { readonly string: number; readonly min?: number }
  | { readonly matches: RegExp }
  | { readonly address: true }
  | { readonly whole: readonly [number, number] }
  | { readonly flag: true }
  | { readonly among: readonly string[] }
  | { readonly list: readonly [number, number]; readonly of: Field }
  /** An object whose `type` is one of these. */
  | { readonly one: readonly string[] }
  /** An object of a kind that needs no `type`. */
  | { readonly kind: string };

export type Kind = {
  readonly required: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
  /** Its `type`, where that is not its name in this table. */
  readonly called?: string;
  /** Where it is known; everywhere unless told. */
  readonly on?: readonly Surface[];
  /** Exactly one of these is there. */
  readonly exactlyOne?: readonly string[];
  /** At least one of these is there. */
  readonly some?: readonly string[];
  /** The values of its options tell them apart. */
  readonly distinct?: true;
};

export const id: Field = { string: 255 };
export const flag: Field = { flag: true };
export const plain = (max: number): Field => ({ text: max, plain: true });
export const text = (max: number): Field => ({ text: max });
export const list = (min: number, max: number, of: Field): Field => ({ list: [min, max], of });
