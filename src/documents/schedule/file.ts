import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { MOST_OF_FILE_NAME, writtenFileName } from '../../domain/file-type.ts';
import { cut } from '../../domain/letters.ts';
import { printRecordDate } from '../../domain/occasion/date.ts';
import type { EntryToTake } from '../../domain/schedule/event.ts';
import type { ScheduleFormat } from '../../domain/schedule/format.ts';
import type { ScheduleToTake } from '../../services/schedule/take.ts';
import { scheduleText } from '../../texts/schedule.ts';
import { writeDocument } from '../writing/write.ts';
import { entryCalendar, scheduleCalendar } from './calendar.ts';
import { scheduleDocument } from './document.ts';

type NamedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A year's schedule as a file. */
export const scheduleFile = async (taken: ScheduleToTake, format: ScheduleFormat): Promise<NamedFile> => ({
  name: scheduleText.fileName(printFiscalYear(taken.year), format),
  bytes: format === 'ics' ? scheduleCalendar(taken) : await writeDocument(scheduleDocument(taken), format),
});

/** One date as a file for a calendar. */
export const entryFile = (taken: EntryToTake & { readonly at: Date }): NamedFile => {
  const { title, facts } = taken.entry;
  const name = scheduleText.entryFileName(cut(title, MOST_OF_FILE_NAME), printRecordDate(facts.date));
  return { name: writtenFileName(name), bytes: entryCalendar(taken) };
};
