import { expect, test } from 'vitest';
import { installedWorkspaces } from '../src/installed-workspaces.ts';
import type { WorkspaceDeps } from '../src/workspace-deps.ts';
import { createKeptLog } from './support/desk.ts';
import { createTestClock } from './support/practice.ts';

const MINUTE = 60_000;

test('a workspace is kept while somebody may still look at its Home tab, and no longer', async () => {
  let now = 0;
  let made = 0;
  const workspaces = installedWorkspaces({
    clock: createTestClock('2026-12-01T09:00:00+09:00'),
    machine: { now: () => now },
    log: createKeptLog(),
    boundary: { run: async (_what, work) => work() },
    served: async () => [],
    ended: async () => undefined,
    authorize: async () => ({ botToken: 'xoxb-north' }),
    create: () => {
      made += 1;
      return {} as WorkspaceDeps;
    },
  });
  const ask = (teamId: string) => workspaces.of({ teamId });
  const first = await ask('T0NORTH');
  now += 29 * MINUTE;
  await ask('T0SOUTH');
  expect(await ask('T0NORTH')).toBe(first);
  expect(made).toBe(2);
  now += 31 * MINUTE;
  await ask('T0SOUTH');
  expect(await ask('T0NORTH')).not.toBe(first);
});
