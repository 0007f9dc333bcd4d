import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { type BotProcess, killBotProcesses, startBotFor } from '../support/bot-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask } from '../support/desk.ts';
import { jobsLeft } from '../support/jobs-left.ts';
import { urlOf } from '../support/practice.ts';

// The seeds bring every fault among the first calls. The same at full size, by time and with silence too: `npm run bench:killed`.
const PEOPLE = Array.from({ length: 20 }, (_, index) => `U0P${index + 1}`);

let slack: Sandbox;
let database: TestDatabase;
let db: Database;
beforeEach(async () => {
  database = await createTestDatabase();
  slack = await startSandbox({ people: PEOPLE.map((id) => ({ id, real_name: `協働 ${id}` })) });
  db = database.db;
  const workspaceId = slack.team.id;
  const at = new Date('2026-11-26T10:00:00+09:00');
  await prepareWorkspace({ clock: { now: () => at }, db }, workspaceId);
  await db.record(workspaceId).deliveries.planAll(
    PEOPLE.map((recipient) => ({
      key: `answer:${recipient}`,
      kind: 'free-text-answer',
      recipient,
      subject: `slack-user:${recipient}`,
    })),
    at,
  );
});
afterEach(async () => {
  killBotProcesses();
  await slack.stop();
  await database.drop();
});

const start = (): Promise<BotProcess> => startBotFor(slack, { DATABASE_URL: urlOf(database.connection) });
const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 90_000, interval: 20 });

test.each([
  { processes: 1, seed: 8 },
  { processes: 2, seed: 1 },
])(
  'killed twice while 20 messages go out and Slack fails by chance, $processes at work leave each message once',
  async ({ processes, seed }) => {
    slack.faults.random({
      seed,
      share: 0.06,
      faults: [{ rateLimited: 1 }, { status: 500 }, { cutAfter: true }],
      methods: ['chat.postMessage'],
    });
    const bots: BotProcess[] = [];
    while (bots.length < processes) bots.push(await start());
    for (const killedAfter of [4, 11]) {
      await until(() => expect(posts()).toBeGreaterThanOrEqual(killedAfter));
      const victim = bots.shift();
      victim?.signal('SIGKILL');
      expect(await victim?.ended).toBeNull();
      bots.push(await start());
    }
    // The queue is empty: no second message can come.
    await until(async () => expect(await jobsLeft(database)).toEqual([]));
    expect(PEOPLE.map((id) => slack.messages(id).length)).toEqual(PEOPLE.map(() => 1));
    expect(await ask(database, 'select state, count(*)::int as count from delivery group by state')).toEqual([
      { state: 'sent', count: PEOPLE.length },
    ]);
    expect(slack.refusals).toEqual([]);
  },
  150_000,
);
