import type { Config } from '../config.ts';
import { scheduleFile } from '../documents/schedule/file.ts';
import { readScheduleFormat, SCHEDULE_FORMATS } from '../domain/schedule/format.ts';
import { takeSchedule } from '../services/schedule/take.ts';
import { scheduleCommandText } from '../texts/schedule.ts';
import { type FileOptions, formatToWrite, showOrWrite } from './file-out.ts';
import { withRecord } from './record.ts';
import { yearTyped } from './year.ts';

export type ScheduleOptions = FileOptions & { readonly workspace?: string };

const FORMATS = {
  read: readScheduleFormat,
  known: SCHEDULE_FORMATS,
  shown: ['md', 'ics'],
  name: scheduleCommandText.name,
} as const;

/** `schedule YEAR --format md|docx|xlsx|ics [--out FILE]`: the same files as in Slack, as the secretariat gets them. */
export const schedule = async (
  config: Config,
  typedYear: string,
  options: ScheduleOptions,
): Promise<void> => {
  const format = formatToWrite(options, FORMATS);
  await withRecord(config, options.workspace, async ({ actor, ...deps }) => {
    const taken = await takeSchedule(deps, yearTyped(typedYear, deps.clock), actor);
    const { bytes } = await scheduleFile(taken, format);
    await showOrWrite(options.out, bytes);
  });
};
