import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { createLog, openRecord } from '../src/deps.ts';
import type { Fault } from '../src/sandbox/faults.ts';
import { createRates } from '../src/sandbox/rates.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { prepareWorkspace } from '../src/services/settings/prepare-workspace.ts';
import { startBotFor } from '../tests/support/bot-process.ts';
import { putRoster } from '../tests/support/promoters.ts';

/**
 * A morning of 112 messages falls into an outage of Slack's, in real time and with a process of the bot's own: how long after the end of
 * the outage all have arrived. Ends with 1 when one is missing or doubled, or comes later than 30 s and Slack's pace. `npm run
 * bench:outage` takes outages of 20 s and of 1 and 5 minutes; others by their seconds, and by a word of what Slack does: `-- 3600 posts`.
 */

const MESSAGES = 112;
const WITHIN_S = 30 + (MESSAGES * 60) / 295;
const RUN = 'outage 2026-11-30T00:00:00.000Z';
const PATIENCE_MS = 30 * 60_000;
const POSTING = ['chat.postMessage'];
const EVERYTHING = [
  ...POSTING,
  'auth.test',
  'chat.update',
  'users.info',
  'conversations.open',
  'conversations.history',
];
const KINDS: readonly { what: string; methods: readonly string[]; faults: readonly Fault[] }[] = [
  { what: 'answers 500 to everything', methods: EVERYTHING, faults: [{ status: 500 }] },
  { what: 'is silent', methods: EVERYTHING, faults: [{ hang: true }] },
  {
    what: 'answers 500 to posts, half of which it has carried out',
    methods: POSTING,
    faults: [{ status: 500 }, { cutAfter: true }],
  },
];

const given = process.argv.slice(2);
const lengths = given.map(Number).filter((seconds) => !Number.isNaN(seconds));
const words = given.filter((word) => Number.isNaN(Number(word)));
const outages = lengths.length > 0 ? lengths : [20, 60, 300];
const kinds = KINDS.filter(({ what }) => words.every((word) => what.includes(word)));
const people = Array.from({ length: MESSAGES }, (_, index) => ({
  id: `U0P${index + 1}`,
  real_name: `協働 ${index + 1}`,
}));

const run = async (seconds: number, { what, methods, faults }: (typeof KINDS)[number]): Promise<boolean> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kyodo-outage-'));
  const embedded = await openEmbedded(dataDir, { log: () => undefined });
  const { host, port, user, database } = embedded.connection;
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const record = await openRecord({ databaseUrl: url, dataDir }, createLog('silent'));
  const slack = await startSandbox({ people, rates: createRates(() => performance.now()) });
  const workspaceId = slack.team.id;
  const clock = { now: () => new Date() };
  await prepareWorkspace({ clock, db: record.db }, workspaceId);
  const lines = people.map(({ id, real_name: name }) => ({
    department: '福祉部',
    section: `${id}課`,
    name,
    slackId: id,
  }));
  await putRoster(record.db, workspaceId, lines, clock.now());
  const bot = await startBotFor(slack, { DATABASE_URL: url, LOG_LEVEL: 'silent' });
  try {
    slack.faults.random({ seed: 20261128, share: 1 / faults.length, faults, methods });
    await record.db.record(workspaceId).deliveries.planAll(
      people.map(({ id }) => ({
        key: `answer:${id}`,
        kind: 'free-text-answer',
        recipient: id,
        subject: `slack-user:${id}`,
        run: RUN,
      })),
      clock.now(),
    );
    await pause(seconds * 1000);
    slack.faults.random(undefined);
    const end = performance.now();
    const counts = () => people.map(({ id }) => slack.messages(id).length);
    while (counts().includes(0) && performance.now() - end < PATIENCE_MS) await pause(100);
    const after = (performance.now() - end) / 1000;
    // Nothing is left to come once all are noted as sent.
    const { deliveries } = record.db.record(workspaceId);
    while ((await deliveries.tallyOf(RUN)).waiting > 0) await pause(100);
    const twice = counts().filter((count) => count > 1).length;
    const missing = counts().filter((count) => count === 0).length;
    process.stdout.write(
      `Slack ${what} for ${seconds} s: all ${MESSAGES} there ${after.toFixed(1)} s after, ${missing} missing, ${twice} twice\n`,
    );
    return missing === 0 && twice === 0 && after <= WITHIN_S && slack.refusals.length === 0;
  } finally {
    bot.signal('SIGKILL');
    await bot.ended;
    await slack.stop();
    await record.close();
    await embedded.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

let isGood = true;
for (const seconds of outages) for (const kind of kinds) isGood = (await run(seconds, kind)) && isGood;
process.exitCode = isGood ? 0 : 1;
