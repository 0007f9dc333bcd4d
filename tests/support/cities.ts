import { CONNECTIONS } from '../../src/db/client.ts';
import { createDatabase, type Database } from '../../src/db/database.ts';
import type { Installation } from '../../src/db/installations.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { COMMANDS } from '../../src/handlers/features.ts';
import { type RunningBot, type Surroundings, startBot } from '../../src/main.ts';
import { createTokenSeal } from '../../src/oauth/token-seal.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type {
  EnterpriseOptions,
  SandboxOptions,
  WorkspaceOptions,
} from '../../src/sandbox/sandbox-options.ts';
import type { SandboxWorkspace } from '../../src/sandbox/sandbox-workspace.ts';
import { takeUpWorkspace } from '../../src/services/installation/take-up.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { SCOPES } from '../../src/slack/scopes.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createTestLog } from './log.ts';
import { createQuickMachine, createTestClock, SECRETARY, STAFF, type TestClock } from './practice.ts';

/** Two cities of their own, and an organisation with two more; one secretary is in all of them by the same id. */
export const NORTH = 'T0NORTH';
export const SOUTH = 'T0SOUTH';
export const EAST = 'T0EAST';
export const WEST = 'T0WEST';
export const PREFECTURE = 'E0PREFECTURE';

const OF_PREFECTURE: readonly string[] = [EAST, WEST];

/** Everybody of a city. Slack has whoever is in both of the organisation as of the first. */
const peopleOf = (team: string): NonNullable<WorkspaceOptions['people']> => [
  { id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' },
  { id: STAFF, real_name: '職員 太郎', email: 'shokuin@city.example' },
  { id: `U0ONLY${team.slice(2)}`, real_name: `${team} だけ`, email: `only@${team.toLowerCase()}.example` },
];

const city = (id: string): WorkspaceOptions => ({
  team: { id, name: id },
  people: peopleOf(id),
  ...(OF_PREFECTURE.includes(id) ? { enterprise: PREFECTURE } : { botToken: `xoxb-${id}` }),
});

const ORGANISATION: EnterpriseOptions = {
  id: PREFECTURE,
  name: '県',
  domain: 'ken',
  botToken: `xoxb-${PREFECTURE}`,
};

/** The key by which the tokens of these tests are sealed. */
const TOKEN_KEY = Buffer.alloc(32, 'k');

/** Keeps the app as installed by the secretary, as an install through OAuth would. */
const putInstallation = async (
  db: Database,
  clock: Clock,
  { id, kind, botToken }: Pick<Installation, 'id' | 'kind'> & { readonly botToken: string },
  { botId, userId, appId }: SandboxWorkspace['bot'],
): Promise<void> => {
  const seal = createTokenSeal(TOKEN_KEY);
  await db.installations.save({
    id,
    kind,
    botToken: seal.seal(botToken, { installationId: id, column: 'bot_token' }),
    keyId: seal.keyId,
    botId,
    botUserId: userId,
    appId,
    scopes: SCOPES,
    installedBy: SECRETARY,
    installedAt: clock.now(),
  });
  if (kind !== 'workspace') return;
  await prepareWorkspace({ clock, db }, id);
  await takeUpWorkspace({ clock, db }, { workspaceId: id, installationId: id, installedBy: SECRETARY });
};

/** A bot that serves all cities of a practice Slack. */
export type Cities = {
  readonly slack: Sandbox;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  readonly bot: RunningBot;
  /** Another process of the same bot, over the same record. */
  readonly startAnother: () => Promise<RunningBot>;
  readonly stop: () => Promise<void>;
};

type CitiesOptions = {
  readonly now?: string;
  readonly rates?: SandboxOptions['rates'];
  readonly machine?: Surroundings['machine'];
};

/** Starts the practice Slack of all cities and a bot for all of them, in which the app is installed already. */
export const startCities = async ({
  now = '2026-11-30T08:50:00+09:00',
  rates,
  machine = createQuickMachine(),
}: CitiesOptions = {}): Promise<Cities> => {
  const clock = createTestClock(now);
  const database = await createTestDatabase();
  const { db } = database;
  const slack = await startSandbox({
    now: clock.now,
    commands: COMMANDS,
    workspaces: [city(NORTH), city(SOUTH), city(EAST), city(WEST)],
    enterprises: [ORGANISATION],
    ...(rates === undefined ? {} : { rates }),
  });
  for (const id of [NORTH, SOUTH])
    await putInstallation(db, clock, { id, kind: 'workspace', botToken: `xoxb-${id}` }, slack.bot);
  const organisation = { id: PREFECTURE, kind: 'organisation', botToken: `xoxb-${PREFECTURE}` } as const;
  await putInstallation(db, clock, organisation, slack.workspace(EAST).bot);
  const { connection } = database;
  const ignore = (): void => undefined;
  const start = async (): Promise<RunningBot> =>
    startBot(
      {
        slack: {
          mode: 'oauth',
          clientId: '1.1',
          clientSecret: 'client-secret',
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
          return { connection, db: own, background, close };
        },
      },
    );
  const bot = await start();
  slack.connectHttp({ url: bot.url });
  const others: RunningBot[] = [];
  return {
    slack,
    clock,
    database,
    bot,
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
