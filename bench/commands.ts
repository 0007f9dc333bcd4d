import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { COMMANDS } from '../src/handlers/features.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { killBotProcesses, startBotProcess } from '../tests/support/bot-process.ts';
import { createTurns, type Load, type Pair, startBare, type Target, type Turn } from './command-turns.ts';
import { openPlainInserts } from './plain-inserts.ts';
import { quantile } from './quantile.ts';
import { printResults, type Result } from './results.ts';

/**
 * What people wait for, with 1, 8 and 32 of them at once: from a command until Slack has heard of its form, from submitting it until
 * that is acknowledged, and how many such pairs come through in a second. The real bot, a Bolt app that opens the same form and
 * acknowledges, and one that writes the same rows with `pg` before it does, each in a process of its own, take turns in one run.
 * After the bot's turns it waits until every message and every Home tab is out. Ends with 1 when one of the bounds is missed.
 * `npm run bench:commands`; `-- --json` prints the figures alone, `-- --silent` has the bot write no log.
 */

type Level = Load & { readonly turns: number };
const LEVELS: readonly Level[] = [
  // Alone: Slack takes a message each fifth of a second, and a second for one person; what came of the pair before is out by then.
  { atOnce: 1, pairs: 20, turns: 4, restMs: 300, among: 4 },
  { atOnce: 8, pairs: 6, turns: 3, restMs: 0, among: 32 },
  { atOnce: 32, pairs: 4, turns: 3, restMs: 0, among: 32 },
];
/** The first turn of a process is of no account: its code is still being translated. */
const WARM_UP: Level = { atOnce: 8, pairs: 12, turns: 1, restMs: 0, among: 32 };

/** With one at a time unless told, and beside a bare Bolt app in the same run. */
const BOUNDS = {
  /** A submit's acknowledgement, beside one that writes the rows. */
  acknowledged: 1.5,
  /** A command's form. */
  opened: 1.25,
  /** Pairs a second with 32 at once, beside one that writes the rows. */
  pairs: 0.5,
  /** Milliseconds within which 99 of 100 submits are acknowledged, with 32 at once. */
  late: 500,
};

type Spread = { readonly median: number; readonly late: number };
type Figures = Pick<Turn, 'lost' | 'processor' | 'allOutAfter' | 'notOut'> & {
  readonly atOnce: number;
  readonly name: Target['name'];
  readonly opened: Spread;
  readonly acknowledged: Spread;
  readonly pairsPerSecond: number;
};

const isJson = process.argv.includes('--json');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const tenths = (value: number): number => Math.round(value * 10) / 10;

const everybody = Array.from({ length: 32 }, (_, index) => `U0P${index + 1}`);
const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-bench-'));
const slack = await startSandbox({
  people: everybody.map((id, index) => ({ id, real_name: `事務 ${index + 1}` })),
  commands: COMMANDS,
  ackPatience: 30_000,
});
const { botToken, signingSecret, apiUrl } = slack;
process.once('exit', killBotProcesses);
const bot = startBotProcess({
  SLACK_BOT_TOKEN: botToken,
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_API_URL: apiUrl,
  // By id: nobody's address is asked for, as where 設定 was saved.
  SECRETARIAT: everybody.join(','),
  LOG_LEVEL: process.argv.includes('--silent') ? 'silent' : 'info',
  DATA_DIR: directory,
  PORT: '0',
});
const botUrl = await bot.url;
const embedded = await openEmbedded(directory);
const database = new pg.Pool(embedded.connection);
const inserts = openPlainInserts(embedded.connection);

// What the bare apps open is what the bot has opened.
slack.connectHttp({ url: botUrl });
for (const id of everybody) {
  await slack.person(id).openHome();
  await slack.person(id).homeUntil(() => true);
}
const form = await (await slack.person('U0P1').command('/kyodo-meeting')).opened();
await form.close();
const opening = slack.calls.findLast(({ method }) => method === 'views.open');
const view = z.record(z.string(), z.unknown()).parse(JSON.parse(String(opening?.args.view)));
const bolt = await startBare({ signingSecret, botToken, slackApiUrl: apiUrl, view });
const rows = await startBare({
  signingSecret,
  botToken,
  slackApiUrl: apiUrl,
  view,
  connection: embedded.connection,
});

const targets: readonly Target[] = [
  { name: 'bot', url: botUrl, pid: bot.pid },
  { name: 'bolt', url: bolt.url, pid: bolt.pid },
  { name: 'rows', url: rows.url, pid: rows.pid },
];
const turns = createTurns(slack, everybody);

const figuresOf = (atOnce: number, name: Target['name'], taken: readonly Turn[]): Figures => {
  const pairs = taken.flatMap((turn) => turn.pairs);
  const spread = (part: keyof Pair): Spread => {
    const values = pairs.map((pair) => pair[part]);
    return { median: tenths(quantile(values, 0.5)), late: tenths(quantile(values, 0.99)) };
  };
  const sum = (part: 'ms' | 'lost' | 'processor' | 'notOut'): number =>
    taken.reduce((all, turn) => all + turn[part], 0);
  return {
    atOnce,
    name,
    opened: spread('opened'),
    acknowledged: spread('acknowledged'),
    pairsPerSecond: tenths((pairs.length / sum('ms')) * 1000),
    lost: sum('lost'),
    processor: tenths(sum('processor') / pairs.length),
    allOutAfter: Math.round(Math.max(...taken.map((turn) => turn.allOutAfter))),
    notOut: sum('notOut'),
  };
};

const measure = async (level: Level): Promise<readonly Figures[]> => {
  const taken = targets.map((target) => ({ target, own: [] as Turn[] }));
  for (let turn = 0; turn < level.turns; turn += 1)
    for (const { target, own } of taken) {
      own.push(await turns.take(target, level));
      // The next begins as this one did.
      await database.query('update meeting set cancelled_at = now() where cancelled_at is null');
      await inserts.clear();
    }
  return taken.map(({ target, own }) => figuresOf(level.atOnce, target.name, own));
};

const CALLED: Readonly<Record<Target['name'], string>> = {
  bot: 'the bot',
  bolt: 'bare Bolt',
  rows: 'bare Bolt, rows by pg',
};
const spreadText = ({ median, late }: Spread): string =>
  `${median.toFixed(1).padStart(6)} ms (99 %: ${late.toFixed(1).padStart(6)})`;
const lineOf = ({ atOnce, name, opened, acknowledged, ...rest }: Figures): string =>
  [
    `${String(atOnce).padStart(2)} at once, ${CALLED[name].padEnd(22)}`,
    `form after ${spreadText(opened)}`,
    `acknowledged after ${spreadText(acknowledged)}`,
    ...(atOnce === 1 ? [] : [`${rest.pairsPerSecond.toFixed(1).padStart(5)} pairs/s`]),
    `processor ${rest.processor.toFixed(1).padStart(5)} ms each`,
    ...(rest.lost === 0 ? [] : [`${rest.lost} commands without a form`]),
    ...(name === 'bot' ? [`all out after ${rest.allOutAfter} ms`] : []),
    ...(rest.notOut === 0 ? [] : [`${rest.notOut} never`]),
  ].join('  ');

await measure(WARM_UP);
const figures: Figures[] = [];
for (const level of LEVELS)
  for (const one of await measure(level)) {
    figures.push(one);
    if (!isJson) say(lineOf(one));
  }

const at = (atOnce: number, name: Target['name']): Figures => {
  const found = figures.find((one) => one.atOnce === atOnce && one.name === name);
  if (found === undefined) throw new Error(`not measured: ${name}, ${atOnce} at once`);
  return found;
};
const times = (one: number, other: number): number => Math.round((one / other) * 100) / 100;
const sumOf = (part: 'lost' | 'notOut'): number =>
  figures.reduce((sum, one) => sum + (one.name === 'bot' ? one[part] : 0), 0);
const results: readonly Result[] = [
  {
    what: 'a submit is acknowledged, times bare Bolt with the rows',
    is: times(at(1, 'bot').acknowledged.median, at(1, 'rows').acknowledged.median),
    bound: [0, BOUNDS.acknowledged],
  },
  {
    what: 'a command has its form, times bare Bolt',
    is: times(at(1, 'bot').opened.median, at(1, 'bolt').opened.median),
    bound: [0, BOUNDS.opened],
  },
  {
    what: 'pairs a second with 32 at once, times bare Bolt with the rows',
    is: times(at(32, 'bot').pairsPerSecond, at(32, 'rows').pairsPerSecond),
    bound: [BOUNDS.pairs, Number.POSITIVE_INFINITY],
  },
  {
    what: 'milliseconds within which 99 of 100 submits of 32 at once are acknowledged',
    is: at(32, 'bot').acknowledged.late,
    bound: [0, BOUNDS.late],
  },
  { what: 'commands without a form', is: sumOf('lost'), bound: [0, 0] },
  { what: 'messages and Home tabs that never came', is: sumOf('notOut'), bound: [0, 0] },
];
const isKept = printResults(results, figures);

await inserts.close();
await database.end();
bot.signal('SIGTERM');
await bot.ended;
await embedded.release();
await slack.stop();
rmSync(directory, { recursive: true, force: true });
process.exit(isKept ? 0 : 1);
