import { instantInTokyo, todayInTokyo } from '../domain/calendar/local-date.ts';
import { createWorkingCalendar } from '../domain/calendar/working-day.ts';
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

const calendar = createWorkingCalendar([]);
const MORNING = '09:00';
const EVENING = '17:00';

/** The morning of a working day: 9:00 in Japan. After an outage it is made up for until 17:00, not later. */
export const morningSlot = (now: Date): Date | undefined => {
  const today = todayInTokyo(now);
  const slot = instantInTokyo(today, MORNING);
  const isOpen = calendar.isWorkingDay(today) && slot <= now && now < instantInTokyo(today, EVENING);
  return isOpen ? slot : undefined;
};

/** Every job, by its name on the command line and in the log. */
export const JOBS: readonly Job[] = [
  {
    name: 'remind',
    slotAt: morningSlot,
    run: async (deps, workspaceId) => ({ asked: await askWhetherHeld(deps, workspaceId, calendar) }),
  },
];
