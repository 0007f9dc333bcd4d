import type { CsvTable } from '../../documents/csv/file.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ImportCounts } from '../../domain/csv-file.ts';
import type { PastKind } from '../../domain/past-records.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../../services/service-deps.ts';
import { csvText } from '../../texts/csv.ts';
import { nearlyKnownText } from '../../texts/nearly-known.ts';
import { unknownNameLines } from '../../views/nearly-known.ts';
import type { PastPreview, PastProblem, PastShown } from '../../views/past-records.ts';
import { PAST_ATTENDANCE, PAST_MEETINGS, PAST_TRAININGS, type PastImport } from './kinds.ts';

/** A file that was chosen, as a table. */
type Chosen = { readonly kind: PastKind; readonly fileId: string; readonly table: CsvTable };

/** The form that says yes to what was shown, by its key. */
type Approved = { readonly key: string; readonly shown: PastShown };

/** What came of it: it was imported, or this is what it would do. */
export type PastOutcome =
  | { readonly kind: 'imported'; readonly done: ImportCounts }
  | { readonly kind: 'would'; readonly preview: PastPreview };

type Importing = (
  deps: ServiceDeps,
  chosen: Chosen,
  actor: Actor,
  approved?: Approved,
) => Promise<Result<PastOutcome, PastProblem>>;

/** A form names at most this many. */
const MOST_NAMED = 15;

const isSame = (one: PastShown, other: PastShown): boolean =>
  one.added === other.added && one.known === other.known && one.unknown === other.unknown;

const importing =
  <Row, Line, Would extends ImportCounts>(past: PastImport<Row, Line, Would>): Importing =>
  async (deps, { kind, fileId, table }, actor, approved) => {
    const { rows, defaults, problems } = past.read(table);
    if (rows.length === 0)
      return refuse(problems.length > 0 ? { kind: 'bad-lines', cells: problems } : { kind: 'empty' });
    const shownOf = (would: Would): PastShown => ({
      added: would.added,
      known: would.known,
      unknown: past.unknown(would).length,
    });
    // Where a cell can't be read, the other lines are still held against the record, so that all is said at once.
    const dryRun = approved === undefined || problems.length > 0;
    const imported = await past.importAll(
      deps,
      rows,
      dryRun,
      actor,
      approved && {
        key: approved.key,
        draft: fileId,
        isAsShown: (would) => isSame(shownOf(would), approved.shown),
      },
    );
    if (imported.ok) return succeed({ kind: 'imported', done: imported.value });
    const refused = imported.error;
    if (refused.kind === 'lines')
      return refuse({ kind: 'bad-lines', cells: [...problems, ...refused.lines.map(past.cellOf)] });
    if (problems.length > 0) return refuse({ kind: 'bad-lines', cells: problems });
    if (refused.kind !== 'dry-run' && refused.kind !== 'needs-yes') return refuse(refused);
    const { would } = refused;
    const names = unknownNameLines(past.unknown(would), MOST_NAMED);
    const lines = [
      ...past.counted(rows),
      ...defaults.map(csvText.defaultsTaken),
      ...names,
      ...(names.length > 0 ? [nearlyKnownText.hint] : []),
      csvText.wouldDo(would.added, would.known),
    ];
    return succeed({ kind: 'would', preview: { lines, kept: { kind, fileId, shown: shownOf(would) } } });
  };

/** Looks at what importing a file would do, or imports it where that was shown and `approved`; all or nothing. */
export const lookAtPast: Readonly<Record<PastKind, Importing>> = {
  meetings: importing(PAST_MEETINGS),
  trainings: importing(PAST_TRAININGS),
  attendance: importing(PAST_ATTENDANCE),
};
