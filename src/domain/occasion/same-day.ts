import { z } from 'zod';
import type { Refusal } from '../refusal.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { fieldsOf, type RecordDate } from './date.ts';
import type { OccasionStanding } from './standing.ts';

/** Whether two dates are of one day: they begin on it, or both are known to the same month alone. */
export const isSameDay = (one: RecordDate, other: RecordDate): boolean => {
  const [first, second] = [fieldsOf(one), fieldsOf(other)];
  return first.heldOn === second.heldOn && (first.precision === 'month') === (second.precision === 'month');
};

/** Words as they are compared: however they were spaced, in half or full width. */
export const plainWords = (words: string): string => words.normalize('NFKC').replaceAll(/\s/gu, '');

/** A record that stands already on the day of a form, as the question about it shows it. */
export type SameDayRecord = {
  readonly name: string;
  /** Its date as the report prints it. */
  readonly printed: string;
  readonly agenda: readonly string[];
  readonly standing: OccasionStanding;
};

/**
 * What a form about a meeting or training comes to: it is kept, or it asks first, because a record of the same day stands. What
 * was typed stays with the question.
 */
export type KeptOrAsked<Typed> =
  | { readonly kind: 'kept' }
  | { readonly kind: 'asks'; readonly typed: Typed; readonly same: readonly SameDayRecord[] };

/**
 * What is to be kept: what a form says itself (`typed`), or, of one that answers a question, what stays with that. `earlier` is
 * what the form came to before: once kept, it is kept.
 */
export const typedToKeep = <Typed>(
  typed: Typed | undefined,
  earlier: KeptOrAsked<Typed> | undefined,
  Typed: z.ZodType<Typed>,
): Result<Typed, Refusal> => {
  if (earlier?.kind === 'kept') return refuse({ kind: 'already-recorded' });
  if (typed !== undefined) return succeed(typed);
  const asked = z.object({ kind: z.literal('asks'), typed: Typed }).safeParse(earlier);
  return asked.success ? succeed(asked.data.typed) : refuse({ kind: 'nothing-asked' });
};
