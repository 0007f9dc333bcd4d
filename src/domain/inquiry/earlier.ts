import { type FiscalYear, fiscalYearOf } from '../calendar/fiscal-year.ts';
import { type LocalDate, localDate, readLocalDate, todayInTokyo } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import type { GoneOfAudience } from './audience.ts';
import { factsOf, type Inquiry, type InquiryFacts } from './inquiry.ts';

/** Fewer working days to answer than this the same day of the year does not leave, or it is not proposed. */
const FEWEST_DAYS = 5;

/** The same day of another year; 28 February for the 29th where there is none. */
const inYear = (day: LocalDate, years: number): LocalDate => {
  const year = Number(day.slice(0, 4)) + years;
  return readLocalDate(`${year}${day.slice(4)}`) ?? localDate(`${year}-02-28`);
};

/**
 * The days that are proposed on `today` in place of an earlier inquiry's. One of an earlier fiscal year is due on the same day of
 * this one, or the working day after it; where that is over or leaves less than a week (or less than there was), and within one
 * year, as many working days from today as there were to answer. The 部局のとりまとめ期限 stays as far before it as it was.
 * E.g. asked 2025-11-20 and due 2025-12-10: on 2026-11-18 it is 2026-12-10, on 2026-12-09 13 working days later.
 */
export const proposedDays = (
  {
    fiscalYear,
    askedOn,
    createdAt,
    dueOn,
    collectBy,
  }: Pick<Inquiry, 'fiscalYear' | 'askedOn' | 'createdAt' | 'dueOn' | 'collectBy'>,
  today: LocalDate,
  calendar: WorkingCalendar,
): Pick<InquiryFacts, 'dueOn' | 'collectBy'> => {
  const { addWorkingDays, onOrAfter, workingDaysBetween } = calendar;
  const distance = Math.max(1, workingDaysBetween(askedOn ?? todayInTokyo(createdAt), dueOn));
  const years: FiscalYear = fiscalYearOf(today) - fiscalYear;
  const sameDay = onOrAfter(inYear(dueOn, years));
  const isLeft = workingDaysBetween(today, sameDay) >= Math.min(distance, FEWEST_DAYS);
  const due = years > 0 && isLeft ? sameDay : addWorkingDays(today, distance);
  if (collectBy === null) return { dueOn: due, collectBy };
  const collect = addWorkingDays(due, -workingDaysBetween(collectBy, dueOn));
  return { dueOn: due, collectBy: collect > today ? collect : due };
};

/**
 * What the form of a new inquiry is filled with from an earlier one: all it says and asks, with new days and without its 文書番号,
 * which belongs to that one document. `gone` of its 対象 can't be asked any more and are left out.
 */
export const factsFromEarlier = (
  inquiry: Inquiry,
  today: LocalDate,
  calendar: WorkingCalendar,
  gone: GoneOfAudience,
): InquiryFacts => ({
  ...factsOf(inquiry),
  ...proposedDays(inquiry, today, calendar),
  documentNumber: '',
  departmentIds: inquiry.departmentIds.filter((id) => !gone.departmentIds.includes(id)),
  chosen: inquiry.chosen.filter((slackId) => !gone.people.includes(slackId)),
});
