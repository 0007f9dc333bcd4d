import { instantInTokyo, todayInTokyo } from '../domain/calendar/local-date.ts';
import { isOfficeHours } from '../domain/calendar/office-hours.ts';
import { calendarOf, type Settings } from '../domain/settings.ts';
import { askWhetherHeld } from '../services/ask-whether-held.ts';
import type { ServiceDeps } from '../services/service-deps.ts';

/** Something the bot does by itself at its times. */
export type Job = {
  readonly name: string;
  /** The moment at which the job was last due, while it is still worth running; undefined otherwise. */
  readonly slotAt: (now: Date, settings: Settings) => Date | undefined;
  /** Does the work for one workspace and gives counts for the log. */
  readonly run: (deps: ServiceDeps, workspaceId: string) => Promise<Readonly<Record<string, number>>>;
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

/** Every job, by its name on the command line and in the log. */
export const JOBS: readonly Job[] = [
  {
    name: 'remind',
    slotAt: morningSlot,
    run: async (deps, workspaceId) => ({ asked: await askWhetherHeld(deps, workspaceId) }),
  },
];
