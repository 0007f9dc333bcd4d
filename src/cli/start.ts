import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Config, SlackConfig } from '../config.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../domain/calendar/working-day.ts';
import { type RunningBot, startBot } from '../main.ts';
import { createSandboxClock } from '../sandbox/clock.ts';
import { createRates } from '../sandbox/rates.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { cliText } from '../texts/cli.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { readInstalledApp } from './practice-app.ts';
import { PRACTICE_PEOPLE, PRACTICE_SECRETARY, PRACTICE_TEAM } from './practice-people.ts';
import { fillPracticeRoster, practiceAccounts, readPracticeRoster } from './practice-roster.ts';

const PAGE = fileURLToPath(new URL('../sandbox/page/dist', import.meta.url));
const STOP_WITHIN_MS = 9500;

/** The practice workspace on PORT with the bot behind it, as a real Slack would have it configured. */
const startPractice = async (config: Config): Promise<RunningBot> => {
  const roster = readPracticeRoster();
  const clock = createSandboxClock();
  const slack = await startSandbox({
    port: config.port,
    clock,
    opensOn: (moment) => STANDARD_CALENDAR.isWorkingDay(todayInTokyo(moment)),
    rates: createRates(() => performance.now()),
    team: PRACTICE_TEAM,
    people: [...PRACTICE_PEOPLE, ...practiceAccounts(roster, PRACTICE_PEOPLE)],
    channels: [{ id: 'C0KYODO', name: '協働推進' }],
    pageDirectory: PAGE,
    ...readInstalledApp(),
  });
  await fillPracticeRoster(config, roster);
  const signingSecret = randomBytes(16).toString('hex');
  const practice = {
    ...config,
    slack: { mode: 'http' as const, botToken: slack.botToken, signingSecret },
    slackApiUrl: slack.apiUrl,
    port: 0,
    host: '127.0.0.1',
    secretariat: config.secretariat.length > 0 ? config.secretariat : [PRACTICE_SECRETARY.toLowerCase()],
  };
  const bot = await startBot(practice, { now: clock.now });
  slack.connectHttp({ url: bot.url, signingSecret });
  const stop = async (): Promise<void> => {
    await bot.stop();
    await slack.stop();
  };
  return { url: slack.url, stop };
};

/** Resolves when the process is asked to stop. */
const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

const isConnected = (config: Config): config is Config & { readonly slack: SlackConfig } =>
  config.slack !== undefined;

/** `start`: the bot where there are tokens, otherwise the practice workspace; runs until SIGTERM or Ctrl-C. */
export const start = async (config: Config): Promise<void> => {
  const asked = stopAsked();
  // Also while it is still starting: nobody waits longer for the end.
  void asked.then(() => setTimeout(() => process.exit(EXIT.failure), STOP_WITHIN_MS).unref());
  const running = await (isConnected(config) ? startBot(config) : startPractice(config)).catch(
    (error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EADDRINUSE') throw new CommandEnd(EXIT.failure, cliText.portTaken(config.port));
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
        throw new CommandEnd(EXIT.failure, cliText.hostUnusable(config.host));
      throw error;
    },
  );
  if (isConnected(config)) say(cliText.botStarted(running.url));
  else for (const line of [cliText.practiceStarted(running.url), cliText.practiceNotice]) say(line);
  await asked;
  await running.stop();
};
