import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { LogLevel, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import pg from 'pg';
import { z } from 'zod';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { createLog, openRecord } from '../src/deps.ts';
import { trusted } from '../src/domain/actor.ts';
import { localDate } from '../src/domain/calendar/local-date.ts';
import { succeed } from '../src/domain/result.ts';
import { createRates } from '../src/sandbox/rates.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { prepareWorkspace } from '../src/services/settings/prepare-workspace.ts';
import { putInquiry } from '../tests/support/asked-inquiries.ts';
import { putRoster } from '../tests/support/promoters.ts';
import { quantile } from './quantile.ts';

/**
 * The morning of 10,000 promoters who owe three answers each: how long planning it takes and in how much memory; how near the
 * sending comes to the pace that Slack's limits allow, beside a bare loop that does nothing but call the Web API; and how long
 * commands take meanwhile.
 */

const PROMOTERS = 10_000;
const INQUIRIES = 3;
/** The training of the year that the command lists, and who came to each. */
const SESSIONS = 20;
const CAME = 1000;
/** A bare loop takes all of a minute's allowance at once and then waits: just before its third the two are alike. */
const SENDING_MS = 118_000;
/** What planning may keep in memory beside the program itself; left alone, Node lets garbage pile up where there is room. */
const HEAP_MEGABYTES = 180;
const COMMAND_EVERY_MS = 400;
/** Slack shows an error then. */
const SLACK_WAITS_MS = 3000;
const MORNING = new Date('2026-12-09T09:00:00+09:00');
const ASKED = new Date('2026-11-20T09:00:00+09:00');
const SECRETARY = 'U0SECRETARY';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const NODE = ['--import', import.meta.resolve('tsx')];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const personId = (index: number): string => `U0P${index + 1}`;
const people = [
  { id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' },
  ...Array.from({ length: PROMOTERS }, (_, index) => ({
    id: personId(index),
    real_name: `協働 ${index + 1}`,
  })),
];

const startSlack = (): Promise<Sandbox> =>
  startSandbox({ people, rates: createRates(() => performance.now()), patience: 30_000 });

/** How many messages a loop that does nothing else gets through in `ms`, as fast as Slack lets it. */
const bareLoop = async (ms: number): Promise<number> => {
  const slack = await startSlack();
  const client = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
  const begun = performance.now();
  let sent = 0;
  while (performance.now() - begun < ms) {
    try {
      await client.chat.postMessage({ channel: personId(sent), text: '回答・確認のお願い' });
      sent += 1;
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError)) throw error;
      await pause(error.retryAfter * 1000);
    }
  }
  await slack.stop();
  return sent;
};

const startBot = async (slack: Sandbox, databaseUrl: string): Promise<ChildProcess> => {
  const config = JSON.stringify({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: databaseUrl,
    SECRETARIAT: SECRETARY,
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  const ahead = MORNING.getTime() - Date.now();
  const child = spawn(process.execPath, [...NODE, here('shifted-bot.ts'), String(ahead), config], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('http://')) resolve(line);
    });
  });
  slack.connectHttp({ url });
  return child;
};

/** Commands one after the other until it `isOver`; how long each took from Slack's request to the answer, in milliseconds. */
const commandsUntil = async (slack: Sandbox, isOver: () => Promise<boolean>): Promise<readonly number[]> => {
  const secretary = slack.person(SECRETARY);
  const took: number[] = [];
  while (!(await isOver())) {
    const asked = performance.now();
    await secretary.command('/kyodo-training', '一覧');
    await secretary.nextAnswer();
    took.push(performance.now() - asked);
    await pause(COMMAND_EVERY_MS);
  }
  return took.toSorted((one, other) => one - other);
};

const Planned = z.object({ ms: z.number(), megabytes: z.number(), messages: z.number() });

const dataDir = mkdtempSync(path.join(tmpdir(), 'kyodo-reminders-'));
const embedded = await openEmbedded(dataDir, { log: () => undefined });
const { host, port, user, database } = embedded.connection;
const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
const record = await openRecord({ databaseUrl: url, dataDir }, createLog('silent'));
const { db } = record;
const slack = await startSlack();
let bot: ChildProcess | undefined;
try {
  const workspaceId = slack.team.id;
  const clock = { now: () => ASKED };
  await prepareWorkspace({ clock, db }, workspaceId);
  const lines = people.slice(1).map(({ id, real_name: name }, index) => ({
    department: `第${Math.floor(index / 100) + 1}部`,
    section: `第${index + 1}課`,
    name,
    slackId: id,
  }));
  await putRoster(db, workspaceId, lines, ASKED);
  for (let number = 1; number <= INQUIRIES; number += 1) {
    const id = await putInquiry(db, workspaceId, ASKED, {
      title: `調査${number}`,
      audience: 'everyone',
      dueOn: localDate('2026-12-10'),
    });
    // Asked on 20 November: this morning is a reminder, one working day before.
    await db.act(
      { actor: trusted(workspaceId, 'cli:bench', 'cli'), action: 'tell', at: ASKED, withinMs: 60_000 },
      async ({ inquiryTargets }) => {
        const asked = await inquiryTargets.ofInquiry(id);
        const told = asked.map(({ inquiryId, sectionId, role }, index) => ({
          inquiryId,
          sectionId,
          role,
          slackId: lines[index]?.slackId ?? '',
        }));
        await inquiryTargets.tell(told, localDate('2026-11-20'));
        return succeed(null);
      },
    );
  }
  // Whoever was told is whoever holds the section: the order of rows is another than that of the roster.
  const client = new pg.Client(embedded.connection);
  await client.connect();
  await client.query(
    `update inquiry_told t set slack_id = p.slack_id from appointment a join person p on p.id = a.person_id
     where a.section_id = t.section_id`,
  );

  await client.query(
    `insert into training_session (workspace_id, id, other_name, fiscal_year, way, precision, held_on, recorded_by, recorded_at, confirmed_at, held_confirmed_at)
     select $1, gen_random_uuid(), '研修' || n, 2026, 'onsite', 'day', date '2026-05-01' + n, $2, $3, $3, $3 from generate_series(1, $4::int) n`,
    [workspaceId, SECRETARY, ASKED, SESSIONS],
  );
  await client.query(
    `insert into attendance (workspace_id, session_id, person_id, state, updated_at)
     select $1, session.id, came.id, 'present', $2 from training_session session,
       lateral (select id from person where workspace_id = $1 and id <> session.id order by md5(id::text || session.id) limit $3) came`,
    [workspaceId, ASKED, CAME],
  );
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${HEAP_MEGABYTES}`,
    ...NODE,
    here('plan-morning.ts'),
    JSON.stringify(embedded.connection),
    workspaceId,
    MORNING.toISOString(),
  ]);
  const planned = Planned.parse(JSON.parse(stdout));
  say(
    `planning ${planned.messages} messages of ${INQUIRIES} lines: ${(planned.ms / 1000).toFixed(2)} s, ` +
      `${Math.round(planned.megabytes)} MB at most in its process, whose heap may have ${HEAP_MEGABYTES} MB`,
  );

  const bare = await bareLoop(SENDING_MS);
  bot = await startBot(slack, url);
  const count = async (query: string): Promise<number> => Number((await client.query(query)).rows[0]?.count);
  const sentSoFar = () => count(`select count(*) from delivery where state = 'sent'`);
  const whilePlanning = await commandsUntil(
    slack,
    async () =>
      (await count(`select count(*) from job_slot where name = 'remind' and finished_at is not null`)) > 0,
  );
  const [begun, before] = [performance.now(), await sentSoFar()];
  const took = await commandsUntil(slack, async () => performance.now() - begun >= SENDING_MS);
  const sent = (await sentSoFar()) - before;
  say(
    `sending for ${SENDING_MS / 1000} s: ${sent} messages, a bare loop ${bare}, Slack's limit ${Math.round((300 * SENDING_MS) / 60_000)} and a burst; ` +
      `${(sent / bare).toFixed(2)} of the bare loop`,
  );
  say(
    `${took.length} commands meanwhile: median ${Math.round(quantile(took, 0.5))} ms, 99th percentile ${Math.round(quantile(took, 0.99))} ms; ` +
      `${whilePlanning.length} while the bot started and planned: ${Math.round(quantile(whilePlanning, 1))} ms at most`,
  );
  await client.end();
  const fails = [
    ...(planned.messages === PROMOTERS ? [] : ['not everybody would be told']),
    ...(planned.ms < 5000 ? [] : ['planning takes 5 s or more']),
    ...(planned.megabytes < 300 ? [] : ['planning takes 300 MB or more']),
    ...(sent / bare >= 0.9 ? [] : ['sending is slower than 90 % of the bare loop']),
    ...(quantile(took, 0.99) < 500 ? [] : ['commands take 500 ms or more at the 99th percentile']),
    ...(quantile(whilePlanning, 1) < SLACK_WAITS_MS
      ? []
      : ['a command takes 3 s or more while the morning is planned']),
  ];
  for (const fail of fails) say(fail);
  process.exitCode = fails.length === 0 ? 0 : 1;
} finally {
  if (bot !== undefined) {
    const ended = once(bot, 'exit');
    bot.kill('SIGTERM');
    await ended;
  }
  await slack.stop();
  await record.close();
  await embedded.release();
  rmSync(dataDir, { recursive: true, force: true });
}
