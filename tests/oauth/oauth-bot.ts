import { randomBytes } from 'node:crypto';
import pino from 'pino';
import type { Database } from '../../src/db/database.ts';
import { systemClock } from '../../src/deps.ts';
import { type HttpServer, startHttpServer } from '../../src/http-server.ts';
import { createInstallations, type Installations } from '../../src/oauth/installations.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { createSlackLogger } from '../../src/slack/logger.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createTestClock, type TestClock } from '../support/practice.ts';

/** A city of its own, a second one, and an organisation with two more, in which nothing is installed yet. */
export const SAKURA = 'T0SAKURA';
export const KAEDE = 'T0KAEDE';
export const MINAMI = 'T0MINAMI';
export const KITA = 'T0KITA';
export const ORGANISATION = 'E0TOSHI';
export const OFFICER = 'U0JIMU';

const people = [{ id: OFFICER, real_name: '事務 局子', email: 'jimu@city.example' }];

/** All of a process that has to do with installations, and Slack's side of it. */
export type OauthBot = {
  readonly slack: Sandbox;
  readonly database: TestDatabase;
  readonly db: Database;
  readonly clock: TestClock;
  readonly installations: Installations;
  /** Another process with these keys, the first of which seals. */
  readonly beside: (...keys: readonly [Uint8Array, ...Uint8Array[]]) => Installations;
  readonly key: Uint8Array;
  /** Workspaces of which it was told that they are served otherwise now. */
  readonly changed: string[];
  /** Lines of JSON. */
  readonly logged: string[];
  /** As the officer does in a browser; gives the page they see in the end. */
  readonly install: (on: string) => Promise<{ readonly status: number; readonly text: string }>;
  readonly refuse: () => Promise<{ readonly status: number; readonly text: string }>;
  readonly stop: () => Promise<void>;
};

export const startOauthBot = async ({ rotatesTokens = false } = {}): Promise<OauthBot> => {
  const clock = createTestClock('2026-12-01T09:00:00+09:00');
  const database = await createTestDatabase();
  const slack = await startSandbox({
    now: clock.now,
    workspaces: [
      { team: { id: SAKURA, name: '桜市' }, people },
      { team: { id: KAEDE, name: '楓市' }, people },
      { team: { id: MINAMI, name: '南区' }, people, enterprise: ORGANISATION },
      { team: { id: KITA, name: '北区' }, people, enterprise: ORGANISATION },
    ],
    enterprises: [{ id: ORGANISATION, name: '都市連合', domain: 'toshi' }],
    app: { clientId: '12.34', clientSecret: 'client-secret-of-the-app', rotatesTokens },
  });
  const key = randomBytes(32);
  const changed: string[] = [];
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
  const beside: OauthBot['beside'] = (...tokenKeys) =>
    createInstallations(
      {
        clientId: slack.clientId,
        clientSecret: slack.clientSecret,
        stateSecret: 'state-secret-of-the-app',
        tokenKeys,
      },
      {
        clock,
        machineClock: systemClock,
        db: database.db,
        log,
        changed: (ids) => void changed.push(...ids),
        clientOptions: { slackApiUrl: slack.apiUrl, logger: createSlackLogger(log) },
      },
    );
  const installations = beside(key);
  const server: HttpServer = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    ready: async () => ({ ready: true }),
    wait: async () => undefined,
    slack: undefined,
    page: (path) => installations.pages[path],
    hungUp: () => undefined,
  });
  slack.connectHttp({ url: server.url });
  const address = `${server.url}/slack/install`;
  return {
    slack,
    database,
    db: database.db,
    clock,
    installations,
    beside,
    key,
    changed,
    logged,
    install: (on) => slack.install(address, { on, by: OFFICER }),
    refuse: () => slack.install(address, 'no'),
    stop: async () => {
      await server.stop();
      await slack.stop();
      await database.drop();
    },
  };
};
