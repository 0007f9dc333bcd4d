import { type FiscalYear, firstDayOf } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Appointment, holdsOn } from './appointment.ts';

/** Of one fiscal year: how many people were appointed on its first day, and how many more in its course. */
export type Appointed = { readonly onFirstDay: number; readonly later: number };

/** The part of an appointment by which promoters are counted. */
type Counted = Pick<Appointment, 'startsOn' | 'endsOn' | 'confirmedAt' | 'cancelledAt'> & {
  readonly person: Pick<Appointment['person'], 'id'>;
};

/**
 * 協働推進員をn名選任: those who hold a confirmed appointment of either role on 1 April; and those who, not being among them,
 * began later, by `today`. A person counts once.
 */
export const appointedIn = (
  year: FiscalYear,
  appointments: readonly Counted[],
  today: LocalDate,
): Appointed => {
  const begun = appointments.filter(
    ({ confirmedAt, cancelledAt, startsOn }) =>
      confirmedAt !== null && cancelledAt === null && startsOn <= today,
  );
  const everybody = new Set(begun.map(({ person }) => person.id));
  const onFirstDay = new Set(
    begun.filter((one) => holdsOn(one, firstDayOf(year))).map(({ person }) => person.id),
  ).size;
  return { onFirstDay, later: everybody.size - onFirstDay };
};
