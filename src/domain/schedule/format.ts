import type { FileFormat } from '../file-format.ts';

/** What a year's schedule is given as, the most wanted first. */
export const SCHEDULE_FORMATS = ['docx', 'xlsx', 'ics', 'md'] as const satisfies readonly (
  | FileFormat
  | 'ics'
)[];
export type ScheduleFormat = (typeof SCHEDULE_FORMATS)[number];
