import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { EntryName } from '../../domain/schedule/entry.ts';
import type { EntryToTake } from '../../domain/schedule/event.ts';
import { readEntryChanges, readSchedule, readScheduleEntry } from '../../queries/schedule/dates.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The year's schedule as files of it are written. */
export type ScheduleToTake = {
  readonly workspaceId: string;
  readonly year: FiscalYear;
  readonly at: Date;
  /** Cancelled records too: somebody's calendar may hold them. */
  readonly entries: readonly EntryToTake[];
  readonly notHeld: readonly string[];
};

/** Gives a year's dates, with what its reader may know of them, as they stand now. */
export const takeSchedule = async (
  { clock, db }: ServiceDeps,
  year: FiscalYear,
  actor: Actor,
): Promise<ScheduleToTake> => {
  const at = clock.now();
  const { workspaceId } = actor;
  const record = db.record(workspaceId);
  const { entries, notHeld } = await readSchedule(record, year, { actor, now: at });
  const changes = await readEntryChanges(record, entries);
  const taken = entries.map((entry, index) => ({
    entry,
    ...(changes[index] ?? { changes: 0, changedAt: null }),
  }));
  return { workspaceId, year, at, entries: taken, notHeld };
};

/** Gives one date as it stands now, also one that was cancelled meanwhile: calendars are to learn of that. */
export const takeEntry = async (
  { clock, db }: ServiceDeps,
  name: EntryName,
  actor: Actor,
): Promise<Result<EntryToTake & { readonly at: Date }, Refusal>> => {
  const at = clock.now();
  const record = db.record(actor.workspaceId);
  const entry = await readScheduleEntry(record, name, { actor, now: at });
  if (entry === undefined) return refuse({ kind: 'gone' });
  const [changes = { changes: 0, changedAt: null }] = await readEntryChanges(record, [entry]);
  return succeed({ entry, ...changes, at });
};
