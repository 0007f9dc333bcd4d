import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createDatabase } from '../src/db/database.ts';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { createLog, openRecord } from '../src/deps.ts';
import { trusted } from '../src/domain/actor.ts';
import { addDays, todayInTokyo } from '../src/domain/calendar/local-date.ts';
import { InquiryDraft } from '../src/domain/inquiry/inquiry.ts';
import { createRates } from '../src/sandbox/rates.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { saveInquiry } from '../src/services/inquiry/save.ts';
import { sendInquiry } from '../src/services/inquiry/send.ts';
import { prepareWorkspace } from '../src/services/settings/prepare-workspace.ts';
import { asPeopleStart } from '../tests/support/program.ts';
import { putRoster } from '../tests/support/promoters.ts';

/**
 * 1,000 messages go out while the bot is killed (SIGKILL) 20 times at random moments and Slack answers every twentieth call
 * each with 429, 500, silence and a connection cut after it has posted: every message must arrive, none twice. The same with
 * two processes that share the work. Ends with 1 when a message is missing or doubled. `npm run bench:killed`, with numbers
 * of messages and kills to have it shorter: `-- 200 5`.
 */

const [MESSAGES = 1000, KILLS = 20] = process.argv.slice(2).map(Number);
const LEAST_MS = 2500;
const MOST_MS = 15_000;
const PATIENCE_MS = 20 * 60_000;
const TITLE = '協働事業の調査';
const INQUIRY = '00000000-0000-4000-8000-000000000001';

const clock = { now: () => new Date() };
const people = Array.from({ length: MESSAGES }, (_, index) => ({
  id: `U0P${index + 1}`,
  real_name: `協働 ${index + 1}`,
}));

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A bot in a process of its own; resolves when it serves. */
const startBot = async (environment: Readonly<Record<string, string>>): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [...asPeopleStart, 'start'], {
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const started = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('協DOボットを起動しました')) resolve();
    });
    child.once('exit', () => reject(new Error('the bot ended before it had started')));
  });
  await started;
  return child;
};

const kill = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

/** Sends one inquiry to everybody while bots are killed; gives what went wrong. */
const run = async (processes: number, seed: number): Promise<readonly string[]> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kyodo-killed-'));
  const embedded = await openEmbedded(dataDir, { log: () => undefined });
  const { host, port, user, database } = embedded.connection;
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const record = await openRecord({ databaseUrl: url, dataDir }, createLog('silent'));
  const db = createDatabase(embedded.connection, () => undefined);
  const slack = await startSandbox({ people, rates: createRates(() => performance.now()) });
  const bots: ChildProcess[] = [];
  try {
    const workspaceId = slack.team.id;
    await prepareWorkspace({ clock, db }, workspaceId);
    const lines = people.map(({ id, real_name: name }, index) => ({
      department: `第${Math.floor(index / 50) + 1}部`,
      section: `第${index + 1}課`,
      name,
      slackId: id,
    }));
    const starts = { startsOn: addDays(todayInTokyo(clock.now()), -1) };
    await putRoster(
      db,
      workspaceId,
      lines.map((line) => ({ ...line, ...starts })),
      clock.now(),
    );
    const actor = trusted(workspaceId, 'cli:bench', 'cli');
    const deps = {
      db,
      clock,
      files: { read: () => Promise.reject(new Error('no file')) },
      people: { hasLeft: async () => false, idsOf: async () => [] },
      workspace: { secretariat: [] },
    };
    const draft = InquiryDraft.parse({
      title: TITLE,
      content: '該当する事業をお知らせください。',
      duty: 'other',
      dueOn: addDays(todayInTokyo(clock.now()), 20),
      audience: 'everyone',
      answerForm: 'confirmation',
      sending: 'now',
    });
    const saved = await saveInquiry(deps, { inquiryId: INQUIRY, revision: 0 }, { key: 'save', draft }, actor);
    const sent = await sendInquiry(
      deps,
      { inquiryId: INQUIRY, revision: 1 },
      { key: 'send', draft: 'now' },
      actor,
    );
    if (!saved.ok || !sent.ok) throw new Error('the inquiry was not sent');
    slack.faults.random({
      seed,
      share: 0.05,
      faults: [{ rateLimited: 1 }, { status: 500 }, { hang: true }, { cutAfter: true }],
      methods: ['chat.postMessage'],
    });
    const environment = {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: url,
      SECRETARIAT: 'U0P1',
      PORT: '0',
      LOG_LEVEL: 'silent',
    };
    const client = new pg.Client(embedded.connection);
    await client.connect();
    const left = async (): Promise<number> =>
      Number(
        (await client.query(`select count(*) from delivery where state in ('planned', 'sending')`)).rows[0]
          ?.count,
      );
    while (bots.length < processes) bots.push(await startBot(environment));
    const begun = performance.now();
    let kills = 0;
    while ((await left()) > 0 && performance.now() - begun < PATIENCE_MS) {
      if (kills >= KILLS) {
        await pause(500);
        continue;
      }
      await pause(LEAST_MS + Math.random() * (MOST_MS - LEAST_MS));
      const victim = bots.shift();
      if (victim !== undefined) await kill(victim);
      kills += 1;
      bots.push(await startBot(environment));
    }
    const seconds = Math.round((performance.now() - begun) / 1000);
    const dead = await client.query(`select key, problem from delivery where state = 'dead'`);
    await client.end();
    // In office hours the bot also sends what is its own, e.g. 役割のご案内.
    const counts = people.map(
      ({ id }) => slack.messages(id).filter(({ plain }) => plain.includes(TITLE)).length,
    );
    const arrived = counts.filter((count) => count === 1).length;
    const wrong = people.flatMap(({ id }, index) =>
      counts[index] === 1 ? [] : [`${id}: ${counts[index]} messages`],
    );
    say(
      `${processes} process(es), ${kills} kills, ${slack.calls.length >= 1000 ? 'over 1000' : slack.calls.length} calls, ${seconds} s: ` +
        `${arrived} of ${MESSAGES} arrived once, ${counts.filter((count) => count > 1).length} twice or more, ` +
        `${counts.filter((count) => count === 0).length} not, ${dead.rowCount} given up`,
    );
    return [...wrong, ...(slack.refusals.length === 0 ? [] : ['Slack refused a payload'])];
  } finally {
    for (const bot of bots) await kill(bot);
    await slack.stop();
    await db.close();
    await record.close();
    await embedded.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const wrong = [...(await run(1, 20261126)), ...(await run(2, 20261127))];
for (const line of wrong) say(line);
process.exitCode = wrong.length === 0 ? 0 : 1;
