import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Config, OauthConfig, SlackConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../domain/calendar/working-day.ts';
import { type RunningBot, startBot } from '../main.ts';
import { createSandboxClock, machineTime, type SandboxClock } from '../sandbox/clock.ts';
import { createRates } from '../sandbox/rates.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { readInstalledApp } from './practice-app.ts';
import { type InstallTarget, practiceCities, practiceTokenOf } from './practice-cities.ts';
import {
  PRACTICE_CHANNELS,
  PRACTICE_MEMBERS,
  PRACTICE_PEOPLE,
  PRACTICE_SECRETARY,
  PRACTICE_TEAM,
} from './practice-people.ts';
import { practiceAccounts, promotersAmong, readPracticeRoster } from './practice-roster.ts';
import { beginPracticeRecord } from './sample-past.ts';
import { enterSampleYear, enterSteps } from './sample-year.ts';

const PAGE = fileURLToPath(new URL('../sandbox/page/dist', import.meta.url));

export type PracticeOptions = {
  /** A new record starts without the sample. */
  readonly empty?: boolean;
  /** How the bot hears of Slack; HTTP unless told. */
  readonly transport?: SlackConfig['mode'];
  /** How many cities there are; one unless told. With more the app is installed through OAuth, over HTTP. */
  readonly cities?: number;
};

/** The practice clock as the record keeps it, so that commands have the same, and it goes on when practice does. */
const openClock = async (db: Database): Promise<SandboxClock> => {
  const { clockAhead } = db.record(PRACTICE_TEAM.id);
  // A database that is away is the bot's to tell of; where the clock stops next, it is kept as well.
  const keep = (ahead: number): Promise<void> => clockAhead.put(ahead).catch(() => undefined);
  return createSandboxClock(machineTime, { ahead: await clockAhead.read(), keep });
};

/** It opens the tokens of the record at the next start, too; they are of practice, and no secret. */
const TOKEN_KEY = createHash('sha256').update('practice').digest();

/** How the bot is to be reached. */
const slackConfigOf = (
  slack: Sandbox,
  transport: SlackConfig['mode'],
  isMany: boolean,
): SlackConfig | OauthConfig => {
  const { appToken, signingSecret, clientId, clientSecret } = slack;
  if (isMany) {
    const stateSecret = randomBytes(16).toString('hex');
    return { mode: 'oauth', clientId, clientSecret, stateSecret, signingSecret, tokenKeys: [TOKEN_KEY] };
  }
  const { botToken } = slack;
  return transport === 'socket'
    ? { mode: transport, botToken, appToken }
    : { mode: transport, botToken, signingSecret };
};

/** Installs the app where it is not yet, as people do in their browser; gives where it came to. */
const installEverywhere = async (
  db: Database,
  slack: Sandbox,
  botUrl: string,
  targets: readonly InstallTarget[],
): Promise<void> => {
  const there = (await db.installations.living()).map(({ id }) => id);
  for (const target of targets) {
    if (there.includes(target.on)) continue;
    const { status } = await slack.install(`${botUrl}/slack/install`, target);
    if (status !== 200) throw new Error(`the app was not installed in ${target.on}: ${status}`);
  }
};

/** The practice workspace on PORT with the bot behind it, as a real Slack would have it configured; `db` is its record, open until it stops. */
export const startPractice = async (
  config: Config,
  db: Database,
  { empty = false, transport = 'http', cities: count = 1 }: PracticeOptions = {},
): Promise<RunningBot> => {
  const roster = readPracticeRoster();
  const people = [...PRACTICE_PEOPLE, ...practiceAccounts(roster, PRACTICE_PEOPLE)];
  const clock = await openClock(db);
  const isMany = count > 1;
  const { cities, enterprises, targets } = practiceCities(count);
  const home = { team: PRACTICE_TEAM, people, channels: PRACTICE_CHANNELS };
  const slack = await startSandbox({
    port: config.port,
    clock,
    opensOn: (moment) => STANDARD_CALENDAR.isWorkingDay(todayInTokyo(moment)),
    rates: createRates(() => performance.now()),
    ...(isMany
      ? { enterprises, workspaces: [{ ...home, botToken: practiceTokenOf(PRACTICE_TEAM.id) }, ...cities] }
      : home),
    pageDirectory: PAGE,
    ...readInstalledApp(),
  });
  const isNew = await beginPracticeRecord(
    { clock, db },
    empty ? undefined : { roster, accounts: [...promotersAmong(people, roster), ...PRACTICE_MEMBERS] },
  );
  const secretariat = config.secretariat.length > 0 ? config.secretariat : [PRACTICE_SECRETARY.toLowerCase()];
  const practice = {
    ...config,
    slack: slackConfigOf(slack, transport, isMany),
    slackApiUrl: slack.apiUrl,
    // It is on this machine, whatever the way out of it.
    proxy: undefined,
    port: 0,
    host: '127.0.0.1',
    secretariat,
  };
  const bot = await startBot(practice, { clock: { now: clock.now } });
  if (transport === 'http') slack.connectHttp({ url: bot.url });
  const stop = async (): Promise<void> => {
    await bot.stop();
    await slack.stop();
  };
  const known = await db.workspaces.ids();
  if (isMany)
    await installEverywhere(db, slack, bot.url, [
      { on: PRACTICE_TEAM.id, by: PRACTICE_SECRETARY },
      ...targets,
    ]);
  // Whoever named a secretariat of their own enters what they like themselves.
  if (isNew && !empty && config.secretariat.length === 0) await enterSampleYear(slack, clock.now());
  for (const { team, steps } of cities)
    if (!empty && !known.includes(team.id)) await enterSteps(slack.workspace(team.id), steps, clock.now());
  return { ...bot, url: slack.url, stop };
};
