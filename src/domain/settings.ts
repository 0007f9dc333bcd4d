import { z } from 'zod';
import { printDayBriefly, printDayWithWeekday, readDay } from './calendar/japanese-era.ts';
import type { LocalDate } from './calendar/local-date.ts';
import { type MonthDay, printMonthDay, readMonthDay } from './calendar/month-day.ts';
import { createWorkingCalendar, type WorkingCalendar } from './calendar/working-day.ts';
import { cut } from './letters.ts';
import { SlackId } from './person/person.ts';
import { DEFAULT_RETENTION_YEARS, MOST_RETENTION_YEARS } from './person/retention.ts';
import { type Result, refuse, succeed } from './result.ts';

/** 協DOの号: counted anew each fiscal year (年度ごと), or through (通し番号). */
export const NEWSLETTER_NUMBERINGS = ['fiscalYear', 'serial'] as const;
export type NewsletterNumbering = (typeof NEWSLETTER_NUMBERINGS)[number];

/** 掲載後の変更: what writers change of articles that are out waits for the secretariat (承認してから), or holds at once (そのまま). */
export const PUBLISHED_CHANGES = ['approval', 'direct'] as const;
export type PublishedChange = (typeof PUBLISHED_CHANGES)[number];

/** 記事の署名: 課・氏名, 課, or なし. */
export const ARTICLE_BYLINES = ['full', 'section', 'none'] as const;
export type ArticleByline = (typeof ARTICLE_BYLINES)[number];

/** 設定 of a workspace as it stands, defaults filled in. */
export type Settings = {
  /** 問合せ先 as every request ends with it; 事務局 until it is set. */
  readonly contact: string;
  /** 事務局 by Slack id, as set by form; empty until then. */
  readonly secretariat: readonly string[];
  readonly logChannel: string | null;
  /** 閉庁日 that the secretariat added, oldest first. */
  readonly closingDays: readonly LocalDate[];
  readonly newsletterNumbering: NewsletterNumbering;
  /** HH:MM in Japan at which the morning message leaves. */
  readonly morningAt: string;
  /** 選任報告の締切り: the last day on which the roster of a new year may still be reported by who served the year before. */
  readonly rosterReportUntil: MonthDay;
  readonly publishedChange: PublishedChange;
  readonly articleByline: ArticleByline;
  /** 保存期間 in years; 0: everything is kept. */
  readonly retentionYears: number;
  /** 0 until the form was first saved. */
  readonly revision: number;
};

export const DEFAULT_SETTINGS: Settings = {
  contact: '事務局',
  secretariat: [],
  logChannel: null,
  closingDays: [],
  newsletterNumbering: 'fiscalYear',
  morningAt: '09:00',
  rosterReportUntil: '04-30',
  publishedChange: 'approval',
  articleByline: 'full',
  retentionYears: DEFAULT_RETENTION_YEARS,
  revision: 0,
};

/** The city's working days with the closing days of its settings. */
export const calendarOf = ({ closingDays }: Pick<Settings, 'closingDays'>): WorkingCalendar =>
  createWorkingCalendar(closingDays);

/** The most people the field 事務局 takes. */
export const MOST_SECRETARIAT = 100;

/** The most characters the field 閉庁日 takes. */
export const MOST_CLOSING_DAY_CHARACTERS = 3000;

/** The most characters the field 選任報告の締切り takes. */
export const MOST_MONTH_DAY_CHARACTERS = 20;

/** The form 設定, as it arrives. 閉庁日 is read by its own rule, a day a line; so is 選任報告の締切り. */
export const SettingsDraft = z.object({
  contact: z.string().trim().min(1).max(100),
  secretariat: z.array(SlackId).max(MOST_SECRETARIAT),
  logChannel: z.string().optional(),
  closingDays: z.string().max(MOST_CLOSING_DAY_CHARACTERS).default(''),
  newsletterNumbering: z.enum(NEWSLETTER_NUMBERINGS),
  morningAt: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
    .default(DEFAULT_SETTINGS.morningAt),
  rosterReportUntil: z
    .string()
    .max(MOST_MONTH_DAY_CHARACTERS)
    .default(printMonthDay(DEFAULT_SETTINGS.rosterReportUntil)),
  publishedChange: z.enum(PUBLISHED_CHANGES).default(DEFAULT_SETTINGS.publishedChange),
  articleByline: z.enum(ARTICLE_BYLINES).default(DEFAULT_SETTINGS.articleByline),
  retentionYears: z.coerce
    .number()
    .int()
    .min(0)
    .max(MOST_RETENTION_YEARS)
    .default(DEFAULT_SETTINGS.retentionYears),
});
export type SettingsDraft = z.infer<typeof SettingsDraft>;

/** Why settings can't be saved so. */
export type SettingsProblem =
  | { readonly field: 'closingDays'; readonly kind: 'closing-day-unreadable'; readonly line: string }
  | {
      readonly field: 'secretariat';
      readonly kind: 'secretariat-not-members';
      readonly names: readonly string[];
    }
  | { readonly field: 'secretariat'; readonly kind: 'secretariat-without-you' }
  | { readonly field: 'logChannel'; readonly kind: 'bot-not-in-channel' }
  | { readonly field: 'morningAt'; readonly kind: 'outside-office-hours' }
  | { readonly field: 'rosterReportUntil'; readonly kind: 'not-a-report-day' };

/** The morning message leaves from 9:00 on and before 17:00: the bot's own messages leave at no other time. */
export const isMorningAllowed = (time: string): boolean => '09:00' <= time && time < '17:00';

/** The first and the last day that 選任報告の締切り may be: 選任報告 is asked in March, about a year that begins in April. */
const REPORT_DAYS = { first: '03-31', last: '06-30' } as const;

/** 選任報告の締切り as typed, e.g. 4月30日. */
export const readReportUntil = (text: string): Result<MonthDay, SettingsProblem> => {
  const day = readMonthDay(text);
  return day === undefined || day < REPORT_DAYS.first || REPORT_DAYS.last < day
    ? refuse({ field: 'rosterReportUntil', kind: 'not-a-report-day' })
    : succeed(day);
};

/** How much of an unreadable line is repeated to the one who typed it. */
const MOST_REPEATED = 30;

/** 閉庁日 as typed, a day a line in any spelling of a day: each day once, oldest first. Empty lines do not count. */
export const readClosingDays = (text: string): Result<readonly LocalDate[], SettingsProblem> => {
  const days = new Set<LocalDate>();
  for (const line of text.split(/\r\n|\r|\n/u).map((typed) => typed.trim())) {
    if (line === '') continue;
    const day = readDay(line);
    if (!day.ok) {
      return refuse({
        field: 'closingDays',
        kind: 'closing-day-unreadable',
        line: cut(line, MOST_REPEATED),
      });
    }
    days.add(day.value);
  }
  return succeed([...days].sort());
};

/**
 * The text that `readClosingDays` reads back as the same days: 令和8年12月28日(月), or R8.12.28 where the whole would be too
 * long for the field otherwise, so that it is no longer than what was once typed.
 */
export const closingDaysText = (days: readonly LocalDate[]): string => {
  const full = days.map(printDayWithWeekday).join('\n');
  return full.length <= MOST_CLOSING_DAY_CHARACTERS ? full : days.map(printDayBriefly).join('\n');
};

/** Somebody chosen for the secretariat, as Slack knows them. */
type Chosen = { readonly id: string; readonly name: string; readonly isMember: boolean };

/** What is wrong with those chosen: all are full members, and without the one who chooses somebody is left. */
export const secretariatProblem = (
  chosen: readonly Chosen[],
  actorId: string,
): SettingsProblem | undefined => {
  const outsiders = chosen.filter(({ isMember }) => !isMember);
  if (outsiders.length === chosen.length && chosen.every(({ id }) => id !== actorId))
    return { field: 'secretariat', kind: 'secretariat-without-you' };
  return outsiders.length === 0
    ? undefined
    : { field: 'secretariat', kind: 'secretariat-not-members', names: outsiders.map(({ name }) => name) };
};

/** 運用ログ as it is set; until 設定 was first saved that of the environment. */
export const logChannelOf = (
  { logChannel, revision }: Pick<Settings, 'logChannel' | 'revision'>,
  ofEnvironment: string | undefined,
): string | null => (revision === 0 ? (ofEnvironment ?? null) : logChannel);
