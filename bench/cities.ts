import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { bundled } from '../src/cli/bundle.mjs';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { createLog, openRecord } from '../src/deps.ts';
import { createTokenSeal } from '../src/oauth/token-seal.ts';
import { NODE_WORDS } from '../tests/support/program.ts';
import type { Tally, Typing } from './bare-slack.ts';
import { fillCities, MORNING, PROMOTERS, SECRETARY } from './many-cities.ts';
import { mostMemoryOf, processorOf, processorOfServer } from './processor.ts';
import { quantile } from './quantile.ts';

/**
 * The morning of 1,741 cities with 112 promoters each, on the embedded PostgreSQL and by two processes of the bot: what planning and
 * sending one city's morning costs beside what it costs with 17; how much memory a process takes; and how long a command of any city
 * takes meanwhile. `--cities 170` takes fewer, `--sending 300` watches so many seconds of sending at most; `--json` prints JSON.
 */

const { values: given } = parseArgs({
  options: {
    cities: { type: 'string', default: '1741' },
    few: { type: 'string', default: '17' },
    sending: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
  },
});
const PROCESSES = 2;
/** Commands of all cities together. */
const COMMAND_EVERY_MS = 200;
/** How long commands are typed, while messages are sent. */
const COMMANDS_MS = 30_000;
/** The bots are up so long before the hour. */
const BEFORE_MS = 30_000;
const LOOK_MS = 500;
const SIGNING_SECRET = 'cities-signing-secret';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

type Started = { readonly child: ChildProcess; readonly url: string; readonly pid: number };

/** A program of the bench in a process of its own, which prints where it is reached. */
const start = async (file: string, ...words: readonly string[]): Promise<Started> => {
  const child = spawn(process.execPath, [...NODE_WORDS, await bundled(`bench/${file}`), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('http://')) resolve(line);
    });
    child.once('exit', () => reject(new Error(`${file} has ended`)));
  });
  return { child, url, pid: child.pid ?? 0 };
};

const stop = async ({ child }: Started): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};

/** What a stretch of a morning took: the bots' time on a processor and PostgreSQL's, in milliseconds. */
type Stretch = {
  readonly bots: number;
  readonly postgres: number;
  readonly ms: number;
  readonly sent: number;
};

/** What a morning took with so many cities. */
export type Morning = {
  readonly cities: number;
  /** Until every city's morning was planned; some messages have left by then. */
  readonly planning: Stretch;
  /** From then on, while nobody types. */
  readonly sending: Stretch;
  /** Messages that were planned. */
  readonly planned: number;
  /** Megabytes at most, by process. */
  readonly memory: readonly number[];
  /** Milliseconds from a command to its form, while messages are sent. */
  readonly commands: {
    readonly count: number;
    readonly lost: number;
    readonly median: number;
    readonly late: number;
  };
  /** Processes that wanted a processor, beside those of the bench: what else the machine did. */
  readonly load: number;
};

const morningOf = async (cities: number, sendingMs: number): Promise<Morning> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kyodo-cities-'));
  const embedded = await openEmbedded(dataDir, { log: () => undefined });
  const { host, port, user, database } = embedded.connection;
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const record = await openRecord({ databaseUrl: url, dataDir }, createLog('silent'));
  const client = new pg.Client(embedded.connection);
  await client.connect();
  const running: Started[] = [];
  try {
    const key = randomBytes(32);
    const teams = await fillCities(record.db, client, createTokenSeal(key), cities);
    const slack = await start('bare-slack.ts');
    running.push(slack);
    const ask = async (room: string, body?: unknown): Promise<string> =>
      (await fetch(`${slack.url}/${room}`, { method: 'POST', body: JSON.stringify(body ?? null) })).text();
    const tally = async (): Promise<Tally> => JSON.parse(await ask('tally'));

    const config = JSON.stringify({
      SLACK_CLIENT_ID: '1.1',
      SLACK_CLIENT_SECRET: 'cities-client-secret',
      SLACK_STATE_SECRET: 'cities-state-secret',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      TOKEN_KEY: key.toString('base64'),
      SLACK_API_URL: `${slack.url}/api/`,
      DATABASE_URL: url,
      PORT: '0',
      LOG_LEVEL: 'error',
    });
    const nine = Date.now() + BEFORE_MS;
    const ahead = String(MORNING.getTime() - nine);
    const bots = await Promise.all(
      Array.from({ length: PROCESSES }, () => start('shifted-bot.ts', ahead, config)),
    );
    running.push(...bots);
    if (Date.now() > nine) throw new Error('the bots were not up in time');

    const count = async (query: string): Promise<number> =>
      Number((await client.query(`select count(*) ${query}`)).rows[0]?.count);
    const planned = () => count(`from job_slot where name = 'remind' and finished_at is not null`);
    const now = async () => ({
      bots: bots.reduce((sum, { pid }) => sum + processorOf(pid), 0),
      postgres: processorOfServer(embedded.pid),
      ms: performance.now(),
      sent: (await tally()).posted,
    });
    /** Until `isOver`, from what was before. */
    const stretch = async (isOver: (sinceMs: number) => Promise<boolean>): Promise<Stretch> => {
      const before = await now();
      while (!(await isOver(performance.now() - before.ms))) await pause(LOOK_MS);
      const after = await now();
      return {
        bots: after.bots - before.bots,
        postgres: after.postgres - before.postgres,
        ms: after.ms - before.ms,
        sent: after.sent - before.sent,
      };
    };
    await pause(nine - Date.now());
    const planning = await stretch(async () => (await planned()) === cities);
    say(`${cities} cities: planned after ${(planning.ms / 1000).toFixed(1)} s`);
    // All of them counted, twice a second, would be a cost of its own.
    const isOut = async () =>
      (await client.query(`select from graphile_worker._private_jobs limit 1`)).rowCount === 0;
    const sending = await stretch(async (sinceMs) => sinceMs >= sendingMs || (await isOut()));
    const typing: Typing = {
      everyMs: COMMAND_EVERY_MS,
      urls: bots.map((bot) => bot.url),
      signingSecret: SIGNING_SECRET,
      teams,
      person: SECRETARY,
    };
    await ask('typing', typing);
    await pause(COMMANDS_MS);
    await ask('typing');
    await pause(LOOK_MS);
    const { opened, open } = await tally();
    return {
      cities,
      planning,
      sending,
      planned: await count(`from delivery`),
      memory: bots.map(({ pid }) => Math.round(mostMemoryOf(pid))),
      commands: {
        count: opened.length,
        lost: open,
        median: Math.round(quantile(opened, 0.5)),
        late: Math.round(quantile(opened, 0.99)),
      },
      load: loadavg()[0] ?? 0,
    };
  } finally {
    for (const each of running.toReversed()) await stop(each);
    await client.end();
    await record.close();
    await embedded.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const processorIn = ({ bots, postgres }: Stretch): number => bots + postgres;

/** What one city's whole morning costs, in milliseconds of a processor: planning it, and sending a message to each promoter. */
const costOf = ({ cities, planning, sending }: Morning): number => {
  const aMessage = processorIn(sending) / sending.sent;
  const planned = (processorIn(planning) - planning.sent * aMessage) / cities;
  return planned + PROMOTERS * aMessage;
};

const report = (morning: Morning): void => {
  const { cities, planned, planning, sending, memory, commands, load } = morning;
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  say(
    [
      `${cities} cities, ${planned} messages, load of the machine ${load.toFixed(1)}:`,
      `  a city's morning: ${costOf(morning).toFixed(0)} ms of a processor`,
      `  planning all: ${seconds(planning.ms)} s, processor ${seconds(planning.bots)} s of the bots, ${seconds(planning.postgres)} s of PostgreSQL; ${planning.sent} messages left meanwhile`,
      `  sending: ${sending.sent} messages in ${seconds(sending.ms)} s, each ${(processorIn(sending) / sending.sent).toFixed(1)} ms of a processor (PostgreSQL ${(sending.postgres / sending.sent).toFixed(1)})`,
      `  memory at most: ${memory.join(' and ')} MB`,
      `  ${commands.count} commands meanwhile, ${commands.lost} without a form: median ${commands.median} ms, 99th percentile ${commands.late} ms`,
    ].join('\n'),
  );
};

const sendingMs = Number(given.sending) * 1000;
const few = await morningOf(Number(given.few), sendingMs);
report(few);
const many = await morningOf(Number(given.cities), sendingMs);
report(many);
const ratio = costOf(many) / costOf(few);
say(`a city's morning costs ${ratio.toFixed(2)} of what it costs with ${few.cities}`);
if (given.json) process.stdout.write(`${JSON.stringify({ few, many, ratio })}\n`);
const fails = [
  ...(ratio <= 1.2 ? [] : [`a city costs more than 1.2 of what it costs with ${few.cities}`]),
  ...(Math.max(...many.memory) < 600 ? [] : ['a process takes 600 MB or more']),
  ...(many.commands.late < 500 ? [] : ['commands take 500 ms or more at the 99th percentile']),
];
for (const fail of fails) say(fail);
process.exitCode = fails.length === 0 ? 0 : 1;
