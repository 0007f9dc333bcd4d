import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JOBS, type Job } from '../../src/jobs/jobs.ts';
import { runDueJob } from '../../src/jobs/run-due.ts';
import { lookForDue } from '../../src/jobs/runner.ts';
import { createChannels } from '../../src/slack/channels.ts';
import { createPeople } from '../../src/slack/people.ts';
import { alone } from '../support/alone.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask, createKeptLog, type KeptLog } from '../support/desk.ts';
import { createTestClock } from '../support/practice.ts';
import { statementsDuring } from '../support/statements.ts';

/** Slack, whom nobody asks here. */
const NOBODY = new WebClient('', { slackApiUrl: 'http://127.0.0.1:1/' });
const NINE = '2026-11-24T09:00:00+09:00';

const clock = createTestClock(NINE);
let database: TestDatabase;
let log: KeptLog;
/** What ran, as `WORKSPACE JOB`, in its order. */
let ran: string[];
beforeEach(async () => {
  clock.set(NINE);
  database = await createTestDatabase();
  log = createKeptLog();
  ran = [];
});
afterEach(() => database.drop());

const idsOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `T0CITY${String(index).padStart(3, '0')}`);

const prepare = (ids: readonly string[]): Promise<unknown> =>
  ask(database, 'insert into workspace (id, created_at) select unnest($1::text[]), now()', [ids]);

/** A job as of the table, that notes where it runs instead of doing anything. */
const noted = (job: Job): Job => ({
  ...job,
  run: async (_deps, workspaceId) => {
    ran.push(`${workspaceId} ${job.name}`);
    return {};
  },
});
const NOTED = JOBS.map(noted);

const look = (ids: readonly string[], jobs: readonly Job[] = NOTED): Promise<void> =>
  lookForDue({ clock, db: database.db, log, served: async () => ids }, jobs);

/** The runs that wait in the queue, as `WORKSPACE JOB…`. */
const queued = async (): Promise<readonly string[]> =>
  (
    await ask(
      database,
      `select task_identifier as task, payload, array(select jsonb_object_keys(job.flags)) as flags
       from graphile_worker_runs.jobs join graphile_worker_runs._private_jobs job using (id) order by id`,
    )
  ).map(({ task, payload, flags }) => {
    const { workspaceId, runs } = payload as {
      readonly workspaceId: string;
      readonly runs: readonly { readonly name: string }[];
    };
    expect([task, flags]).toEqual([`run-due:${workspaceId}`, [`workspace:${workspaceId}`]]);
    return [workspaceId, ...runs.map(({ name }) => name)].join(' ');
  });

/** A process takes all that is in the queue. `isKilled` while it runs: nobody notes that it is done, and it is free again. */
const work = async ({ isKilled = false, jobs = NOTED, given = alone() } = {}): Promise<void> => {
  const waiting = await ask(
    database,
    `select id, payload from graphile_worker_runs._private_jobs order by id`,
  );
  for (const { id, payload } of waiting) {
    const { db } = database;
    const { workspaceId } = payload as { readonly workspaceId: string };
    const workspace = { id: workspaceId, secretariat: [], logChannel: 'C0LOG' };
    const deps = {
      clock,
      db,
      log,
      people: createPeople(NOBODY, clock),
      channels: createChannels(NOBODY),
      workspace,
    };
    const run = runDueJob(async () => deps, jobs)(payload, given);
    if (isKilled) await run.catch(() => undefined);
    else {
      await run;
      await ask(database, 'select graphile_worker_runs.complete_jobs(array[$1::bigint])', [id]);
    }
  }
};

const addNewcomer = (id: string): Promise<unknown> =>
  ask(
    database,
    `insert into person (workspace_id, id, email, name, created_at)
     values ($1, gen_random_uuid(), 'new@city.example', '新人', now())`,
    [id],
  );

test('one look claims what is due for every workspace by its own settings, in the order of the jobs, once', async () => {
  const ids = idsOf(4);
  const [plain = '', newcomer = '', late = '', closed = ''] = ids;
  await prepare([...ids, 'T0ELSEWHERE']);
  await addNewcomer(newcomer);
  const open = `insert into settings (workspace_id, contact, morning_at) values ($1, '事務局', '10:00')`;
  await ask(database, open, [late]);
  await ask(database, `insert into closing_day (workspace_id, day) values ($1, '2026-11-24')`, [closed]);
  await Promise.all([look(ids), look(ids), look(ids)]);
  const due = [
    `${plain} remind check-people`,
    `${newcomer} connect-people remind check-people`,
    `${late} check-people`,
    `${closed} check-people`,
  ];
  expect([...(await queued())].sort()).toEqual(due);
  await work();
  expect(ran.filter((each) => each.startsWith(newcomer))).toEqual(
    ['connect-people', 'remind', 'check-people'].map((name) => `${newcomer} ${name}`),
  );
  // At 10:00 the last one's morning has come, and the newcomer is still to be looked for.
  clock.set('2026-11-24T10:00:00+09:00');
  await look(ids);
  expect(await queued()).toEqual([`${newcomer} connect-people`, `${late} remind`]);
});

test.each([
  ['nothing is due', '2026-11-24T05:00:00+09:00', 0, 4],
  ['everything is due', NINE, 1, 5],
])(
  'a look when %s takes as many statements for 50 workspaces as for 2',
  async (_what, now, jobsEach, statements) => {
    const ids = idsOf(50);
    await prepare(ids);
    clock.set(now);
    const two = await statementsDuring(() => look(ids.slice(0, 2)));
    expect(await queued()).toHaveLength(2 * jobsEach);
    const fifty = await statementsDuring(() => look(ids));
    expect(await queued()).toHaveLength(50 * jobsEach);
    expect([fifty.length, two.length]).toEqual([statements, statements]);
  },
);

test('killed in the middle, the run is done again at once, what was finished is not, and each is told of once', async () => {
  const [id = ''] = idsOf(1);
  await prepare([id]);
  await look([id]);
  /** Its first run never comes to its end: the record goes away under it, so that nothing of it can be noted. */
  const killedAt = (name: string) =>
    NOTED.map((job) =>
      job.name === name ? { ...job, run: () => new Promise<never>(() => undefined) } : job,
    );
  void work({ isKilled: true, jobs: killedAt('check-people') });
  await expect.poll(() => ran).toEqual([`${id} remind`]);
  const finished = () =>
    ask(database, 'select name from job_slot where finished_at is not null order by name');
  await expect.poll(finished).toEqual([{ name: 'remind' }]);
  await work();
  expect(ran).toEqual([`${id} remind`, `${id} check-people`]);
  expect(await finished()).toEqual([{ name: 'check-people' }, { name: 'remind' }]);
  expect(await ask(database, `select count(*)::int as told from delivery where kind = 'job-report'`)).toEqual(
    [{ told: 2 }],
  );
});

test('killed between the end of a run and its report, the report is made up for', async () => {
  const [id = ''] = idsOf(1);
  await prepare([id]);
  await look(
    [id],
    NOTED.filter(({ name }) => name === 'remind'),
  );
  await database.db.record(id).jobSlots.finish('remind', new Date(NINE), clock.now(), { messages: 7 });
  await work();
  expect(ran).toEqual([]);
  expect(await ask(database, 'select key from delivery')).toEqual([
    { key: 'job-report:remind 2026-11-24T00:00:00.000Z' },
  ]);
});

test('a morning whose turn comes when it is over is not made up for; the next one is another', async () => {
  const [id = ''] = idsOf(1);
  await prepare([id]);
  const remind = NOTED.filter(({ name }) => name === 'remind');
  await look([id], remind);
  clock.set('2026-11-25T09:00:00+09:00');
  await look([id], remind);
  await work();
  expect(ran).toEqual([`${id} remind`]);
  expect(await ask(database, 'select slot from job_slot')).toEqual([
    { slot: new Date('2026-11-25T00:00:00Z') },
  ]);
});

test('what is looked for every minute and had to wait runs once, for all its minutes', async () => {
  const [id = ''] = idsOf(1);
  await prepare([id]);
  await addNewcomer(id);
  const connect = NOTED.filter(({ name }) => name === 'connect-people').map((job) => ({
    ...job,
    run: async (...given: Parameters<Job['run']>) => {
      await ask(database, 'update person set sought_at = now()');
      return job.run(...given);
    },
  }));
  for (const minute of ['09:00', '09:01', '09:02']) {
    clock.set(`2026-11-24T${minute}:30+09:00`);
    await look([id], connect);
  }
  expect(await queued()).toHaveLength(3);
  await work({ jobs: connect });
  expect(ran).toEqual([`${id} connect-people`]);
  expect(await ask(database, 'select from job_slot where finished_at is null')).toEqual([]);
});

test('a workspace that is set aside keeps what was due for it, and others go on', async () => {
  const [aside = '', served = ''] = idsOf(2);
  await prepare([aside, served]);
  await look([served]);
  expect(await queued()).toEqual([`${served} remind check-people`]);
  await runDueJob(async () => undefined)(
    { workspaceId: aside, runs: [{ name: 'remind', slot: NINE }] },
    alone(),
  );
  expect([ran, log.lines]).toEqual([[], []]);
});

test('while a run of a workspace is under way, another waits in the queue; those of others do not', async () => {
  const [busy = '', free = ''] = idsOf(2);
  await prepare([busy, free]);
  await look([busy, free]);
  const given = {
    ...alone(),
    claim: async (name: string) => (name.endsWith(busy) ? undefined : async () => undefined),
  };
  await work({ given });
  expect(ran).toEqual([`${free} remind`, `${free} check-people`]);
  expect(await queued()).toEqual([`${busy} remind check-people`]);
  expect(
    await ask(database, 'select run_at > now() as later from graphile_worker_runs._private_jobs'),
  ).toEqual([{ later: true }]);
  await work();
  expect(ran.slice(2)).toEqual([`${busy} remind`, `${busy} check-people`]);
});
