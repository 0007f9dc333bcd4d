import type { WorkspaceRecord } from '../../db/database.ts';
import type { OwedTarget } from '../../db/owed-targets.ts';
import { type DueText, dueTextOn } from '../../domain/calendar/deadline.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-day.ts';
import { servingDay } from '../../domain/promoter/serving.ts';
import { calendarOf, type Settings } from '../../domain/settings.ts';

/** The tables lines are written from. */
export type LineSources = Pick<
  WorkspaceRecord,
  | 'actionItems'
  | 'appointments'
  | 'attendances'
  | 'awayPeriods'
  | 'bodies'
  | 'bodyMembers'
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
  | 'writtenAnswers'
  | 'writtenMeetings'
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
  /** Of inquiries that are open, what is unanswered past its due day and the reader is told of; and more. */
  readonly unanswered: () => Promise<readonly OwedTarget[]>;
};

/** Reads lines for one person at one moment. */
export const readLineReading = async (
  record: LineSources,
  reader: string,
  now: Date,
): Promise<LineReading> => {
  const settings = await record.settings.read();
  const calendar = calendarOf(settings);
  const today = todayInTokyo(now);
  let asked: Promise<readonly OwedTarget[]> | undefined;
  const unanswered = () => {
    asked ??= record.inquiryTargets.owed(
      { sectionIds: [], personId: null, overseen: 'all', dueBy: today },
      servingDay(today, settings),
    );
    return asked;
  };
  return { record, now, today, reader, settings, calendar, dueText: dueTextOn(today, calendar), unanswered };
};
