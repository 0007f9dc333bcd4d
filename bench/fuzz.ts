import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { COMMANDS } from '../src/handlers/features.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { type BotProcess, killBotProcesses, startBotProcess } from '../tests/support/bot-process.ts';
import { requestShapes } from '../tests/support/request-shapes.ts';

/**
 * Requests of random shapes for ten minutes, half of them over HTTP and half over Socket Mode, to a bot in a process of its own each:
 * it must not end, nothing may be thrown where nobody listens, its memory stays flat, and a command in between is answered within
 * three seconds. Ends with 1 when that does not hold. `npm run bench:fuzz`, with the seconds for a shorter run: `-- 60`.
 */

const SECONDS = Number(process.argv[2] ?? 600);
const AT_ONCE = 10;
const PAUSE_MS = 1000;
const COMMAND_EVERY = 10;
const ANSWER_WITHIN_MS = 3000;
/** The memory of the last third may be so much more than of the second. */
const MOST_GROWTH = 1.25;
const PERSON = 'U0SECRETARY';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

type Side = {
  readonly slack: Sandbox;
  readonly bot: BotProcess;
  readonly send: (shape: unknown) => Promise<void>;
};

const startSlack = (): Promise<Sandbox> =>
  startSandbox({
    people: [{ id: PERSON, real_name: '事務 局子', email: 'jimukyoku@city.example' }],
    channels: [{ id: 'C0GENERAL', name: '協働推進' }],
    commands: COMMANDS,
    patience: 15_000,
  });

const environment = (slack: Sandbox, dataDir: string): Readonly<Record<string, string>> => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_API_URL: slack.apiUrl,
  SECRETARIAT: 'jimukyoku@city.example',
  LOG_CHANNEL: 'C0GENERAL',
  LOG_LEVEL: 'error',
  DATA_DIR: dataDir,
  PORT: '0',
});

const overHttp = async (dataDir: string): Promise<Side> => {
  const slack = await startSlack();
  const { signingSecret } = slack;
  const bot = startBotProcess({ ...environment(slack, dataDir), SLACK_SIGNING_SECRET: signingSecret });
  const url = await bot.url;
  slack.connectHttp({ url });
  let sent = 0;
  const send = async (shape: unknown): Promise<void> => {
    sent += 1;
    const isJson = sent % 2 === 0;
    const text = JSON.stringify(shape) ?? '';
    const body = isJson ? text : new URLSearchParams({ payload: text }).toString();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const answer = await fetch(`${url}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${digest}`,
      },
      body,
    });
    await answer.text();
    if (![200, 400, 404].includes(answer.status)) throw new Error(`answered ${answer.status}: ${body}`);
  };
  return { slack, bot, send };
};

const overSockets = async (dataDir: string): Promise<Side> => {
  const slack = await startSlack();
  const bot = startBotProcess({ ...environment(slack, dataDir), SLACK_APP_TOKEN: slack.appToken });
  await bot.url;
  let sent = 0;
  const send = async (payload: unknown): Promise<void> => {
    sent += 1;
    const type = ['interactive', 'events_api', 'slash_commands'][sent % 3];
    const envelope = { type, envelope_id: `fuzz ${sent}`, payload, accepts_response_payload: true };
    slack.socket.send(JSON.stringify(envelope));
  };
  return { slack, bot, send };
};

/** Milliseconds until a command is answered; rejects when it is not. */
const command = async ({ slack }: Side): Promise<number> => {
  const begun = performance.now();
  const person = slack.person(PERSON);
  await person.command('/kyodo', 'ヘルプ');
  await person.nextAnswer();
  return performance.now() - begun;
};

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(numbers.length, 1);

/** Sends until the time is over; gives what went wrong. */
const run = async (name: string, side: Side, seed: number): Promise<readonly string[]> => {
  const shapes = requestShapes({ teamId: side.slack.team.id, userId: PERSON });
  const wrong: string[] = [];
  let hasEnded = false;
  void side.bot.ended.then((status) => {
    hasEnded = true;
    if (performance.now() < until) wrong.push(`${name}: ended with ${status}`);
  });
  const memory: number[] = [];
  const answers: number[] = [];
  const until = performance.now() + SECONDS * 1000;
  let sent = 0;
  for (let round = 0; performance.now() < until && !hasEnded; round += 1) {
    const batch = fc.sample(shapes, { numRuns: AT_ONCE, seed: seed + round });
    await Promise.all(batch.map(side.send)).catch((error: unknown) =>
      wrong.push(`${name}: ${String(error)}`),
    );
    sent += batch.length;
    // A city is never busier than this; what the machine can't keep up with would be no finding of shapes.
    await pause(PAUSE_MS);
    if (round % COMMAND_EVERY !== 0) continue;
    answers.push(await command(side).catch(() => Number.POSITIVE_INFINITY));
    memory.push(memoryOf(side.bot.pid));
  }
  const unforeseen = side.bot
    .output()
    .out.split('\n')
    .filter((line) => line.includes('"what":"process"'));
  wrong.push(...unforeseen.map((line) => `${name}: thrown where nobody listens: ${line.slice(0, 300)}`));
  const third = Math.ceil(memory.length / 3);
  const [middle, last] = [mean(memory.slice(third, 2 * third)), mean(memory.slice(2 * third))];
  if (last > middle * MOST_GROWTH) wrong.push(`${name}: memory grew from ${middle} to ${last} MB`);
  const slowest = Math.max(...answers);
  if (slowest > ANSWER_WITHIN_MS) wrong.push(`${name}: a command was answered after ${slowest} ms`);
  say(
    `${name}: ${sent} shapes in ${SECONDS} s, ${answers.length} commands between them, the slowest answer ${Math.round(slowest)} ms, ` +
      `memory ${Math.round(memory[0] ?? 0)} MB at first, ${Math.round(middle)} MB in the middle, ${Math.round(last)} MB at the end`,
  );
  return wrong;
};

const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-fuzz-'));
const sides: Side[] = [];
try {
  sides.push(await overHttp(path.join(directory, 'http')), await overSockets(path.join(directory, 'socket')));
  const [http, socket] = sides;
  if (http === undefined || socket === undefined) throw new Error('no bot');
  const wrong = (await Promise.all([run('HTTP', http, 1), run('Socket Mode', socket, 2_000_000)])).flat();
  for (const line of wrong.slice(0, 50)) say(line);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  for (const { bot } of sides) bot.signal('SIGTERM');
  await Promise.all(sides.map(({ bot }) => bot.ended));
  killBotProcesses();
  for (const { slack } of sides) await slack.stop();
  rmSync(directory, { recursive: true, force: true });
}
