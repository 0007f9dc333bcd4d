import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { machineTime } from '../../src/deps.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import { createRates } from '../../src/sandbox/rates.ts';
import { takeUpWorkspace } from '../../src/services/installation/take-up.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { type Cities, EAST, NORTH, PREFECTURE, SOUTH, startCities, WEST } from '../support/cities.ts';
import { ask } from '../support/desk.ts';
import { SECRETARY } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';

const MORNING = 112;
const THOUSANDS = 1000;
const PROMOTERS = Array.from({ length: THOUSANDS }, (_, index) => `U0P${index}`);

let cities: Cities;
beforeAll(async () => {
  cities = await startCities({
    rates: createRates(() => performance.now()),
    machine: machineTime,
    promoters: PROMOTERS,
  });
  const { clock } = cities;
  const { db } = cities.database;
  for (const id of [EAST, WEST]) {
    await prepareWorkspace({ clock, db }, id);
    await takeUpWorkspace(
      { clock, db },
      { workspaceId: id, installationId: PREFECTURE, installedBy: SECRETARY },
    );
  }
  for (const id of [NORTH, SOUTH, EAST, WEST])
    await putRoster(
      db,
      id,
      PROMOTERS.map((slackId) => ({ department: '福祉部', section: `${slackId}課`, name: slackId, slackId })),
      clock.now(),
    );
}, 120_000);
afterAll(() => cities.stop());

const plan = (id: string, what: string, count: number) =>
  cities.database.db.record(id).deliveries.planAll(
    PROMOTERS.slice(0, count).map((recipient) => ({
      key: `${what}:${recipient}`,
      kind: 'free-text-answer',
      recipient,
      subject: `slack-user:${recipient}`,
    })),
    cities.clock.now(),
  );

const sentOf = async (id: string, what: string): Promise<number> => {
  const [row] = await ask(
    cities.database,
    `select count(*)::int as count from delivery where workspace_id = $1 and state = 'sent' and starts_with(key, $2)`,
    [id, `${what}:`],
  );
  return Number(row?.count);
};

/** How long a morning of the north takes from its planning to its last message, in milliseconds. */
const morning = async (what: string): Promise<number> => {
  const begun = performance.now();
  await plan(NORTH, what, MORNING);
  await vi.waitFor(async () => expect(await sentOf(NORTH, what)).toBe(MORNING), {
    timeout: 60_000,
    interval: 50,
  });
  return performance.now() - begun;
};

const failing = (id: string, fault: Fault): void =>
  cities.slack.workspace(id).faults.random({
    seed: 1,
    share: 1,
    faults: [fault],
    methods: ['chat.postMessage'],
  });

test('at Slack’s real rates: beside a city that is limited, one without a token and one of thousands a morning takes 1.1 of its time alone at most', async () => {
  const alone = await morning('alone');
  failing(WEST, { rateLimited: 300 });
  failing(SOUTH, { error: 'token_revoked' });
  for (const id of [WEST, SOUTH]) await plan(id, 'waits', MORNING);
  await plan(EAST, 'thousands', THOUSANDS);
  const beside = await morning('beside');
  expect(beside / alone).toBeLessThan(1.1);
  // Who sends thousands loses nothing to the others, and those who can't be sent stay planned.
  expect(await sentOf(EAST, 'thousands')).toBeGreaterThan(0.9 * MORNING);
  expect(
    await ask(
      cities.database,
      `select workspace_id, state, count(*)::int as count from delivery where starts_with(key, 'waits:') group by 1, 2 order by 1`,
    ),
  ).toEqual([SOUTH, WEST].map((workspace_id) => ({ workspace_id, state: 'planned', count: MORNING })));
}, 180_000);
