import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { addDays } from '../../src/domain/calendar/local-date.ts';
import type { MorningWorld } from '../../src/domain/morning/morning.ts';
import { planMorning } from '../../src/domain/morning/plan.ts';
import { readMorningWorld } from '../../src/queries/morning/world.ts';
import { prepareWorkspace } from '../../src/services/settings/prepare-workspace.ts';
import { fillCityYear } from '../support/city-year/city-year.ts';
import { AT, TODAY } from '../support/city-year/seen.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** A morning read in pieces is the morning read at once, in every order that its plan depends on. */

const WORKSPACE = 'T0CITY';
const DAYS = { after: addDays(TODAY, -1), first: TODAY, last: TODAY };

let database: TestDatabase;
let db: Database;
let whole: MorningWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await prepareWorkspace({ clock: { now: () => AT }, db }, WORKSPACE);
  await fillCityYear(db, WORKSPACE, 2);
  // Who was recorded at the same moment, and who later for the same day, in another order than that of their ids.
  await database.ask(
    `update appointment set recorded_at = recorded_at + (ascii(substr(md5(id::text), 1, 1)) % 3) * interval '1 hour',
       starts_on = starts_on + ascii(substr(md5(id::text), 2, 1)) % 2`,
  );
  whole = await readMorningWorld(db.record(WORKSPACE), DAYS, ['U0P3']);
}, 60_000);
afterAll(() => database.drop());

const inPieces = async (rows: number) => {
  let pieces = 0;
  const giveWay = async (): Promise<void> => {
    pieces += 1;
  };
  const world = await readMorningWorld(db.record(WORKSPACE), DAYS, ['U0P3'], { rows, giveWay });
  return { world, pieces };
};

test.each([1, 3, 7, 80])('read in pieces of %i rows', async (rows) => {
  const { world, pieces } = await inPieces(rows);
  const targets = world.inquiries.flatMap((inquiry) => inquiry.targets);
  expect(targets.length).toBeGreaterThan(100);
  expect(pieces).toBeGreaterThanOrEqual(Math.floor((targets.length + world.people.length) / rows));
  expect({ ...world, calendar: undefined }).toEqual({ ...whole, calendar: undefined });
  expect(planMorning(world, { after: DAYS.after, day: TODAY })).toEqual(
    planMorning(whole, { after: DAYS.after, day: TODAY }),
  );
});

test('the appointments stand in the order in which they are read at once', async () => {
  const { appointments } = db.record(WORKSPACE);
  const [first, last] = [addDays(TODAY, -300), TODAY];
  const giveWay = async (): Promise<void> => undefined;
  const read = await appointments.betweenInPieces(first, last, { rows: 7, giveWay });
  expect(read.length).toBeGreaterThan(50);
  expect(read).toEqual(await appointments.between(first, last));
});
