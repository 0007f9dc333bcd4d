import { PROMOTER_ROLES } from '../domain/actor.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { WorkingCalendar } from '../domain/calendar/working-day.ts';
import type { TargetKey } from '../domain/inquiry/inquiry.ts';
import type { DueText } from '../domain/morning/content.ts';
import type { Settings } from '../domain/settings.ts';
import type { WorkspaceRecord } from './database.ts';

/** The tables lines are written from. */
export type LineSources = Pick<
  WorkspaceRecord,
  | 'appointments'
  | 'attendances'
  | 'awayPeriods'
  | 'bodies'
  | 'departments'
  | 'inquiries'
  | 'inquiryTargets'
  | 'meetings'
  | 'morningLines'
  | 'people'
  | 'postponedLines'
  | 'programmes'
  | 'settings'
  | 'trainings'
>;

/** Lines as they are read for one person at one moment. */
export type LineReading = {
  readonly record: LineSources;
  readonly now: Date;
  readonly today: LocalDate;
  /** By Slack id. */
  readonly reader: string;
  readonly settings: Settings;
  readonly calendar: WorkingCalendar;
  readonly dueText: (dueOn: LocalDate) => DueText;
};

/** A due day as it is read on `today`. */
export const dueTextOn =
  (today: LocalDate, calendar: Pick<WorkingCalendar, 'workingDaysBetween'>) =>
  (dueOn: LocalDate): DueText => ({
    dueOn,
    left: calendar.workingDaysBetween(today, dueOn),
    isToday: dueOn === today,
  });

/** Who is asked, by the name that `targetRef` gives; undefined for another. */
export const targetOfRef = (ref: string): TargetKey | undefined => {
  const [, inquiryId = '', sectionId = '', named = ''] = ref.split(':');
  const role = PROMOTER_ROLES.find((known) => known === named);
  return role && { inquiryId, sectionId, role };
};
