import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { withoutBadLetters } from '../../domain/bad-letters.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { addDays, utcMidnight } from '../../domain/calendar/local-date.ts';
import { printRecordDate } from '../../domain/occasion/date.ts';
import { joinParts } from '../../domain/parts.ts';
import type { ScheduleEntry } from '../../domain/schedule/entry.ts';
import { type EntryToTake, eventDaysOf } from '../../domain/schedule/event.ts';
import type { ScheduleToTake } from '../../services/schedule/take.ts';
import { calendarText } from '../../texts/schedule.ts';
import { matterLines, printEntryDate } from '../../texts/schedule-entry.ts';

/** Who made the file, as RFC 5545 wants it named. */
const PRODUCT = { company: 'kyodo-bot', product: 'schedule', language: 'JA' };
const TIME_ZONE = ['X-WR-TIMEZONE', 'Asia/Tokyo'] as const;

/** What stands in the calendar's cell: the name, and what of the date is not as it looks there; of a cancelled one the name alone. */
const summaryOf = ({ kind, title, standing, facts }: ScheduleEntry): string => {
  if (standing === 'cancelled') return calendarText.cancelled(title);
  const { date } = facts;
  switch (date.kind) {
    case 'day':
    case 'days':
      return title;
    case 'until':
      return kind !== 'training' && facts.way === 'written'
        ? calendarText.answerBy(title)
        : calendarText.dueOn(title);
    case 'month':
    case 'months':
      return standing === 'planned'
        ? calendarText.dayUnknown(title, printRecordDate(date))
        : calendarText.inMonth(title, printRecordDate(date));
  }
};

const descriptionOf = (entry: ScheduleEntry): string =>
  [
    ...(entry.standing === 'planned' ? [calendarText.planned] : []),
    calendarText.date(printEntryDate(entry)),
    ...matterLines(entry),
  ].join('\n');

/**
 * What is said of it. Of a cancelled one only that: a record that was taken back because it was wrong is told no more, but a calendar
 * that took it before is to learn that it is gone.
 */
const saidOf = (
  entry: ScheduleEntry,
): Pick<ICalEventData, 'summary' | 'description' | 'location' | 'status'> => {
  const { standing, facts } = entry;
  const summary = withoutBadLetters(summaryOf(entry));
  if (standing === 'cancelled')
    return {
      summary,
      description: calendarText.isCancelled,
      location: null,
      status: ICalEventStatus.CANCELLED,
    };
  return {
    summary,
    description: withoutBadLetters(descriptionOf(entry)),
    location: facts.place === '' ? null : withoutBadLetters(facts.place),
    status: ICalEventStatus.CONFIRMED,
  };
};

/**
 * One all-day event. It takes nobody's time, for at what hour it is is not known, and its days are days whatever the zone. Nobody is
 * invited: no ORGANIZER, so that no calendar asks to accept it.
 */
const eventOf = ({ entry, changes, changedAt }: EntryToTake, at: Date): ICalEventData => {
  const { first, last } = eventDaysOf(entry.facts.date);
  return {
    id: entry.uid,
    sequence: changes,
    stamp: at,
    lastModified: changedAt,
    start: utcMidnight(first),
    end: utcMidnight(addDays(last, 1)),
    allDay: true,
    ...saidOf(entry),
    transparency: ICalEventTransparency.TRANSPARENT,
  };
};

const written = (calendar: ICalCalendar, events: readonly ICalEventData[]): Uint8Array => {
  calendar.method(ICalCalendarMethod.PUBLISH).scale('GREGORIAN');
  for (const event of events) calendar.createEvent(event);
  // The library leaves out the end of the last line.
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
};

/**
 * A year's dates as a calendar (RFC 5545) of its own: with a name, and the same id each time, so that Outlook puts a later file in the
 * place of the earlier one.
 */
export const scheduleCalendar = ({ workspaceId, year, at, entries }: ScheduleToTake): Uint8Array => {
  const calendar = ical({ prodId: PRODUCT, name: calendarText.name(printFiscalYear(year)) });
  calendar.x([
    [...TIME_ZONE],
    ['X-WR-RELCALID', joinParts('kyodo-bot', workspaceId, year).replaceAll(':', '-')],
  ]);
  return written(
    calendar,
    entries.map((entry) => eventOf(entry, at)),
  );
};

/** One date as a file that puts it into one's own calendar: without a name, for which Outlook would make a calendar of its own. */
export const entryCalendar = (entry: EntryToTake & { readonly at: Date }): Uint8Array => {
  const calendar = ical({ prodId: PRODUCT });
  calendar.x([[...TIME_ZONE]]);
  return written(calendar, [eventOf(entry, entry.at)]);
};
