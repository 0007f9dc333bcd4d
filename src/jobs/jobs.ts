import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { isOfficeHours, openingOn } from '../domain/calendar/office-hours.ts';
import { STANDARD_CALENDAR } from '../domain/calendar/working-day.ts';
import { askWhetherHeld } from '../services/ask-whether-held.ts';
import type { ServiceDeps } from '../services/service-deps.ts';

/** Something the bot does by itself at its times. */
export type Job = {
  readonly name: string;
  /** The moment at which the job was last due, while it is still worth running; undefined otherwise. */
  readonly slotAt: (now: Date) => Date | undefined;
  /** Does the work for one workspace and gives counts for the log. */
  readonly run: (deps: ServiceDeps, workspaceId: string) => Promise<Readonly<Record<string, number>>>;
};

/** The morning of a working day: 9:00 in Japan. After an outage it is made up for until 17:00, not later. */
export const morningSlot = (now: Date): Date | undefined =>
  isOfficeHours(now, STANDARD_CALENDAR) ? openingOn(todayInTokyo(now)) : undefined;

/** Every job, by its name on the command line and in the log. */
export const JOBS: readonly Job[] = [
  {
    name: 'remind',
    slotAt: morningSlot,
    run: async (deps, workspaceId) => ({ asked: await askWhetherHeld(deps, workspaceId, STANDARD_CALENDAR) }),
  },
];
