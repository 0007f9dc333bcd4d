import type { Clock } from '../../src/domain/clock.ts';
import { COMMANDS } from '../../src/handlers/features.ts';
import { type EveryMinute, type RunningBot, type Surroundings, startBot } from '../../src/main.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox-options.ts';
import type { MachineTime } from '../../src/slack/pace.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { createTestLog } from './log.ts';

/** The people of most tests. */
export const SECRETARY = 'U0SECRETARY';
export const STAFF = 'U0STAFF';
export const GUEST = 'U0GUEST';
export const STRANGER = 'U0STRANGER';

const PEOPLE: SandboxOptions['people'] = [
  { id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' },
  { id: STAFF, real_name: '職員 太郎', email: 'shokuin@city.example' },
  { id: GUEST, real_name: '来客 花子', email: 'guest@npo.example', is_restricted: true },
  {
    id: STRANGER,
    real_name: '他市 次郎',
    email: 'jiro@other.example',
    is_stranger: true,
    team_id: 'T0OTHER',
  },
];

/** A machine on which nobody waits: its time goes on by what is waited for. */
export const createQuickMachine = (): MachineTime => {
  let now = 0;
  return {
    now: () => now,
    wait: async (ms: number) => {
      now += ms;
    },
  };
};

/** A machine whose time stands still until it is told to go on; who waits goes on when their time has come. */
export const createManualMachine = (): MachineTime & { readonly advance: (ms: number) => void } => {
  let now = 0;
  let waiting: { readonly until: number; readonly go: () => void }[] = [];
  return {
    now: () => now,
    wait: (ms) => new Promise((go) => waiting.push({ until: now + ms, go })),
    advance: (ms) => {
      now += ms;
      const due = waiting.filter(({ until }) => until <= now);
      waiting = waiting.filter(({ until }) => until > now);
      for (const { go } of due) go();
    },
  };
};

/** A clock that stands still until it is set. */
export type TestClock = Clock & { readonly set: (iso: string) => void };

export const createTestClock = (iso: string): TestClock => {
  let now = new Date(iso);
  return {
    now: () => now,
    set: (next) => {
      now = new Date(next);
    },
  };
};

/** The real bot and Slack's side, over a database of its own. */
export type Practice = {
  readonly slack: Sandbox;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  readonly bot: RunningBot;
  readonly secretary: ReturnType<Sandbox['person']>;
  /** What the bot does once a minute of the machine, done now. */
  readonly minute: () => Promise<void>;
  /** Ends the bot and starts another over the same record, at the same moment. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type PracticeOptions = {
  readonly now?: string;
  readonly secretariat?: readonly string[];
  readonly logChannel?: string;
  /** The city; the practice workspace unless told. */
  readonly team?: SandboxOptions['team'];
  /** That of another, for a city beside it; one of its own unless told. */
  readonly database?: TestDatabase;
  readonly people?: SandboxOptions['people'];
  readonly channels?: SandboxOptions['channels'];
  /** How many calls Slack takes; without limit unless told. */
  readonly rates?: SandboxOptions['rates'];
  readonly mode?: 'http' | 'socket';
  /** How long Slack waits: over sockets, and for an acknowledgement. */
  readonly socketTimes?: SandboxOptions['socketTimes'];
  readonly ackPatience?: number;
  /** How long those who wait for a message or a view wait, in milliseconds. */
  readonly patience?: number;
  /** What happens at Slack before the bot starts. */
  readonly prepare?: (slack: Sandbox) => void;
  /** Whether the bot opens the database by itself, and nobody else has it before or after. */
  readonly ownDatabase?: boolean;
  /** How the bot opens its own database, where it is watched. */
  readonly open?: Surroundings['open'];
  /** Where the bot logs; to the log that is printed when a test fails, unless told. */
  readonly log?: Surroundings['log'];
  /** Where the built practice page is, for tests that look at it. */
  readonly pageDirectory?: string;
};

/** DATABASE_URL of a database behind a unix socket. */
export const urlOf = ({ host, port, user, database }: TestDatabase['connection']): string =>
  `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;

/** The record in a test's database, which stays open when the bot stops; what nobody waits for shares its connections. */
const opened = ({ connection, db }: TestDatabase) => ({
  connection,
  db,
  background: db,
  applied: [],
  close: async () => undefined,
});

/** Starts everything; `now` is the bot's clock (JST given as +09:00). Slack's own clock stands with it. */
export const startPractice = async (options: PracticeOptions = {}): Promise<Practice> => {
  const clock = createTestClock(options.now ?? '2026-11-24T10:00:00+09:00');
  const database = options.database ?? (await createTestDatabase({ own: options.ownDatabase === true }));
  const slack = await startSandbox({
    now: clock.now,
    people: [...(options.people ?? []), ...(PEOPLE ?? [])],
    channels: options.channels ?? [{ id: 'C0GENERAL', name: '協働推進' }],
    commands: COMMANDS,
    ...(options.team === undefined ? {} : { team: options.team }),
    ...(options.rates === undefined ? {} : { rates: options.rates }),
    ...(options.socketTimes === undefined ? {} : { socketTimes: options.socketTimes }),
    ...(options.ackPatience === undefined ? {} : { ackPatience: options.ackPatience }),
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    ...(options.pageDirectory === undefined ? {} : { pageDirectory: options.pageDirectory }),
  });
  const config = {
    slackApiUrl: slack.apiUrl,
    databaseUrl: urlOf(database.connection),
    dataDir: 'unused',
    port: 0,
    host: '127.0.0.1',
    secretariat: options.secretariat ?? ['jimukyoku@city.example'],
    logChannel: options.logChannel,
    logLevel: 'silent',
  } as const;
  options.prepare?.(slack);
  const everyMinute = new Set<() => Promise<void>>();
  const whenTold: EveryMinute = (work) => {
    everyMinute.add(work);
    return { stop: async () => void everyMinute.delete(work) };
  };
  const surroundings: Partial<Surroundings> = {
    clock,
    machine: createQuickMachine(),
    log: options.log ?? createTestLog(),
    everyMinute: whenTold,
    ...(options.ownDatabase === true ? {} : { open: async () => opened(database) }),
    ...(options.open === undefined ? {} : { open: options.open }),
  };
  const start = async (): Promise<RunningBot> => {
    const { botToken, appToken, signingSecret } = slack;
    if (options.mode === 'socket')
      return startBot({ ...config, slack: { mode: 'socket', botToken, appToken } }, surroundings);
    const bot = await startBot({ ...config, slack: { mode: 'http', botToken, signingSecret } }, surroundings);
    slack.connectHttp({ url: bot.url });
    return bot;
  };
  let bot = await start();
  return {
    slack,
    clock,
    database,
    get bot() {
      return bot;
    },
    secretary: slack.person(SECRETARY),
    minute: async () => {
      for (const work of everyMinute) await work();
    },
    restart: async () => {
      await bot.stop();
      bot = await start();
    },
    stop: async () => {
      await bot.stop();
      await slack.stop();
      if (options.database === undefined) await database.drop();
    },
  };
};
