import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Config, SlackConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../domain/calendar/working-day.ts';
import { type RunningBot, startBot } from '../main.ts';
import { createSandboxClock, machineTime, type SandboxClock } from '../sandbox/clock.ts';
import { createRates } from '../sandbox/rates.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { readInstalledApp } from './practice-app.ts';
import { PRACTICE_CHANNELS, PRACTICE_PEOPLE, PRACTICE_SECRETARY, PRACTICE_TEAM } from './practice-people.ts';
import { practiceAccounts, promotersAmong, readPracticeRoster } from './practice-roster.ts';
import { beginPracticeRecord } from './sample-past.ts';
import { enterSampleYear } from './sample-year.ts';

const PAGE = fileURLToPath(new URL('../sandbox/page/dist', import.meta.url));

export type PracticeOptions = {
  /** A new record starts without the sample. */
  readonly empty?: boolean;
  /** How the bot hears of Slack; HTTP unless told. */
  readonly transport?: SlackConfig['mode'];
};

/** The practice clock as the record keeps it, so that commands have the same, and it goes on when practice does. */
const openClock = async (db: Database): Promise<SandboxClock> => {
  const { clockAhead } = db.record(PRACTICE_TEAM.id);
  // A database that is away is the bot's to tell of; where the clock stops next, it is kept as well.
  const keep = (ahead: number): Promise<void> => clockAhead.put(ahead).catch(() => undefined);
  return createSandboxClock(machineTime, { ahead: await clockAhead.read(), keep });
};

/** The practice workspace on PORT with the bot behind it, as a real Slack would have it configured; `db` is its record, open until it stops. */
export const startPractice = async (
  config: Config,
  db: Database,
  { empty = false, transport = 'http' }: PracticeOptions = {},
): Promise<RunningBot> => {
  const roster = readPracticeRoster();
  const people = [...PRACTICE_PEOPLE, ...practiceAccounts(roster, PRACTICE_PEOPLE)];
  const clock = await openClock(db);
  const slack = await startSandbox({
    port: config.port,
    clock,
    opensOn: (moment) => STANDARD_CALENDAR.isWorkingDay(todayInTokyo(moment)),
    rates: createRates(() => performance.now()),
    team: PRACTICE_TEAM,
    people,
    channels: PRACTICE_CHANNELS,
    pageDirectory: PAGE,
    ...readInstalledApp(),
  });
  const isNew = await beginPracticeRecord(
    { clock, db },
    empty ? undefined : { roster, accounts: promotersAmong(people, roster) },
  );
  const { botToken, appToken } = slack;
  const signingSecret = randomBytes(16).toString('hex');
  const secretariat = config.secretariat.length > 0 ? config.secretariat : [PRACTICE_SECRETARY.toLowerCase()];
  const practice = {
    ...config,
    slack:
      transport === 'socket'
        ? { mode: transport, botToken, appToken }
        : { mode: transport, botToken, signingSecret },
    slackApiUrl: slack.apiUrl,
    port: 0,
    host: '127.0.0.1',
    secretariat,
  };
  const bot = await startBot(practice, { clock: { now: clock.now } });
  if (transport === 'http') slack.connectHttp({ url: bot.url, signingSecret });
  const stop = async (): Promise<void> => {
    await bot.stop();
    await slack.stop();
  };
  // Whoever named a secretariat of their own enters what they like themselves.
  if (isNew && !empty && config.secretariat.length === 0) await enterSampleYear(slack, clock.now());
  return { ...bot, url: slack.url, stop };
};
