import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday, printMonth } from '../../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { RecordDate } from '../../domain/occasion/date.ts';
import { isOfSchedule, monthOfEntry, type ScheduleEntry } from '../../domain/schedule/entry.ts';
import type { ScheduleToTake } from '../../services/schedule/take.ts';
import { SCHEDULE_COLUMN, SCHEDULE_STANDING, scheduleText } from '../../texts/schedule.ts';
import { matterLines, printEntryDate } from '../../texts/schedule-entry.ts';
import type { Cell, RowDays, TextDocument } from '../writing/text-document.ts';

/** The days that are known: of a 期限 the last, of a month none. */
const knownDays = (date: RecordDate): RowDays => {
  switch (date.kind) {
    case 'day':
      return { first: date.day, last: date.day };
    case 'days':
      return { first: date.first, last: date.last };
    case 'until':
      return { first: null, last: date.day };
    case 'month':
    case 'months':
      return { first: null, last: null };
  }
};

const rowOf = (entry: ScheduleEntry): readonly Cell[] => [
  [printMonth(monthOfEntry(entry))],
  [entry.title],
  [printEntryDate(entry)],
  matterLines(entry),
  [SCHEDULE_STANDING[entry.standing]],
];

/** The year's schedule as a document: a row for each date in order, and behind them what 開催なし is said of. */
export const scheduleDocument = ({ year, at, entries, notHeld }: ScheduleToTake): TextDocument => {
  const label = printFiscalYear(year);
  const title = scheduleText.fileTitle(label);
  const shown = entries.map(({ entry }) => entry).filter(isOfSchedule);
  const note: TextDocument['parts'][number] = {
    kind: 'lines',
    lines: [scheduleText.asOf(printDayWithWeekday(todayInTokyo(at)))],
  };
  const isEmpty = shown.length + notHeld.length === 0;
  return {
    title,
    running: title,
    parts: [
      note,
      isEmpty
        ? { kind: 'lines', lines: [scheduleText.none] }
        : {
            kind: 'table',
            caption: title,
            columns: [
              { heading: SCHEDULE_COLUMN.month, share: 13 },
              { heading: SCHEDULE_COLUMN.title, share: 20 },
              { heading: SCHEDULE_COLUMN.date, share: 23 },
              { heading: SCHEDULE_COLUMN.matter, share: 33 },
              { heading: SCHEDULE_COLUMN.standing, share: 11 },
            ],
            rows: [
              ...shown.map(rowOf),
              ...notHeld.map((name) => [
                [],
                [name],
                [scheduleText.notHeldIn(label)],
                [],
                [scheduleText.notHeldTitle],
              ]),
            ],
            days: [
              ...shown.map(({ facts }) => knownDays(facts.date)),
              ...notHeld.map(() => ({ first: null, last: null })),
            ],
          },
    ],
  };
};
