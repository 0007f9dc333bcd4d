import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, HTTPReceiver } from '@slack/bolt';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { startBot } from '../src/main.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { openPlainInserts } from './plain-inserts.ts';
import { quantile } from './quantile.ts';
import { catchSubmission, type Submission, submitAnew } from './signed-submit.ts';

/**
 * What recording a meeting costs: the time from Slack's signed request to our acknowledgement, through the real bot and
 * the embedded PostgreSQL, beside a bare Bolt app that acknowledges the same request, and beside the rows alone.
 */

const PERSON = 'U0SECRETARY';
const WARM_UP = 10;
const ROUNDS = 60;

type Timer = { readonly name: string; readonly once: (round: number) => Promise<number> };

const startBareBolt = async (signingSecret: string) => {
  const receiver = new HTTPReceiver({ signingSecret });
  const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-bare', botId: 'B0BARE' }) });
  app.view('meeting.record', async ({ ack }) => ack());
  const server = createServer(receiver.requestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/slack/events`, stop: () => server.close() };
};

const fillForm = async (slack: Sandbox): Promise<Submission> => {
  const person = slack.person(PERSON);
  await person.command('/kyodo-meeting');
  const form = await person.nextForm();
  await form.fill({ 会議体: '協働推進本部会議', 開催方法: '対面', 開催日: '2023-08-10', 案件: '年間の予定' });
  return catchSubmission(slack, form);
};

const timed = async (work: () => Promise<void>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** Takes turns, so that whatever else the machine does falls on all alike. */
const measure = async (timers: readonly Timer[]): Promise<readonly number[]> => {
  const results = timers.map((): number[] => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    for (const [index, timer] of timers.entries()) {
      const took = await timer.once(round);
      if (round >= WARM_UP) results[index]?.push(took);
    }
  return timers.map(({ name }, index) => {
    const values = results[index] ?? [];
    const [median, late] = [quantile(values, 0.5), quantile(values, 0.95)];
    process.stdout.write(
      `${name.padEnd(32)} median ${median.toFixed(2).padStart(7)} ms   95 % within ${late.toFixed(2).padStart(7)} ms\n`,
    );
    return median;
  });
};

const directory = mkdtempSync(path.join(tmpdir(), 'kyodo-bench-'));
const slack = await startSandbox({ people: [{ id: PERSON, real_name: '事務 局子' }] });
const { botToken, signingSecret } = slack;
const bot = await startBot({
  slack: { mode: 'http', botToken, signingSecret },
  slackApiUrl: slack.apiUrl,
  databaseUrl: undefined,
  dataDir: directory,
  port: 0,
  host: '127.0.0.1',
  secretariat: [PERSON.toLowerCase()],
  logLevel: 'silent',
});
slack.connectHttp({ url: bot.url });
const embedded = await openEmbedded(directory);
const rows = openPlainInserts(embedded.connection);
const bare = await startBareBolt(signingSecret);
const submission = await fillForm(slack);
const target = { url: `${bot.url}/slack/events`, signingSecret };

const [recorded = 0, acknowledged = 0, written = 0] = await measure([
  {
    name: 'record a meeting (bot)',
    once: async (round) => {
      const took = await submitAnew(target, submission, `V0BENCH${round}`);
      // Its message is not part of the time and must not fall into the next one's.
      await slack.dm(PERSON).next();
      return took;
    },
  },
  {
    name: 'acknowledge only (bare Bolt)',
    once: (round) => submitAnew({ url: bare.url, signingSecret }, submission, `V0BARE${round}`),
  },
  { name: 'write the rows only (SQL)', once: () => timed(rows.write) },
]);
process.stdout.write(
  `the bot takes ${(recorded / acknowledged).toFixed(1)} times a bare acknowledgement, ${(recorded / written).toFixed(1)} times the rows, ` +
    `${(recorded / (acknowledged + written)).toFixed(1)} times both together\n`,
);

bare.stop();
await rows.close();
await bot.stop();
await embedded.release();
await slack.stop();
rmSync(directory, { recursive: true, force: true });
process.exit(0);
