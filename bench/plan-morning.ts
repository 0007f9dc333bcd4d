import { createDatabase } from '../src/db/database.ts';
import { planMorningMessages } from '../src/services/morning/plan.ts';

/**
 * Plans one morning in a process of its own and prints how long it took and how much memory the process had at most:
 * `plan-morning.ts CONNECTION WORKSPACE MOMENT`.
 */
const [, , connection = '{}', workspaceId = '', moment = ''] = process.argv;
const db = createDatabase(JSON.parse(connection), () => undefined);
const now = new Date(moment);
const deps = {
  db,
  clock: { now: () => now },
  people: { hasLeft: async () => false, idsOf: async () => ['U0SECRETARY'] },
  workspace: { secretariat: [] },
};
const begun = performance.now();
const counts = await planMorningMessages(deps, workspaceId, `remind ${now.toISOString()}`);
const ms = performance.now() - begun;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ ms, megabytes, messages: counts.messages })}\n`);
await db.close();
