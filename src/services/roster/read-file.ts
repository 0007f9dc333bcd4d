import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { CellProblem, FileReader, TableProblem } from '../../domain/csv-file.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import {
  effectsOf,
  type RosterLineProblem,
  type RosterPlan,
  type RosterRow,
  spanOfRoster,
} from '../../domain/roster/import.ts';
import { planRoster } from '../../domain/roster/import-plan.ts';
import { readKnownRoster } from '../../queries/roster.ts';
import type { FileProblem, Files } from '../../slack/files.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Why a file is not taken: it can't be had, it is no table, or its lines are not all right. */
export type RosterFileProblem =
  | { readonly kind: 'file'; readonly problem: FileProblem }
  | TableProblem
  | {
      readonly kind: 'bad-lines';
      readonly cells: readonly CellProblem[];
      readonly lines: readonly RosterLineProblem[];
    };

/** A file that was read: what importing it would do, and the id under which its rows are kept until that is approved. */
export type ReadRoster = { readonly keptId: string; readonly plan: RosterPlan };

/** How a file is read: as much of it as `mostBytes`; `read` knows its format. */
export type RosterFile = {
  readonly mostBytes: number;
  readonly read: FileReader<RosterRow>;
};

/** Thousands of rows take longer than a form. */
const READ_WITHIN_MS = 60_000;

/**
 * Reads a roster file of one's own and says what importing it would do. Nothing of the roster changes; every line that
 * can't be taken is told. `draft` is Slack's id of the file; the same form with another file reads that one.
 */
export const readRosterFile = async (
  { clock, db, files }: ServiceDeps & { readonly files: Files },
  { mostBytes, read }: RosterFile,
  { key, draft: fileId }: FormInput<string>,
  actor: Actor,
): Promise<Result<ReadRoster, RosterFileProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const isAllowed = may(actor, 'manage');
  const got = isAllowed ? await files.read(fileId, { ownerId: actor.id, mostBytes }) : undefined;
  const table = got?.ok ? read(got.file.bytes) : undefined;
  return db.submit<ReadRoster, RosterFileProblem | Refusal>(
    { actor, action: 'read-roster-file', at, withinMs: READ_WITHIN_MS },
    { key, content: fileId, changes: true },
    async (record) => {
      if (got === undefined) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      if (!got.ok) return refuse({ kind: 'file', problem: got.problem });
      if (table === undefined || !table.ok) return table ?? refuse({ kind: 'empty' });
      const { rows, problems: cells } = table.value;
      const known = { ...(await readKnownRoster(record, spanOfRoster(rows, today))), today };
      // Where a cell can't be read, the other lines are still held against the record, so that all is said at once.
      const planned = planRoster(known, rows);
      if (!planned.ok || cells.length > 0)
        return refuse({ kind: 'bad-lines', cells, lines: planned.ok ? [] : planned.error });
      if (rows.length === 0) return refuse({ kind: 'empty' });
      const keptId = randomUUID();
      const shown = effectsOf(planned.value);
      await record.rosterFiles.keep(keptId, { rows, shown }, actor.id, at);
      return succeed({ keptId, plan: planned.value });
    },
  );
};
