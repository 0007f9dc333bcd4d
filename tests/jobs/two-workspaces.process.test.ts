import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { type RunningBot, startBot } from '../../src/main.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { putInquiry } from '../support/asked-inquiries.ts';
import { killBotProcesses, startBotFor } from '../support/bot-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { jobsLeft } from '../support/jobs-left.ts';
import { createQuickMachine, createTestClock, SECRETARY, urlOf } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';

/** Two workspaces as of one organisation: three people are in both, by the same id, three in one only. */
const BOTH = ['U0BOTH1', 'U0BOTH2', 'U0BOTH3'];
const WORKSPACES = ['T0NORTH', 'T0SOUTH'] as const;
const peopleOf = (workspace: string) => [...BOTH, ...[1, 2, 3].map((n) => `U0${workspace.slice(2)}${n}`)];

const clock = createTestClock('2026-11-30T08:50:00+09:00');
let database: TestDatabase;
let db: Database;
let slacks: Sandbox[];
let bots: RunningBot[] = [];
beforeEach(async () => {
  clock.set('2026-11-30T08:50:00+09:00');
  database = await createTestDatabase();
  db = database.db;
  slacks = [];
  for (const id of WORKSPACES) {
    const people = peopleOf(id).map((person) => ({ id: person, real_name: `協働 ${person}`, team_id: id }));
    const secretary = { id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example', team_id: id };
    slacks.push(await startSandbox({ now: clock.now, team: { id }, people: [secretary, ...people] }));
    await prepareWorkspace({ clock, db }, id);
  }
});
afterEach(async () => {
  killBotProcesses();
  await Promise.all(bots.map((bot) => bot.stop()));
  bots = [];
  await Promise.all(slacks.map((slack) => slack.stop()));
  await database.drop();
});

const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 45_000, interval: 20 });
const untilIdle = () => until(async () => expect(await jobsLeft(database)).toEqual([]));

/** For each person of a workspace, the ids of the deliveries that Slack has there for them. */
const arrived = (slack: Sandbox) =>
  peopleOf(slack.team.id).map((person) =>
    slack.messages(person).map(({ metadata }) => Object(metadata?.event_payload).id as unknown),
  );
/** The same as the record has it: one message for each. */
const planned = async (workspaceId: string) => {
  const rows = await ask(database, 'select id, recipient from delivery where workspace_id = $1', [
    workspaceId,
  ]);
  return peopleOf(workspaceId).map((person) =>
    rows.filter(({ recipient }) => recipient === person).map(({ id }) => id),
  );
};
const states = () => ask(database, 'select state, count(*)::int as count from delivery group by state');

const planFor = (workspaceId: string, what: string) =>
  db.record(workspaceId).deliveries.planAll(
    peopleOf(workspaceId).map((recipient) => ({
      key: `${what}:${recipient}`,
      kind: 'free-text-answer',
      recipient,
      subject: `slack-user:${recipient}`,
    })),
    clock.now(),
  );

test('two processes over one database, each for a workspace of its own, send each its own messages, and those queued before', async () => {
  for (const id of WORKSPACES) await planFor(id, 'before');
  // As a version queued them that let every process take every job.
  await ask(
    database,
    `select graphile_worker.add_job('deliver', json_build_object('workspaceId', workspace_id, 'deliveryId', id),
       'deliver-' || (hashtext(recipient) & 63), null, 12, id::text)
     from delivery where recipient like '%1'`,
  );
  // Somebody whose account is still to be looked for: that is due at any hour, whatever time these processes have.
  await ask(
    database,
    `insert into person (workspace_id, id, name, email, created_at)
     select id, gen_random_uuid(), '協働 新', 'shin@city.example', now() from workspace`,
  );
  const environment = { DATABASE_URL: urlOf(database.connection) };
  await Promise.all(slacks.map((slack) => startBotFor(slack, environment)));
  await untilIdle();
  for (const slack of slacks) expect(arrived(slack)).toEqual(await planned(slack.team.id));
  expect(await states()).toEqual([{ state: 'sent', count: 12 }]);
  // What was due was done for each.
  await until(async () =>
    expect(
      await ask(
        database,
        `select workspace_id from job_slot where name = 'connect-people' and finished_at is not null order by workspace_id`,
      ),
    ).toEqual(WORKSPACES.map((workspace_id) => ({ workspace_id }))),
  );
}, 60_000);

test('the morning of one workspace is planned and sent by its own process alone, even while that of the other is away', async () => {
  for (const id of WORKSPACES) {
    const lines = peopleOf(id).map((slackId) => ({ department: '福祉部', section: `${slackId}課`, slackId }));
    await putRoster(
      db,
      id,
      lines.map((line) => ({ ...line, name: line.slackId })),
      clock.now(),
    );
    await putInquiry(db, id, new Date('2026-11-30T00:00:00+09:00'), { audience: 'everyone' });
  }
  const start = async (slack: Sandbox): Promise<void> => {
    const config = {
      slack: { mode: 'http', botToken: slack.botToken, signingSecret: slack.signingSecret },
      slackApiUrl: slack.apiUrl,
      databaseUrl: urlOf(database.connection),
      dataDir: 'unused',
      port: 0,
      host: '127.0.0.1',
      secretariat: [SECRETARY.toLowerCase()],
      logChannel: undefined,
      logLevel: 'silent',
    } as const;
    bots.push(await startBot(config, { clock, machine: createQuickMachine() }));
  };
  const [north, south] = slacks;
  if (north === undefined || south === undefined) throw new Error('two workspaces');
  clock.set('2026-11-30T09:00:00+09:00');
  // The other's messages wait in the queue for their own process.
  await planFor(south.team.id, 'waiting');
  await start(north);
  await until(async () =>
    expect(await planned(north.team.id)).toEqual(peopleOf('T0NORTH').map(() => [expect.anything()])),
  );
  await until(async () => expect(arrived(north)).toEqual(await planned(north.team.id)));
  expect(arrived(south).flat()).toEqual([]);
  // A message is at Slack a moment before its job is done.
  await until(async () =>
    expect(await ask(database, 'select distinct task_identifier as task from graphile_worker.jobs')).toEqual([
      { task: 'deliver:T0SOUTH' },
    ]),
  );
  await start(south);
  await until(() =>
    expect(arrived(south).map((ids) => ids.length)).toEqual(peopleOf('T0SOUTH').map(() => 2)),
  );
  await untilIdle();
  expect(arrived(north)).toEqual(await planned(north.team.id));
  expect(arrived(south).map((ids) => ids.toSorted())).toEqual(
    (await planned(south.team.id)).map((ids) => ids.toSorted()),
  );
}, 60_000);
