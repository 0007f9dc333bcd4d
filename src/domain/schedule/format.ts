import { type FileFormat, readFileFormat } from '../file-format.ts';

/** What a year's schedule is given as, the most wanted first. */
export const SCHEDULE_FORMATS = ['docx', 'xlsx', 'ics', 'md'] as const satisfies readonly (
  | FileFormat
  | 'ics'
)[];
export type ScheduleFormat = (typeof SCHEDULE_FORMATS)[number];

const CALENDAR_WORDS: readonly string[] = ['ics', '.ics', '予定表'];

/** The format that a person's word names, in letters of any width and case. Undefined where it names none in which a schedule is given. */
export const readScheduleFormat = (word: string): ScheduleFormat | undefined => {
  if (CALENDAR_WORDS.includes(word.normalize('NFKC').trim().toLowerCase())) return 'ics';
  const format = readFileFormat(word);
  return SCHEDULE_FORMATS.find((known) => known === format);
};
