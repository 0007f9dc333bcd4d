import { z } from 'zod';
import { type FiscalYear, fiscalYearOf, printFiscalYear, readFiscalYear } from '../calendar/fiscal-year.ts';
import {
  addDays,
  firstOfMonth,
  instantInTokyo,
  type LocalDate,
  lastOfMonth,
  monthOf,
  numbersOf,
  todayInTokyo,
} from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { NewsletterNumbering } from '../settings.ts';
import type { SignedArticle } from './article.ts';

/** 自動掲載: 会議の結果, 研修の実績, 回答期限, 今後の予定. */
export const AUTOMATIC_PARTS = ['meetings', 'trainings', 'deadlines', 'coming'] as const;
export type AutomaticPart = (typeof AUTOMATIC_PARTS)[number];

/** 発行: at a moment, now, or not yet. */
export const PUBLISHINGS = ['at', 'now', 'draft'] as const;
export type Publishing = (typeof PUBLISHINGS)[number];

/** The most articles and channels of an issue. */
export const MOST_ARTICLES = 100;
export const MOST_CHANNELS = 20;

/** Later than so many milliseconds after its hour an issue is not posted by itself any more. */
const MOST_LATE_MS = 2 * 60 * 60 * 1000;

/** The secretariat is reminded so many working days before the monthly day. */
const DRAFT_NOTICE = 5;

/** The form 号を編集・発行, as it arrives. `publishAt` is in seconds since 1970. */
export const IssueDraft = z.object({
  number: z.string().trim().min(1).max(40),
  articles: z.array(z.uuid()).min(1).max(MOST_ARTICLES),
  parts: z.array(z.enum(AUTOMATIC_PARTS)).default([]),
  greeting: z.string().trim().max(3000).default(''),
  channels: z.array(z.string()).min(1).max(MOST_CHANNELS),
  publishing: z.enum(PUBLISHINGS),
  publishAt: z.coerce.number().int().optional(),
});
export type IssueDraft = z.infer<typeof IssueDraft>;

/** A channel and its name when it was chosen. */
export type IssueChannel = { readonly id: string; readonly name: string };

/** 号 as it is made: what it holds, and where and when it goes out. */
export type IssueFacts = {
  readonly fiscalYear: FiscalYear;
  readonly number: number;
  readonly articleIds: readonly string[];
  readonly parts: readonly AutomaticPart[];
  readonly greeting: string;
  readonly channels: readonly IssueChannel[];
  readonly publishAt: Date | null;
};

/** 下書き, 発行待ち, 確認待ち (its hour had passed), 発行済み, 発行取りやめ. */
export type IssueState = 'draft' | 'scheduled' | 'late' | 'published' | 'cancelled';

/** A line of an automatic part: when, what, more of it, and of a training how many came. */
export const PartLine = z.object({
  when: z.string(),
  what: z.string(),
  detail: z.string(),
  count: z.number().nullable(),
});
export type PartLine = z.infer<typeof PartLine>;

/** Those of an issue that is still to go out. */
export const UNPUBLISHED = ['draft', 'scheduled', 'late'] as const satisfies readonly IssueState[];

/** Whether it is still to go out. */
export const isUnpublished = ({ state }: { readonly state: IssueState }): boolean =>
  UNPUBLISHED.some((each) => each === state);

/** One automatic part as it stood when the issue was published. */
export const PartText = z.object({ part: z.enum(AUTOMATIC_PARTS), lines: z.array(PartLine).readonly() });
export type PartText = z.infer<typeof PartText>;

/** 号 as the record holds it. */
export type Issue = IssueFacts & {
  readonly id: string;
  readonly state: IssueState;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  /** The automatic parts of a published issue: they stay as they were read. */
  readonly partTexts: readonly PartText[];
  readonly revision: number;
};

/** An issue with all that is read in it. */
export type IssueContent = {
  readonly issue: Issue;
  readonly title: string;
  /** In order, without those that were withdrawn. */
  readonly articles: readonly SignedArticle[];
  /** Of a published issue as they were, otherwise as they are now. */
  readonly partTexts: readonly PartText[];
  /** How many pressed 読みました. */
  readonly readers: number;
  readonly contact: string;
};

/** Why an issue can't be kept or published so. */
export type IssueProblem =
  | { readonly field: 'number'; readonly kind: 'number-unreadable' | 'number-taken' }
  | { readonly field: 'articles'; readonly kind: 'articles-not-offered' }
  | { readonly field: 'channels'; readonly kind: 'channels-without-bot'; readonly names: readonly string[] }
  | {
      readonly field: 'publishAt';
      readonly kind: 'publish-at-needed' | 'publish-at-passed' | 'publish-at-too-far';
    };

/** E.g. 令和8年度第3号; where numbers run through, 第120号. */
export const printIssueNumber = (
  { fiscalYear, number }: Pick<IssueFacts, 'fiscalYear' | 'number'>,
  numbering: NewsletterNumbering,
): string => (numbering === 'serial' ? `第${number}号` : `${printFiscalYear(fiscalYear)}第${number}号`);

/** E.g. きょうどう通信 協DO 令和8年度第3号. */
export const printIssueTitle = (
  issue: Pick<IssueFacts, 'fiscalYear' | 'number'>,
  numbering: NewsletterNumbering,
): string => `きょうどう通信 協DO ${printIssueNumber(issue, numbering)}`;

const NUMBER = /^(?:([^第\s]+)(?:\s+|(?=第)))?第?\s*(\d{1,4})\s*号?$/u;

/** 号 as it was typed: 令和8年度第3号, R8 第3号, 第3号 or 3; without a year that of `today`. */
export const readIssueNumber = (
  typed: string,
  today: LocalDate,
): { readonly fiscalYear: FiscalYear; readonly number: number } | undefined => {
  const [, year, digits = ''] = NUMBER.exec(typed.normalize('NFKC').trim()) ?? [];
  const fiscalYear = year === undefined ? fiscalYearOf(today) : readFiscalYear(year, today);
  const number = Number(digits);
  return digits === '' || number === 0 || fiscalYear === undefined ? undefined : { fiscalYear, number };
};

/** The number after the last of those that count: of the same fiscal year, or where numbers run through of all. */
export const nextNumber = (
  issues: readonly Pick<Issue, 'fiscalYear' | 'number' | 'state'>[],
  fiscalYear: FiscalYear,
  numbering: NewsletterNumbering,
): number =>
  Math.max(
    0,
    ...issues
      .filter(({ state }) => state !== 'cancelled')
      .filter((issue) => numbering === 'serial' || issue.fiscalYear === fiscalYear)
      .map(({ number }) => number),
  ) + 1;

/** 毎月の発行日. */
export type MonthlyDay = {
  /** 1 to 31; in shorter months the last day. */
  readonly day: number;
  /** HH:MM in Japan. */
  readonly time: string;
  /** Whether a closing day is passed over to the next working day. */
  readonly shift: boolean;
  readonly channels: readonly string[];
};

/** Whether nothing was changed between the two; null for none. */
export const isSameMonthlyDay = (one: MonthlyDay | null, other: MonthlyDay | null): boolean =>
  one === null || other === null
    ? one === other
    : one.day === other.day &&
      one.time === other.time &&
      one.shift === other.shift &&
      one.channels.join() === other.channels.join();

const monthlyDayOf = ({ day, shift }: MonthlyDay, month: LocalDate, calendar: WorkingCalendar): LocalDate => {
  const last = lastOfMonth(monthOf(month));
  const wanted = numbersOf(last).day < day ? last : addDays(firstOfMonth(monthOf(month)), day - 1);
  return shift ? calendar.onOrAfter(wanted) : wanted;
};

/**
 * The next monthly day whose hour is after `now`, of the month of `since` or a later one. E.g. the 29th, shifted, after 1 April 2028:
 * Mon 2028-05-01.
 */
export const nextMonthlyDay = (
  monthly: MonthlyDay,
  now: Date,
  calendar: WorkingCalendar,
  since: LocalDate = addDays(todayInTokyo(now), -31),
): Date => {
  let month = firstOfMonth(monthOf(since));
  for (;;) {
    const moment = instantInTokyo(monthlyDayOf(monthly, month, calendar), monthly.time);
    if (moment > now) return moment;
    month = addDays(lastOfMonth(monthOf(month)), 1);
  }
};

/** The day on which the secretariat is reminded that the next issue has no draft. */
export const draftNoticeDay = (monthly: MonthlyDay, now: Date, calendar: WorkingCalendar): LocalDate =>
  calendar.addWorkingDays(todayInTokyo(nextMonthlyDay(monthly, now, calendar)), -DRAFT_NOTICE);

/** How far ahead an issue may be scheduled. */
const FURTHEST_DAYS = 400;

/**
 * When a form wants its issue to go out: null for a draft without an hour, and for 今すぐ発行, which waits for no hour but for
 * 発行する.
 */
export const publishAtOf = (
  { publishing, publishAt }: Pick<IssueDraft, 'publishing' | 'publishAt'>,
  now: Date,
): Result<Date | null, IssueProblem> => {
  if (publishing === 'now') return succeed(null);
  if (publishAt === undefined)
    return publishing === 'draft' ? succeed(null) : refuse({ field: 'publishAt', kind: 'publish-at-needed' });
  const at = new Date(publishAt * 1000);
  if (publishing === 'draft') return succeed(at);
  if (at <= now) return refuse({ field: 'publishAt', kind: 'publish-at-passed' });
  return todayInTokyo(at) > addDays(todayInTokyo(now), FURTHEST_DAYS)
    ? refuse({ field: 'publishAt', kind: 'publish-at-too-far' })
    : succeed(at);
};

/** How a scheduled issue stands at `now`: not yet, to be posted, or too late to be posted without being asked for. */
export const dueness = (publishAt: Date, now: Date): 'ahead' | 'due' | 'late' => {
  if (publishAt > now) return 'ahead';
  return now.getTime() - publishAt.getTime() > MOST_LATE_MS ? 'late' : 'due';
};
