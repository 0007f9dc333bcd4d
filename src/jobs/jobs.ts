import { fiscalYearOf } from '../domain/calendar/fiscal-year.ts';
import { instantInTokyo, localDate, numbersOf, todayInTokyo } from '../domain/calendar/local-date.ts';
import { isOfficeHours } from '../domain/calendar/office-hours.ts';
import { calendarOf, type Settings } from '../domain/settings.ts';
import { lagDays } from '../domain/training/lag.ts';
import type { Workspace } from '../services/identify.ts';
import { planMorningMessages } from '../services/morning/plan.ts';
import { checkChannels, hasIssueToCome, lacksDraft, remindOfDraft } from '../services/newsletter/guard.ts';
import { hasIssueDue, publishDueIssues } from '../services/newsletter/publish-issue.ts';
import { connectUnsought, hasUnsought, matchEverybody } from '../services/person/match.ts';
import { planRoleGuides } from '../services/promoter/plan-role-guides.ts';
import { rollOverRoster } from '../services/roster/roll-over.ts';
import type { ServiceDeps } from '../services/service-deps.ts';
import { guardTrainingLag } from '../services/training/guard-lag.ts';
import type { Channels } from '../slack/channels.ts';
import type { People } from '../slack/people.ts';

/** What jobs are made of. */
export type JobDeps = ServiceDeps & {
  readonly people: People;
  readonly channels: Pick<Channels, 'look'>;
  readonly workspace: Workspace;
};

/** Something the bot does by itself at its times. */
export type Job = {
  readonly name: string;
  /** The moment at which the job was last due, while it is still worth running; undefined otherwise. */
  readonly slotAt: (now: Date, settings: Settings) => Date | undefined;
  /** Whether there is anything to do in a slot, where that is rare: an idle one is not claimed, and nothing is told of it. */
  readonly isWanted?: (deps: JobDeps, workspaceId: string) => Promise<boolean>;
  /** Does the work for one workspace and gives counts for the log. `run` is the name of this run. */
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
export const morningSlot = (now: Date, settings: Settings): Date | undefined => {
  if (!isOfficeHours(now, calendarOf(settings))) return undefined;
  const slot = instantInTokyo(todayInTokyo(now), settings.morningAt);
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
export const lagSlot = (now: Date, settings: Settings): Date | undefined => {
  const today = todayInTokyo(now);
  return lagDays(fiscalYearOf(today), calendarOf(settings)).includes(today)
    ? morningSlot(now, settings)
    : undefined;
};

/** Every job, by its name on the command line and in the log. */
export const JOBS: readonly Job[] = [
  // First: what else is due may be for who is connected only now.
  {
    name: 'connect-people',
    slotAt: minuteSlot,
    isWanted: hasUnsought,
    run: (deps, workspaceId) => connectUnsought(deps, workspaceId, 'job:connect-people'),
  },
  {
    name: 'remind',
    slotAt: morningSlot,
    run: async (deps, workspaceId, run) => ({
      ...(await planRoleGuides(deps, workspaceId, run)),
      ...(await planMorningMessages(deps, workspaceId, run)),
    }),
  },
  {
    name: 'training-lag',
    slotAt: lagSlot,
    run: async (deps, workspaceId, run) => ({ told: await guardTrainingLag(deps, workspaceId, run) }),
  },
  {
    name: 'post-newsletter',
    slotAt: minuteSlot,
    isWanted: hasIssueDue,
    run: publishDueIssues,
  },
  {
    name: 'newsletter-draft',
    slotAt: morningSlot,
    isWanted: lacksDraft,
    run: async (deps, workspaceId, run) => ({ asked: await remindOfDraft(deps, workspaceId, run) }),
  },
  {
    name: 'check-channels',
    slotAt: morningSlot,
    isWanted: hasIssueToCome,
    run: async (deps, workspaceId, run) => ({ troubles: await checkChannels(deps, workspaceId, run) }),
  },
  {
    name: 'check-people',
    slotAt: earlySlot,
    run: (deps, workspaceId) => matchEverybody(deps, workspaceId, 'job:check-people'),
  },
  { name: 'roster-rollover', slotAt: firstOfMarchSlot, run: rollOverRoster },
];
