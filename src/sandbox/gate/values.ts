import { z } from 'zod';
import { fault } from './report.ts';
import type { Rule } from './rule.ts';

/**
 * A string of `min` (1 unless told) to `max` characters.
 *
 * Characters are counted as JavaScript counts them (UTF-16 units): 協 is 1, 𠮷 and 🎉 are 2. Slack does not say how it
 * counts; this is the larger of the likely numbers, so what passes here passes there.
 */
export const text =
  ({
    min = 1,
    max = Number.POSITIVE_INFINITY,
  }: {
    readonly min?: number;
    readonly max?: number;
  } = {}): Rule =>
  (value, place) => {
    if (typeof value !== 'string') return fault(place, 'must provide a string');
    if (value.length < min) return fault(place, `must be more than ${min - 1} characters`);
    if (value.length > max) return fault(place, `must be less than ${max + 1} characters`);
    return [];
  };

/** A string that matches a pattern; `what` names it in the refusal. */
export const pattern =
  (shape: RegExp, what: string): Rule =>
  (value, place) => {
    if (typeof value !== 'string') return fault(place, 'must provide a string');
    return shape.test(value) ? [] : fault(place, `must be ${what}`);
  };

/** `true` or `false`. */
export const flag: Rule = (value, place) =>
  typeof value === 'boolean' ? [] : fault(place, 'must provide a boolean');

/** Any number JSON can carry. */
export const anyNumber: Rule = (value, place) =>
  typeof value === 'number' ? [] : fault(place, 'must provide a number');

/** A whole number from `min` to `max`. */
export const integer =
  ({ min, max }: { readonly min: number; readonly max: number }): Rule =>
  (value, place) => {
    if (!Number.isInteger(value) || typeof value !== 'number') return fault(place, 'must provide an integer');
    if (value < min) return fault(place, `must be greater than ${min - 1}`);
    if (value > max) return fault(place, `must be less than ${max + 1}`);
    return [];
  };

/** One of a few values. */
export const oneOf =
  (...values: readonly (string | number)[]): Rule =>
  (value, place) =>
    values.some((allowed) => allowed === value) ? [] : fault(place, `must be one of: ${values.join(', ')}`);

/** `callback_id`, `external_id`, `block_id`, `action_id`. */
export const identifier: Rule = text({ max: 255 });

/** The addresses that may leave: http and https, nothing that runs in a client. Up to 3000 characters. */
export const webAddress: Rule = (value, place) => [
  ...text({ max: 3000 })(value, place),
  ...(typeof value === 'string' && !/^https?:\/\/[^\s<>|]+$/.test(value)
    ? fault(place, 'must be a valid URL')
    : []),
];

/** A day that exists, `YYYY-MM-DD`: 2024-02-29 passes, 2023-02-29 does not. */
export const day: Rule = (value, place) =>
  z.iso.date().safeParse(value).success ? [] : fault(place, 'must be a valid date in the format YYYY-MM-DD');

/** A person's id. Typed text must never be able to become one, hence the strict form. */
export const userId: Rule = pattern(/^[UW][A-Z0-9]{2,}$/, 'a valid user id');

/** A channel's id; group conversations begin with G. */
export const channelId: Rule = pattern(/^[CG][A-Z0-9]{2,}$/, 'a valid channel id');

/** A channel's, a group's or a direct conversation's id. */
export const conversationId: Rule = pattern(/^[CDG][A-Z0-9]{2,}$/, 'a valid conversation id');
