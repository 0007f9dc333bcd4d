import type { WorkspaceRecord } from '../../db/database.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { addDays, type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isOfficeHours, nextOpening } from '../../domain/calendar/office-hours.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-day.ts';
import type { DeliveryKind } from '../../domain/delivery/delivery.ts';
import { type Foretold, forecastMornings } from '../../domain/morning/forecast.ts';
import { isOffered } from '../../domain/newsletter/article.ts';
import { retentionDay } from '../../domain/person/retention.ts';
import { calendarOf } from '../../domain/settings.ts';
import { lagDays, trainingLagOf } from '../../domain/training/lag.ts';
import { readMorningWorld } from '../../queries/morning/world.ts';
import { readPast } from '../../queries/retention.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

type ForecastDeps = ServiceDeps & SecretariatDeps;

type Span = { readonly first: LocalDate; readonly last: LocalDate };

/** What the secretariat is told on certain days of a fiscal year, where it is owed. */
type Yearly = {
  readonly kind: DeliveryKind;
  readonly daysOf: (year: FiscalYear) => readonly LocalDate[];
  /** As the record stands now; `day` is the first of them that is asked about. */
  readonly isOwed: (year: FiscalYear, day: LocalDate) => Promise<boolean>;
};

const foretellYearly = async (
  { kind, daysOf, isOwed }: Yearly,
  { first, last }: Span,
  secretariat: readonly string[],
): Promise<readonly Foretold<DeliveryKind>[]> => {
  const foretold: Foretold<DeliveryKind>[] = [];
  for (const year of new Set([first, last].map(fiscalYearOf))) {
    const days = daysOf(year).filter((day) => first <= day && day <= last);
    const [next] = days;
    if (next === undefined || !(await isOwed(year, next))) continue;
    for (const day of days)
      for (const recipient of secretariat) foretold.push({ day, kind, recipient, lines: [] });
  }
  return foretold;
};

/** 研修日程の確認のお願い. */
const lagOf = (record: WorkspaceRecord, calendar: WorkingCalendar): Yearly => ({
  kind: 'training-lag',
  daysOf: (year) => lagDays(year, calendar),
  isOwed: async (year) => {
    const programmes = await record.programmes.nameable(year);
    return trainingLagOf(year, programmes, await record.trainings.ofYear(year)).isLagging;
  },
});

/** That something is past 保存期間. */
const pastOf = (
  record: WorkspaceRecord,
  calendar: WorkingCalendar,
  secretariat: readonly string[],
): Yearly => ({
  kind: 'retention',
  daysOf: (year) => [retentionDay(year, calendar)],
  isOwed: async (_year, day) => (await readPast(record, day, secretariat)).limit !== undefined,
});

/** Issues that go out on these days: an opening to each channel, its thread not counted, and the word to each writer. */
const foretellIssues = async (
  record: WorkspaceRecord,
  { first, last }: Span,
  now: Date,
): Promise<readonly Foretold<DeliveryKind>[]> => {
  const leaving = (await record.newsletterIssues.inState(['scheduled'])).flatMap(
    ({ publishAt, articleIds, channels }) => {
      const day = publishAt === null || publishAt < now ? undefined : todayInTokyo(publishAt);
      return day === undefined || day < first || day > last ? [] : [{ day, articleIds, channels }];
    },
  );
  const articles = await record.articles.ofIds(leaving.flatMap(({ articleIds }) => articleIds));
  return leaving.flatMap(({ day, articleIds, channels }): readonly Foretold<DeliveryKind>[] => {
    const out = articleIds.flatMap((id) => articles.find((one) => one.id === id) ?? []).filter(isOffered);
    if (out.length === 0) return [];
    return [
      ...channels.map(({ id }) => ({ day, kind: 'newsletter-issue', recipient: id, lines: [] }) as const),
      ...out.map(
        ({ writtenBy }) => ({ day, kind: 'article-published', recipient: writtenBy, lines: [] }) as const,
      ),
    ];
  });
};

/**
 * Everything the bot will send on its own account in the coming `days`, today's morning included while it is still to come, if
 * nobody does anything meanwhile; reports to 運用ログ left out. By day.
 */
export const forecast = async (
  deps: ForecastDeps,
  workspaceId: string,
  days: number,
): Promise<readonly Foretold<DeliveryKind>[]> => {
  const { clock, db } = deps;
  const now = clock.now();
  const today = todayInTokyo(now);
  const record = db.record(workspaceId);
  const settings = await record.settings.read();
  const calendar = calendarOf(settings);
  const secretariat = await secretariatOf(deps, settings);
  const lastMorning = await record.jobSlots.lastDay('remind', addDays(today, 1));
  const opening = isOfficeHours(now, calendar) ? today : todayInTokyo(nextOpening(now, calendar));
  const first = lastMorning === today ? calendar.nextWorkingDay(today) : opening;
  const after = lastMorning ?? calendar.addWorkingDays(first, -1);
  const span = { first, last: addDays(today, days) };
  const world = await readMorningWorld(record, { after, ...span }, secretariat);
  const waiting = (await record.deliveries.waiting()).map(({ kind, recipient, notBefore }) => ({
    day: todayInTokyo(notBefore),
    kind,
    recipient,
    lines: [],
  }));
  return [
    ...waiting,
    ...forecastMornings(world, { after, ...span }),
    ...(await foretellYearly(lagOf(record, calendar), span, secretariat)),
    ...(await foretellYearly(pastOf(record, calendar, secretariat), span, secretariat)),
    ...(await foretellIssues(record, { first: today, last: span.last }, now)),
  ].toSorted((one, other) => (one.day === other.day ? 0 : one.day < other.day ? -1 : 1));
};
