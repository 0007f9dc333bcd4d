import type { Config } from '../config.ts';
import { printDayWithWeekday } from '../domain/calendar/japanese-era.ts';
import { printMoment } from '../domain/calendar/moment.ts';
import { groupBy } from '../domain/group-by.ts';
import { forecast as foretell } from '../services/morning/forecast.ts';
import { forecastText } from '../texts/forecast.ts';
import { heldMessagesText } from '../texts/held-messages.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { withRecord } from './record.ts';
import { accessOf, messageLine, peopleOf, workspaceOf } from './workspace.ts';

export type ForecastOptions = { readonly days: string; readonly workspace?: string };

const MOST_DAYS = 366;

/** `forecast [--days 30]`: everything the bot will send by itself, day by day, if nobody does anything meanwhile. */
export const forecast = async (config: Config, { days, workspace }: ForecastOptions): Promise<void> => {
  const count = /^\d{1,3}$/u.test(days) ? Number(days) : 0;
  if (count < 1 || count > MOST_DAYS)
    throw new CommandEnd(EXIT.usage, forecastText.unreadable(days, MOST_DAYS));
  await withRecord(config, workspace, async (opened) => {
    const { db, clock, workspaceId } = opened;
    const record = db.record(workspaceId);
    const held = await record.restorations.held();
    if (held !== undefined) return say(heldMessagesText.waits(printMoment(held.asOf)));
    const access = await accessOf(config, opened);
    const people = peopleOf(config, access, clock, 'forecast');
    const workspace = workspaceOf(config, access, workspaceId);
    const foretold = await foretell({ db, clock, people, workspace }, workspaceId, count);
    say(forecastText.title(count));
    if (foretold.length === 0) return say(forecastText.nothing);
    for (const [day, messages] of groupBy(foretold, (message) => message.day)) {
      say(forecastText.day(printDayWithWeekday(day), messages.length));
      for (const message of messages) say(await messageLine(record, message));
    }
  });
};
