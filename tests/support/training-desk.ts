import { randomUUID } from 'node:crypto';
import { type FiscalYear, fiscalYearOf } from '../../src/domain/calendar/fiscal-year.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { TrainingDraft, trainingFrom } from '../../src/domain/training/training.ts';
import type { Desk } from './desk.ts';
import { ask } from './desk.ts';

export const programmeId = async ({ record }: Desk, name: string, year: FiscalYear): Promise<string> => {
  const found = (await record.programmes.nameable(year)).find((programme) => programme.name === name);
  if (found === undefined) throw new Error(`no programme ${name}`);
  return found.id;
};

/** A settled session in the record; gives its id. */
export const aSession = async (
  desk: Desk,
  name: string,
  heldOn: string,
  draft: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const id = randomUUID();
  const facts = trainingFrom(
    TrainingDraft.parse({
      programme: await programmeId(desk, name, fiscalYearOf(localDate(heldOn))),
      way: 'onsite',
      heldOn,
      precision: 'day',
      audience: 'open',
      ...draft,
    }),
  );
  if (!facts.ok) throw new Error(`no session: ${facts.error.kind}`);
  const at = desk.clock.now();
  await desk.db.act({ actor: desk.secretary, action: 'test', at }, async (record) => {
    await record.trainings.create(id, facts.value, {
      by: desk.secretary.id,
      forSection: null,
      at,
      confirmed: true,
      heldConfirmed: true,
    });
    return { ok: true, value: null };
  });
  return id;
};

/** A person in the record; gives their id. */
export const aPerson = async (
  desk: Desk,
  name: string,
  facts: { readonly email?: string; readonly slackId?: string } = {},
): Promise<string> => {
  const id = randomUUID();
  const person = { id, name, email: facts.email ?? null, slackId: facts.slackId ?? null };
  await desk.record.people.create([person], desk.clock.now());
  return id;
};

/** How many rows each of these tables has. */
export const rowsOf = async (desk: Desk, ...tables: readonly string[]): Promise<readonly number[]> => {
  const counts: number[] = [];
  for (const table of tables) {
    const [row] = await ask(desk.database, `select count(*)::int as n from ${table}`);
    counts.push(Number(row?.n));
  }
  return counts;
};
