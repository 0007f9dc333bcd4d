import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createDatabase } from '../src/db/database.ts';
import { createPieces } from '../src/handlers/pieces.ts';
import { planMorningMessages } from '../src/services/morning/plan.ts';

/**
 * Plans one morning in a process of its own, in the pieces of a bot, and prints how long it took, how much memory the process had at most
 * and for how long nothing else could be done in it: `plan-morning.ts CONNECTION WORKSPACE MOMENT`.
 */
const [, , connection = '{}', workspaceId = '', moment = ''] = process.argv;
const db = createDatabase(JSON.parse(connection), () => undefined);
const now = new Date(moment);
const deps = {
  db,
  clock: { now: () => now },
  people: { hasLeft: async () => false, idsOf: async () => ['U0SECRETARY'] },
  workspace: { secretariat: [] },
  pieces: createPieces(() => performance.now(), { answered: async () => undefined }),
};
await db.record(workspaceId).settings.read();
const held = monitorEventLoopDelay({ resolution: 1 });
held.enable();
const begun = performance.now();
const counts = await planMorningMessages(deps, workspaceId, `remind ${now.toISOString()}`);
const ms = performance.now() - begun;
held.disable();
const longestMs = held.max / 1e6;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ ms, longestMs, megabytes, messages: counts.messages })}\n`);
await db.close();
