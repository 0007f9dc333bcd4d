import type { WorkspaceRecord } from '../db/database.ts';
import { fiscalYearOf } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { type IssueFacts, nextMonthlyDay, nextNumber } from '../domain/newsletter/newsletter.ts';
import { publishAtAfter } from '../domain/newsletter/next-issue.ts';
import { calendarOf } from '../domain/settings.ts';

/** What a new issue is begun with: the next number, and the rest by the monthly day or in the way of the issue before. */
export const readNextIssue = async (
  record: Pick<WorkspaceRecord, 'monthlyDay' | 'newsletterIssues' | 'settings'>,
  now: Date,
): Promise<
  Pick<IssueFacts, 'fiscalYear' | 'number' | 'parts' | 'publishAt'> & { readonly channels: readonly string[] }
> => {
  const settings = await record.settings.read();
  const calendar = calendarOf(settings);
  const monthly = await record.monthlyDay.read();
  const issues = await record.newsletterIssues.all();
  const last = issues.find(({ state }) => state !== 'cancelled');
  const lastAt = last?.publishAt ?? last?.publishedAt ?? null;
  const inItsWay = lastAt === null ? null : publishAtAfter(lastAt, now, calendar);
  const publishAt = monthly === undefined ? inItsWay : nextMonthlyDay(monthly, now, calendar);
  const fiscalYear = fiscalYearOf(todayInTokyo(publishAt ?? now));
  return {
    fiscalYear,
    number: nextNumber(issues, fiscalYear, settings.newsletterNumbering),
    parts: last?.parts ?? [],
    publishAt,
    channels:
      monthly === undefined || monthly.channels.length === 0
        ? (last?.channels.map(({ id }) => id) ?? [])
        : monthly.channels,
  };
};
