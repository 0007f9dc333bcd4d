import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDatabase, type Database } from '../../src/db/database.ts';
import { type RunningBot, startBot } from '../../src/main.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import type { MachineTime } from '../../src/slack/pace.ts';
import { putInquiry } from '../support/asked-inquiries.ts';
import { ask } from '../support/desk.ts';
import { jobsLeft } from '../support/jobs-left.ts';
import { type OwnServer, startOwnServer } from '../support/own-server.ts';
import {
  createManualMachine,
  createQuickMachine,
  createTestClock,
  SECRETARY,
  type TestClock,
  urlOf,
} from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';

const PEOPLE = Array.from({ length: 12 }, (_, index) => `U0P${index + 1}`);
const LOG = 'C0LOG';
// Everything Slack does, not only posting.
const METHODS = [
  'chat.postMessage',
  'chat.update',
  'conversations.open',
  'conversations.history',
  'users.info',
];

let server: OwnServer;
let slack: Sandbox;
let clock: TestClock;
let bot: RunningBot | undefined;
let db: Database;

const start = async (machine: MachineTime = createQuickMachine()): Promise<void> => {
  bot = await startBot(
    {
      slack: { mode: 'http', botToken: slack.botToken, signingSecret: slack.signingSecret },
      slackApiUrl: slack.apiUrl,
      databaseUrl: urlOf({ ...server.connection }),
      dataDir: 'unused',
      port: 0,
      host: '127.0.0.1',
      secretariat: [SECRETARY.toLowerCase()],
      logChannel: LOG,
      logLevel: 'silent',
    },
    { clock, machine },
  );
  slack.connectHttp({ url: bot.url });
};

beforeEach(async () => {
  clock = createTestClock('2026-11-30T08:50:00+09:00');
  server = await startOwnServer();
  slack = await startSandbox({
    now: clock.now,
    people: [
      { id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' },
      ...PEOPLE.map((id) => ({ id, real_name: `協働 ${id}` })),
    ],
    channels: [{ id: LOG, name: '運用ログ' }],
    patience: 20_000,
  });
  db = createDatabase(server.connection, () => undefined);
  const workspaceId = slack.team.id;
  await prepareWorkspace({ clock, db }, workspaceId);
  await putRoster(
    db,
    workspaceId,
    PEOPLE.map((slackId) => ({ department: '福祉部', section: `${slackId}課`, name: slackId, slackId })),
    clock.now(),
  );
  const asked = new Date('2026-11-30T00:00:00+09:00');
  await putInquiry(db, workspaceId, asked, { audience: 'everyone' });
}, 60_000);
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await db.close();
  await slack.stop();
  await server.stop();
});

/** How many messages each person has. */
const received = (): readonly number[] => PEOPLE.map((id) => slack.messages(id).length);
const reports = (): readonly string[] =>
  slack
    .messages(LOG)
    .map(({ plain }) => plain)
    .filter((plain) => plain.startsWith('朝の通知'));
const slots = () =>
  ask(
    { connection: server.connection },
    `select slot, finished_at is not null as done from job_slot where name = 'remind'`,
  );
const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 40_000, interval: 50 });
const once = PEOPLE.map(() => 1);
/** How many of them were tried before Slack came back is chance: none, where another message showed that it was away. */
const OUTAGE = /^朝の通知 9:00 送信12件(?:\(うち再試行\d+件\))?、失敗0件$/u;

test('the database restarted and Slack away for 10 minutes of the morning: nothing lost, nothing twice, and 運用ログ says so', async () => {
  await start();
  slack.faults.random({ seed: 1, share: 1, faults: [{ status: 503 }], methods: METHODS });
  clock.set('2026-11-30T09:00:00+09:00');
  await until(async () => expect(await slots()).toMatchObject([{ done: true }]));
  // Slack was asked for a message, and refused it: which, and how many more before the line was closed, is chance.
  const tried = `select from delivery where tries > 0`;
  await until(async () =>
    expect((await ask({ connection: server.connection }, tried)).length).toBeGreaterThan(0),
  );
  clock.set('2026-11-30T09:05:00+09:00');
  await db.close();
  await server.goDown();
  await server.comeBack();
  clock.set('2026-11-30T09:10:00+09:00');
  slack.faults.random(undefined);
  db = createDatabase(server.connection, () => undefined);
  await until(() => expect(received()).toEqual(once));
  // The report counts on until nothing is under way any more, and says that there was something.
  await until(() => expect(reports()).toEqual([expect.stringMatching(OUTAGE)]));
  expect(received()).toEqual(once);
  expect(slack.refusals).toEqual([]);
}, 90_000);

test.each([
  { what: 'answers nothing', methods: [...METHODS, 'auth.test'], faults: [{ status: 503 }] },
  // Half of what fails was posted all the same.
  { what: 'takes no messages', methods: ['chat.postMessage'], faults: [{ status: 500 }, { cutAfter: true }] },
] as const)(
  'Slack $what for an hour: within 30 s after it everybody has the message, once',
  async ({ methods, faults }) => {
    const machine = createManualMachine();
    await start(machine);
    const calls = (method: string) => slack.calls.filter((call) => call.method === method).length;
    const share = 1 / faults.length;
    slack.faults.random({ seed: 1, share, faults, methods });
    clock.set('2026-11-30T09:00:00+09:00');
    await until(async () => expect(await slots()).toMatchObject([{ done: true }]));
    const untilProbed = (times: number): Promise<void> =>
      until(() => {
        machine.advance(500);
        expect(calls('auth.test')).toBeGreaterThanOrEqual(times);
      });
    await untilProbed(calls('auth.test') + 3);
    machine.advance(3_600_000);
    await untilProbed(calls('auth.test') + 1);
    slack.faults.random(undefined);
    const end = machine.now();
    await until(() => {
      machine.advance(100);
      expect(received()).toEqual(once);
    });
    expect(machine.now() - end).toBeLessThan(30_000);
    await until(async () => {
      machine.advance(100);
      expect((await jobsLeft(server)).filter(({ key }) => key !== null)).toEqual([]);
    });
    expect(received()).toEqual(once);
    expect(
      await ask(server, `select state, count(*)::int from delivery where kind = 'morning' group by 1`),
    ).toEqual([{ state: 'sent', count: PEOPLE.length }]);
    expect(slack.refusals).toEqual([]);
  },
  90_000,
);

test('a morning missed by a stop from 8:50 to 10:00 is made up for', async () => {
  clock.set('2026-11-30T10:00:00+09:00');
  await start();
  await until(() => expect(received()).toEqual(once));
  await until(() => expect(reports()).toEqual(['朝の通知 9:00 送信12件、失敗0件']));
}, 60_000);

test('one missed from 8:50 to 18:00 moves to the next working day, and comes once', async () => {
  /** Which days the bot has looked at so far: by the job of every day. */
  const looked = () =>
    ask(
      { connection: server.connection },
      `select 1 from job_slot where name = 'check-people' and finished_at is not null`,
    );
  clock.set('2026-11-30T18:00:00+09:00');
  await start();
  await until(async () => expect(await looked()).toHaveLength(1));
  clock.set('2026-12-01T08:59:00+09:00');
  await until(async () => expect(await looked()).toHaveLength(2));
  expect(await slots()).toEqual([]);
  expect(received()).toEqual(PEOPLE.map(() => 0));
  clock.set('2026-12-01T09:00:00+09:00');
  await until(() => expect(received()).toEqual(once));
  const [line] = await ask(
    { connection: server.connection },
    `select count(*)::int as lines, count(distinct delivery_id)::int as messages from morning_line`,
  );
  expect(line).toEqual({ lines: 12, messages: 12 });
}, 60_000);
