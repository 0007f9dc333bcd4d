import { type FiscalYear, firstDayOf } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Appointment, holdsOn } from './appointment.ts';

/** Of one fiscal year: how many people were appointed on its first day, and how many more in its course. */
export type Appointed = { readonly onFirstDay: number; readonly later: number };

/** The part of an appointment by which promoters are counted. */
type Counted = Pick<Appointment, 'startsOn' | 'endsOn' | 'confirmedAt' | 'cancelledAt'> & {
  readonly person: Pick<Appointment['person'], 'id'>;
};

/** The appointments by which people were counted: one who holds several counts once. */
export type AppointedRows<T extends Counted> = {
  readonly onFirstDay: readonly T[];
  readonly later: readonly T[];
};

/**
 * 協働推進員をn名選任: the confirmed appointments of either role that hold on 1 April; and those of people who, not being among
 * them, began later, by `today`.
 */
export const appointedRows = <T extends Counted>(
  year: FiscalYear,
  appointments: readonly T[],
  today: LocalDate,
): AppointedRows<T> => {
  const begun = appointments.filter(
    ({ confirmedAt, cancelledAt, startsOn }) =>
      confirmedAt !== null && cancelledAt === null && startsOn <= today,
  );
  const onFirstDay = begun.filter((one) => holdsOn(one, firstDayOf(year)));
  const counted = new Set(onFirstDay.map(({ person }) => person.id));
  return { onFirstDay, later: begun.filter(({ person }) => !counted.has(person.id)) };
};

const peopleIn = (appointments: readonly Counted[]): number =>
  new Set(appointments.map(({ person }) => person.id)).size;

/** How many people were so appointed, each counted once. */
export const appointedIn = (
  year: FiscalYear,
  appointments: readonly Counted[],
  today: LocalDate,
): Appointed => {
  const { onFirstDay, later } = appointedRows(year, appointments, today);
  return { onFirstDay: peopleIn(onFirstDay), later: peopleIn(later) };
};
