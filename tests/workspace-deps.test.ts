import { expect, test } from 'vitest';
import { createDatabase } from '../src/db/database.ts';
import { createErrorBoundaries } from '../src/handlers/error-boundary.ts';
import { createPieces } from '../src/handlers/pieces.ts';
import { createHolds } from '../src/jobs/holds.ts';
import { createClients } from '../src/slack/clients.ts';
import { createSlackLogger } from '../src/slack/logger.ts';
import { createWorkspaceDeps, type WorkspaceDeps } from '../src/workspace-deps.ts';
import { bytesInUse } from './support/bytes-in-use.ts';
import { createTestLog } from './support/log.ts';
import { createQuickMachine, createTestClock } from './support/practice.ts';

const WORKSPACES = 200;
/** 28 MB for 1,741. A client of Slack's of its own, with its 280 methods, would take 26 KB more. */
const MOST_BYTES = 16 * 1024;

/** What makes a workspace of a process, with nobody at the other end. */
const createMaker = (): ((index: number) => WorkspaceDeps) => {
  const machine = createQuickMachine();
  const log = createTestLog();
  const db = createDatabase({ connectionString: 'postgres://nobody@localhost/nothing' }, () => undefined);
  const slack = { slackApiUrl: 'http://slack.example/api/', logger: createSlackLogger(log), fetch };
  const knows = { isTooLate: () => false, isForLackOfRoom: async () => false };
  const boundaries = createErrorBoundaries(log, knows, 1);
  const parts = {
    clock: createTestClock('2026-12-09T09:00:00+09:00'),
    ...{ machine, log, db, background: db, slack, fetchFile: fetch, boundaries },
    holds: createHolds(),
    clientsOf: createClients(slack, machine),
    pieces: createPieces(machine.now, boundaries),
    tokenEnded: async () => undefined,
  };
  return (index) =>
    createWorkspaceDeps(
      parts,
      { id: `T0CITY${index}`, secretariat: ['u0secretary'] },
      {
        botToken: `xoxb-${index}`,
        ...{ botId: `B0BOT${index}`, botUserId: `U0BOT${index}`, isOfOrganisation: false },
      },
    );
};

test('what a workspace is served with takes little memory', async () => {
  const make = createMaker();
  const first = make(0);
  const before = await bytesInUse();
  const served = Array.from({ length: WORKSPACES }, (_, index) => make(index + 1));
  const after = await bytesInUse();
  expect([first, ...served].every(({ client }) => client !== undefined)).toBe(true);
  expect((after - before) / WORKSPACES).toBeLessThan(MOST_BYTES);
});
