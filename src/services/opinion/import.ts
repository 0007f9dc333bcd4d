import { randomUUID } from 'node:crypto';
import type { ActingRecord, WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { ImportProblem } from '../../domain/csv-file.ts';
import { mayManageOpinions } from '../../domain/opinion/desk.ts';
import { factsOfOpinion } from '../../domain/opinion/draft.ts';
import {
  type ImportedOpinion,
  type OpinionLineProblem,
  type OpinionPlan,
  planOpinions,
  yearsOfRows,
} from '../../domain/opinion/import.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ApprovedImport, ServiceDeps } from '../service-deps.ts';

/** A file may hold the opinions of many years; nobody waits for a form meanwhile. */
const IMPORT_WITHIN_MS = 5 * 60_000;

const planNow = async (
  { opinions, departments }: Pick<WorkspaceRecord, 'opinions' | 'departments'>,
  rows: readonly ImportedOpinion[],
  at: Date,
): Promise<Result<OpinionPlan, readonly OpinionLineProblem[]>> => {
  const today = todayInTokyo(at);
  const known: (typeof opinions.ofYear extends (...all: never) => Promise<infer Rows> ? Rows : never)[] = [];
  for (const year of yearsOfRows(rows, today)) known.push(await opinions.ofYear(year));
  return planOpinions({ opinions: known.flat(), departments: await departments.all(), today }, rows);
};

const apply = async (
  record: ActingRecord,
  { additions, changes }: OpinionPlan,
  recorded: { readonly by: string; readonly at: Date },
): Promise<void> => {
  const added = additions.map((facts) => ({ ...facts, id: randomUUID() }));
  await record.opinions.create(added, recorded);
  for (const { before, facts } of changes) await record.opinions.put(before.id, facts);
  await record.audit(
    ...added.map(({ id, ...facts }) => ({ subject: subjectOf('opinion', id), after: facts })),
    ...changes.map(({ before, facts }) => ({
      subject: subjectOf('opinion', before.id),
      before: factsOfOpinion(before),
      after: facts,
    })),
  );
};

/**
 * Brings 評価・意見 to what the rows of a file say, all or nothing, and sends nothing: one is told by its year and number; what stands
 * otherwise is changed, with its earlier words in the audit log; what is not in the file stays. Importing a file twice changes nothing.
 * A dry run is refused at its end with what it would have done, and so is an `approved` file that would do something else than was shown.
 */
export const importOpinions = async (
  { clock, db }: ServiceDeps,
  rows: readonly ImportedOpinion[],
  dryRun: boolean,
  actor: Actor,
  approved?: ApprovedImport<OpinionPlan>,
): Promise<Result<OpinionPlan, ImportProblem<OpinionLineProblem, OpinionPlan> | Refusal>> => {
  const at = clock.now();
  return db.submit<OpinionPlan, ImportProblem<OpinionLineProblem, OpinionPlan> | Refusal>(
    { actor, action: 'import-opinions', at, withinMs: IMPORT_WITHIN_MS },
    approved && { key: approved.key, content: approved.draft, changes: true },
    async (record) => {
      if (!mayManageOpinions(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      for (const year of yearsOfRows(rows, todayInTokyo(at))) await record.opinions.lock(year);
      const planned = await planNow(record, rows, at);
      if (!planned.ok) return refuse({ kind: 'lines', lines: planned.error });
      if (dryRun) return refuse({ kind: 'dry-run', would: planned.value });
      if (approved?.isAsShown(planned.value) === false)
        return refuse({ kind: 'needs-yes', would: planned.value });
      await apply(record, planned.value, { by: actor.id, at });
      return succeed(planned.value);
    },
  );
};
