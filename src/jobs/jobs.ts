import type { JobFacts } from '../db/due-jobs.ts';
import { fiscalYearOf } from '../domain/calendar/fiscal-year.ts';
import { instantInTokyo, localDate, numbersOf, todayInTokyo } from '../domain/calendar/local-date.ts';
import { isOfficeHours } from '../domain/calendar/office-hours.ts';
import { unbegunDay, watchedAs } from '../domain/newsletter/watched.ts';
import { retentionDay } from '../domain/person/retention.ts';
import type { Pieces } from '../domain/pieces.ts';
import { calendarOf, type Settings } from '../domain/settings.ts';
import { lagDays } from '../domain/training/lag.ts';
import { endOf } from '../domain/written-meeting/answer.ts';
import type { Workspace } from '../services/identify.ts';
import { planMorningMessages } from '../services/morning/plan.ts';
import { checkChannels, remindOfDraft } from '../services/newsletter/guard.ts';
import { publishDueIssues } from '../services/newsletter/publish-issue.ts';
import { connectUnsought, matchEverybody } from '../services/person/match.ts';
import { tellPast } from '../services/person/tell-past.ts';
import { planRoleGuides } from '../services/promoter/plan-role-guides.ts';
import { rollOverRoster } from '../services/roster/roll-over.ts';
import type { ServiceDeps } from '../services/service-deps.ts';
import { guardTrainingLag } from '../services/training/guard-lag.ts';
import { closeOverWrittenMeetings } from '../services/written-meeting/close-over.ts';
import { showToldResults } from '../services/written-meeting/show-told.ts';
import type { Channels } from '../slack/channels.ts';
import type { People } from '../slack/people.ts';

/** What jobs are made of. */
export type JobDeps = ServiceDeps & {
  readonly people: People;
  readonly channels: Pick<Channels, 'look'>;
  readonly workspace: Workspace;
  /** How what is long is divided, where people wait meanwhile. */
  readonly pieces?: Pieces;
};

/** By what of 設定 it is known when a job is due. */
type Times = Pick<Settings, 'morningAt' | 'closingDays'>;

/** Something the bot does by itself at its times. */
export type Job = {
  readonly name: string;
  /** The moment at which the job was last due, while it is still worth running; undefined otherwise. */
  readonly slotAt: (now: Date, times: Times) => Date | undefined;
  /** Whether there is anything to do in a slot, where that is rare: an idle one is not claimed, and nothing is told of it. */
  readonly isWanted?: (facts: JobFacts, now: Date) => boolean;
  /**
   * Does the work for one workspace and gives counts for the log. `run` is the name of this run. A process may be killed in the middle:
   * what was begun is done again from the start, and nothing comes of it twice.
   */
  readonly run: (
    deps: JobDeps,
    workspaceId: string,
    run: string,
  ) => Promise<Readonly<Record<string, number>>>;
};

/**
 * The morning of a working day at the hour of the settings, 9:00 in Japan unless they say otherwise. After an outage it is
 * made up for until 17:00, not later.
 */
export const morningSlot = (now: Date, times: Times): Date | undefined => {
  if (!isOfficeHours(now, calendarOf(times))) return undefined;
  const slot = instantInTokyo(todayInTokyo(now), times.morningAt);
  return slot <= now ? slot : undefined;
};

/** 6:00 in Japan every day, closing days too; made up for until midnight. */
const earlySlot = (now: Date): Date | undefined => {
  const slot = instantInTokyo(todayInTokyo(now), '06:00');
  return slot <= now ? slot : undefined;
};

/** The present minute, at any hour. */
const minuteSlot = (now: Date): Date => new Date(Math.floor(now.getTime() / 60_000) * 60_000);

/** 1 March, 9:00 in Japan; made up for until the end of March. */
const firstOfMarchSlot = (now: Date): Date | undefined => {
  const { year, month } = numbersOf(todayInTokyo(now));
  const slot = instantInTokyo(localDate(`${year}-03-01`), '09:00');
  return month === 3 && slot <= now ? slot : undefined;
};

/** The mornings of 15 April, 1 June and 1 August, or of the next working day. E.g. 17 April 2023: 15 is a Saturday. */
export const lagSlot = (now: Date, times: Times): Date | undefined => {
  const today = todayInTokyo(now);
  return lagDays(fiscalYearOf(today), calendarOf(times)).includes(today)
    ? morningSlot(now, times)
    : undefined;
};

/** The morning of 1 April, or of the next working day. E.g. 3 April 2028: 1 is a Saturday. */
const retentionSlot = (now: Date, times: Times): Date | undefined => {
  const today = todayInTokyo(now);
  return retentionDay(fiscalYearOf(today), calendarOf(times)) === today ? morningSlot(now, times) : undefined;
};

/** Whether a job is due for a workspace, and for which slot. */
export const dueSlotOf = (job: Job, facts: JobFacts, now: Date): Date | undefined => {
  if (job.isWanted?.(facts, now) === false) return undefined;
  const slot = job.slotAt(now, facts);
  const { settledUntil } = facts;
  return slot !== undefined && settledUntil !== undefined && slot <= settledUntil ? undefined : slot;
};

/** Every job, by its name on the command line and in the log. */
export const JOBS: readonly Job[] = [
  // First: what else is due may be for who is connected only now. The jobs of one workspace are run in this order, one by one.
  {
    name: 'connect-people',
    slotAt: minuteSlot,
    isWanted: ({ hasUnsought }) => hasUnsought,
    run: (deps, workspaceId) => connectUnsought(deps, workspaceId, 'job:connect-people'),
  },
  // Before the morning, so that what is over is closed when it comes.
  {
    name: 'close-written-meetings',
    slotAt: minuteSlot,
    isWanted: ({ writtenDueOn }, now) => writtenDueOn !== undefined && now >= endOf({ dueOn: writtenDueOn }),
    run: closeOverWrittenMeetings,
  },
  {
    name: 'remind',
    slotAt: morningSlot,
    run: async (deps, workspaceId, run) => {
      const guides = await planRoleGuides(deps, workspaceId, run);
      const messages = await planMorningMessages(deps, workspaceId, run);
      await showToldResults(deps, workspaceId);
      return { ...guides, ...messages };
    },
  },
  {
    name: 'training-lag',
    slotAt: lagSlot,
    run: async (deps, workspaceId, run) => ({ told: await guardTrainingLag(deps, workspaceId, run) }),
  },
  {
    name: 'retention',
    slotAt: retentionSlot,
    run: async (deps, workspaceId, run) => ({ told: await tellPast(deps, workspaceId, run) }),
  },
  {
    name: 'post-newsletter',
    slotAt: minuteSlot,
    isWanted: ({ unpublished }, now) => unpublished.some((issue) => watchedAs(issue, now) !== undefined),
    run: publishDueIssues,
  },
  {
    name: 'newsletter-draft',
    slotAt: morningSlot,
    isWanted: ({ monthly, unpublished, closingDays }, now) =>
      unbegunDay(monthly, unpublished, now, calendarOf({ closingDays })) !== undefined,
    run: async (deps, workspaceId, run) => ({ asked: await remindOfDraft(deps, workspaceId, run) }),
  },
  {
    name: 'check-channels',
    slotAt: morningSlot,
    isWanted: ({ unpublished }) => unpublished.length > 0,
    run: async (deps, workspaceId, run) => ({ troubles: await checkChannels(deps, workspaceId, run) }),
  },
  {
    name: 'check-people',
    slotAt: earlySlot,
    run: (deps, workspaceId) => matchEverybody(deps, workspaceId, 'job:check-people'),
  },
  { name: 'roster-rollover', slotAt: firstOfMarchSlot, run: rollOverRoster },
];
