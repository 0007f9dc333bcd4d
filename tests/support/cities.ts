import { CONNECTIONS } from '../../src/db/client.ts';
import { createDatabase } from '../../src/db/database.ts';
import { COMMANDS } from '../../src/handlers/features.ts';
import { type RunningBot, type Surroundings, startBot } from '../../src/main.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions, WorkspaceOptions } from '../../src/sandbox/sandbox-options.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { TOKEN_KEY } from './installation.ts';
import { createTestLog } from './log.ts';
import { createQuickMachine, createTestClock, SECRETARY, STAFF, type TestClock } from './practice.ts';

/** Two cities of their own, and an organisation with two more; one secretary is in all of them by the same id. */
export const NORTH = 'T0NORTH';
export const SOUTH = 'T0SOUTH';
export const EAST = 'T0EAST';
export const WEST = 'T0WEST';
/** A city in which the app is not installed from the start. */
export const LATER = 'T0LATER';
export const PREFECTURE = 'E0PREFECTURE';

const OF_PREFECTURE: readonly string[] = [EAST, WEST];

/** Everybody of a city. Slack has whoever is in both of the organisation as of the first. */
const peopleOf = (team: string): NonNullable<WorkspaceOptions['people']> => [
  { id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' },
  { id: STAFF, real_name: '職員 太郎', email: 'shokuin@city.example' },
  { id: `U0ONLY${team.slice(2)}`, real_name: `${team} だけ`, email: `only@${team.toLowerCase()}.example` },
];

const city = (id: string, promoters: readonly string[]): WorkspaceOptions => ({
  team: { id, name: id },
  people: [...peopleOf(id), ...promoters.map((person) => ({ id: person, real_name: person, team_id: id }))],
  ...(OF_PREFECTURE.includes(id) ? { enterprise: PREFECTURE } : {}),
});

const CLIENT = { clientId: '1234.5678', clientSecret: 'client-secret-of-the-app' };

/** A bot that serves all cities of a practice Slack. */
export type Cities = {
  readonly slack: Sandbox;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  readonly bot: RunningBot;
  /** Installs the app in a workspace or an organisation, as the secretary does in a browser. */
  readonly install: (id: string) => Promise<void>;
  /** Another process of the same bot, over the same record. */
  readonly startAnother: () => Promise<RunningBot>;
  readonly stop: () => Promise<void>;
};

type CitiesOptions = {
  readonly now?: string;
  readonly rates?: SandboxOptions['rates'];
  readonly machine?: Surroundings['machine'];
  /** Whether the app is installed everywhere from the start, as it is unless told. */
  readonly isInstalled?: boolean;
  /** Slack ids of people who are in each of them besides. */
  readonly promoters?: readonly string[];
};

/** Starts the practice Slack of all cities and a bot for all of them, and installs it in all but one through OAuth. */
export const startCities = async ({
  now = '2026-11-30T08:50:00+09:00',
  rates,
  machine = createQuickMachine(),
  isInstalled = true,
  promoters = [],
}: CitiesOptions = {}): Promise<Cities> => {
  const clock = createTestClock(now);
  const database = await createTestDatabase();
  const slack = await startSandbox({
    now: clock.now,
    commands: COMMANDS,
    workspaces: [
      city(NORTH, promoters),
      city(SOUTH, promoters),
      city(EAST, promoters),
      city(WEST, promoters),
      city(LATER, promoters),
    ],
    enterprises: [{ id: PREFECTURE, name: '県', domain: 'ken' }],
    app: CLIENT,
    ...(rates === undefined ? {} : { rates }),
  });
  const { connection } = database;
  const ignore = (): void => undefined;
  const start = async (): Promise<RunningBot> =>
    startBot(
      {
        slack: {
          mode: 'oauth',
          ...CLIENT,
          stateSecret: 'a-state-secret-of-tests',
          signingSecret: slack.signingSecret,
          tokenKeys: [TOKEN_KEY],
        },
        slackApiUrl: slack.apiUrl,
        databaseUrl: undefined,
        dataDir: '',
        port: 0,
        host: '127.0.0.1',
        secretariat: [],
        logLevel: 'silent',
      },
      {
        clock,
        machine,
        log: createTestLog(),
        open: async () => {
          const own = createDatabase(connection, ignore);
          const background = createDatabase(connection, ignore, CONNECTIONS.inBackground);
          const close = async (): Promise<void> => {
            await Promise.all([own.close(), background.close()]);
          };
          return { connection, db: own, background, applied: [], close };
        },
      },
    );
  const bot = await start();
  slack.connectHttp({ url: bot.url });
  const install = async (id: string): Promise<void> => {
    const { status, text } = await slack.install(`${bot.url}/slack/install`, { on: id, by: SECRETARY });
    if (status !== 200) throw new Error(text);
  };
  for (const id of isInstalled ? [NORTH, SOUTH, PREFECTURE] : []) await install(id);
  const others: RunningBot[] = [];
  return {
    slack,
    clock,
    database,
    bot,
    install,
    startAnother: async () => {
      const another = await start();
      others.push(another);
      return another;
    },
    stop: async () => {
      for (const one of [bot, ...others]) await one.stop();
      await slack.stop();
      await database.drop();
    },
  };
};
