import type { Appointment } from '../promoter/appointment.ts';
import type { ReportRow } from './report.ts';

/** How an appointment of a new year differs from the year before: 変更なし, 交代, or 新しい. */
export type Difference = 'unchanged' | 'succeeded' | 'added';

/** An appointment of a new year, and whom it follows; undefined where nobody held the place before. */
export type Following = {
  readonly appointment: Pick<Appointment, 'id' | 'person'>;
  readonly last: Appointment | undefined;
};

/** Whom an appointment follows, by the places of its department. */
export const lastOf = (
  { id }: Pick<Appointment, 'id'>,
  rows: readonly ReportRow[],
): Appointment | undefined => rows.find(({ now }) => now?.id === id)?.last;

/** How it differs from the year before. */
export const differenceOf = ({ appointment, last }: Following): Difference => {
  if (last === undefined) return 'added';
  return last.person.id === appointment.person.id ? 'unchanged' : 'succeeded';
};

/** How many there are of each. */
export const countDifferences = (all: readonly Following[]): Readonly<Record<Difference, number>> => {
  const counts = { unchanged: 0, succeeded: 0, added: 0 };
  for (const one of all) counts[differenceOf(one)] += 1;
  return counts;
};
