import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect, promisify } from 'node:util';
import { LogLevel, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import pg from 'pg';
import { z } from 'zod';
import { bundled } from '../src/cli/bundle.mjs';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { createLog, openRecord } from '../src/deps.ts';
import { createRates } from '../src/sandbox/rates.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { quantile } from './quantile.ts';
import { fillCity, SECRETARY } from './reminders-city.ts';
import { printResults, type Result } from './results.ts';

/**
 * The morning of 10,000 promoters who owe three answers each: how long planning it takes and in how much memory; how near the
 * sending comes to the pace that Slack's limits allow, beside a bare loop that does nothing but call the Web API; and how long
 * commands take meanwhile. Ends with 1 when one of the bounds is missed; `npm run bench:reminders -- --json` prints the figures alone.
 */

const PROMOTERS = 10_000;
/** A bare loop takes all of a minute's allowance at once and then waits: just before its third the two are alike. */
const SENDING_MS = 118_000;
/** What planning may keep in memory beside the program itself; left alone, Node lets garbage pile up where there is room. */
const HEAP_MEGABYTES = 180;
const COMMAND_EVERY_MS = 400;
/** While the morning is planned there is little time to ask. */
const COMMAND_EVERY_MS_MEANWHILE = 50;
/** The bot has been there for a while by then, as on any morning: its code is translated. */
const UP_BEFORE_MS = 60_000;
const MORNING = new Date('2026-12-09T09:00:00+09:00');

/** The first commands of a process are of no account. */
const WARM_UP = 20;

const isJson = process.argv.includes('--json');
const personId = (index: number): string => `U0P${index + 1}`;
const promoters = Array.from({ length: PROMOTERS }, (_, index) => ({
  id: personId(index),
  real_name: `協働 ${index + 1}`,
}));
const people = [{ id: SECRETARY, real_name: '事務 局子', email: 'jimukyoku@city.example' }, ...promoters];

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

/** By a clock that stands so many milliseconds ahead of the machine's. */
const startBot = async (slack: Sandbox, databaseUrl: string, ahead: number): Promise<ChildProcess> => {
  const config = JSON.stringify({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: databaseUrl,
    SECRETARIAT: SECRETARY,
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  const child = spawn(process.execPath, [await bundled('bench/shifted-bot.ts'), String(ahead), config], {
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

/** One command: the machine's moments in milliseconds at which Slack sent it and had its answer. */
type Asked = { readonly at: number; readonly answeredAt: number };

const lasted = ({ at, answeredAt }: Asked): number => answeredAt - at;

/** Commands one after the other until it `isOver`. */
const commandsUntil = async (
  slack: Sandbox,
  everyMs: number,
  isOver: () => Promise<boolean>,
): Promise<readonly Asked[]> => {
  const secretary = slack.person(SECRETARY);
  const asked: Asked[] = [];
  while (!(await isOver())) {
    const at = performance.timeOrigin + performance.now();
    await secretary.command('/kyodo-training', '一覧');
    await secretary.nextAnswer();
    asked.push({ at, answeredAt: performance.timeOrigin + performance.now() });
    await pause(everyMs);
  }
  return asked;
};

const inOrder = (asked: readonly Asked[]): readonly number[] =>
  asked.map(lasted).toSorted((one, other) => one - other);

const Planned = z.object({
  ms: z.number(),
  longestMs: z.number(),
  megabytes: z.number(),
  messages: z.number(),
});

const dataDir = mkdtempSync(path.join(tmpdir(), 'kyodo-reminders-'));
const embedded = await openEmbedded(dataDir, { log: () => undefined });
const { host, port, user, database } = embedded.connection;
const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
const record = await openRecord({ databaseUrl: url, dataDir }, createLog('silent'));
const { db } = record;
const client = new pg.Client(embedded.connection);
await client.connect();
const slack = await startSlack();
let bot: ChildProcess | undefined;
try {
  const workspaceId = slack.team.id;
  await fillCity(db, client, workspaceId, promoters);
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${HEAP_MEGABYTES}`,
    await bundled('bench/plan-morning.ts'),
    JSON.stringify(embedded.connection),
    workspaceId,
    MORNING.toISOString(),
  ]);
  const planned = Planned.parse(JSON.parse(stdout));
  // The bot plans it once more, in its own time.
  await client.query('delete from graphile_worker._private_jobs');
  await client.query('delete from delivery');

  const bare = await bareLoop(SENDING_MS);
  const ahead = MORNING.getTime() - UP_BEFORE_MS - Date.now();
  bot = await startBot(slack, url, ahead);
  const count = async (query: string): Promise<number> => Number((await client.query(query)).rows[0]?.count);
  const sentSoFar = () => count(`select count(*) from delivery where state = 'sent'`);
  const untilPlanned = await commandsUntil(
    slack,
    COMMAND_EVERY_MS_MEANWHILE,
    async () =>
      (await count(`select count(*) from job_slot where name = 'remind' and finished_at is not null`)) > 0,
  );
  const { rows } = await client.query(`select claimed_at, finished_at from job_slot where name = 'remind'`);
  const run = z.object({ claimed_at: z.date(), finished_at: z.date() }).parse(rows[0]);
  const [from, until] = [run.claimed_at.getTime() - ahead, run.finished_at.getTime() - ahead];
  const meanwhile = inOrder(untilPlanned.filter(({ at, answeredAt }) => at < until && from < answeredAt));
  const before = inOrder(untilPlanned.filter(({ answeredAt }) => answeredAt < from).slice(WARM_UP));
  const [begun, sentBefore] = [performance.now(), await sentSoFar()];
  const sending = inOrder(
    await commandsUntil(slack, COMMAND_EVERY_MS, async () => performance.now() - begun >= SENDING_MS),
  );
  const sent = (await sentSoFar()) - sentBefore;
  const spread = (took: readonly number[]) => ({
    commands: took.length,
    median: Math.round(quantile(took, 0.5)),
    late: Math.round(quantile(took, 0.99)),
    slowest: Math.round(quantile(took, 1)),
  });
  const figures = {
    load: loadavg().map((load) => Math.round(load * 10) / 10),
    planned,
    run: { seconds: (until - from) / 1000 },
    sent: { messages: sent, bare, limit: Math.round((300 * SENDING_MS) / 60_000) },
    commands: { before: spread(before), meanwhile: spread(meanwhile), sending: spread(sending) },
  };
  const NO_MOST = Number.POSITIVE_INFINITY;
  const results = [
    { what: 'people who would be told', is: planned.messages, bound: [PROMOTERS, PROMOTERS] },
    { what: 'milliseconds that planning takes', is: Math.round(planned.ms), bound: [0, 5000] },
    { what: 'megabytes that planning takes', is: Math.round(planned.megabytes), bound: [0, 300] },
    {
      what: 'messages sent, times a bare loop',
      is: Math.round((100 * sent) / bare) / 100,
      bound: [0.9, NO_MOST],
    },
    {
      what: 'milliseconds within which 99 of 100 commands are answered while messages go out',
      is: spread(sending).late,
      bound: [0, 500],
    },
    { what: 'commands answered while the morning is planned', is: meanwhile.length, bound: [5, NO_MOST] },
    {
      what: 'milliseconds that the slowest command takes while the morning is planned',
      is: spread(meanwhile).slowest,
      bound: [0, 300],
    },
  ] satisfies readonly Result[];
  if (!isJson) process.stdout.write(`${inspect(figures, { depth: 4, breakLength: 120 })}\n`);
  process.exitCode = printResults(results, figures) ? 0 : 1;
} finally {
  if (bot !== undefined) {
    const ended = once(bot, 'exit');
    bot.kill('SIGTERM');
    await ended;
  }
  await client.end();
  await slack.stop();
  await record.close();
  await embedded.release();
  rmSync(dataDir, { recursive: true, force: true });
}
