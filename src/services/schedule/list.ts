import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { type Sought, soughtAmong, soughtIn, type Wanted } from '../../domain/person/sought.ts';
import { isOfSchedule, type Schedule } from '../../domain/schedule/entry.ts';
import { readSchedule } from '../../queries/schedule/dates.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The dates of a year in order: of all bodies and 研修, or of those that are called as was looked for. */
export type ScheduleList = Schedule & {
  readonly year: FiscalYear;
  readonly today: LocalDate;
  readonly sought: Sought;
  readonly forSecretariat: boolean;
};

/** The year's schedule as everybody may read it: coming and past dates, and those that were called off. */
export const listSchedule = async (
  { clock, db }: ServiceDeps,
  { of: year, words }: Wanted<FiscalYear>,
  actor: Actor,
): Promise<ScheduleList> => {
  const now = clock.now();
  const schedule = await readSchedule(db.record(actor.workspaceId), year, { actor, now });
  const entries = schedule.entries.filter(isOfSchedule);
  const isSought = soughtIn(words);
  const found = entries.filter(({ title }) => isSought(title));
  const notHeld = schedule.notHeld.filter((name) => isSought(name));
  const names = [...new Set([...entries.map(({ title }) => title), ...schedule.notHeld])];
  return {
    year,
    today: todayInTokyo(now),
    sought: soughtAmong(words, found.length + notHeld.length, names),
    entries: found,
    notHeld,
    forSecretariat: isSecretariat(actor),
  };
};
