import type { LocalDate } from '../domain/calendar/local-date.ts';
import { askOnce, type Memory } from './ask-once.ts';
import type { AwayPeriodTable } from './away-periods.ts';

/** Periods that are not over: where everybody's are read, one's own are among them. */
export const askAwayOnce = ({ notOver }: AwayPeriodTable, memory: Memory): AwayPeriodTable['notOver'] => {
  const askOf = askOnce(notOver, memory);
  const all = new Set<LocalDate>();
  memory.whenForgotten(() => all.clear());
  return async (day, personId) => {
    if (personId !== undefined && !all.has(day)) return askOf(day, personId);
    all.add(day);
    const periods = await askOf(day);
    return personId === undefined ? periods : periods.filter((period) => period.personId === personId);
  };
};
