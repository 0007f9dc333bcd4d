import type { Config } from '../config.ts';
import type { CsvTable } from '../documents/csv/file.ts';
import { readTable } from '../documents/csv/file.ts';
import { readMemberCsv } from '../documents/csv/member.ts';
import { readOpinionCsv } from '../documents/csv/opinion.ts';
import { readPeopleCsv } from '../documents/csv/people.ts';
import { readPromoterCsv } from '../documents/csv/promoter.ts';
import type { Actor } from '../domain/actor.ts';
import type { MembersImported } from '../domain/body/member-import.ts';
import type { CellProblem, ImportCounts, ImportProblem, TableReading } from '../domain/csv-file.ts';
import { shownOfPlan } from '../domain/opinion/import.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';
import { countsOf } from '../domain/roster/import.ts';
import {
  PAST_ATTENDANCE,
  PAST_MEETINGS,
  PAST_TRAININGS,
  type PastImport,
} from '../handlers/past-records/kinds.ts';
import { importAttendance } from '../services/attendance/import.ts';
import { importMembers } from '../services/body/import-members.ts';
import { importOpinions } from '../services/opinion/import.ts';
import { importPeople } from '../services/person/import-people.ts';
import { importPromoters } from '../services/roster/import-promoters.ts';
import type { ServiceDeps } from '../services/service-deps.ts';
import { cliText } from '../texts/cli.ts';
import { csvText, tableSentence } from '../texts/csv.ts';
import { opinionImportText } from '../texts/opinion-import.ts';
import { memberCell, personCell } from '../views/import-cells.ts';
import { nearlyKnownLines, unknownNameLines } from '../views/nearly-known.ts';
import { opinionCell, opinionPlanLines } from '../views/opinion/import.ts';
import { problemSentence } from '../views/problem.ts';
import { rosterCell, rosterPlanLines } from '../views/roster/import.ts';
import { newPeopleLines } from '../views/roster/notes.ts';
import { connectImported } from './accounts.ts';
import { readInputFile } from './input-file.ts';
import { CommandEnd, EXIT, say, warn } from './output.ts';
import { withRecord } from './record.ts';

export type ImportOptions = {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly newPeople?: boolean;
  readonly workspace?: string;
};

/** What was said yes to beforehand. */
type Confirmed = { readonly yes: boolean; readonly newPeople: boolean };

/** One kind of file: how it is read, imported, and spoken of. */
type Kind<Row, Line, Done, Would> = {
  readonly read: (table: CsvTable) => TableReading<Row>;
  readonly importAll: (
    deps: ServiceDeps,
    rows: readonly Row[],
    dryRun: boolean,
    actor: Actor,
    confirmed: Confirmed,
  ) => Promise<Result<Done, ImportProblem<Line, Would> | Refusal>>;
  readonly cellOf: (line: Line) => CellProblem;
  readonly done: (done: Done) => string;
  readonly would: (would: Would) => string;
  /** What to add to the command where somebody is to say yes first. */
  readonly needs?: string;
  /** What the rows of the file say in numbers, a line each. */
  readonly counted?: (rows: readonly Row[]) => readonly string[];
  /** Whose accounts are looked up afterwards, by id. */
  readonly people?: (done: Done) => readonly string[];
};

/** Says every bad cell, from the top of the file down. */
const refuseCells = (problems: readonly CellProblem[]): never => {
  const byLine = problems.toSorted((one, other) => one.line - other.line);
  for (const { line, column, sentence } of byLine) warn(csvText.cell(line, column, sentence));
  throw new CommandEnd(EXIT.refused, csvText.refused(problems.length));
};

type ImportTable = (
  config: Config,
  table: CsvTable,
  options: Required<Pick<ImportOptions, 'dryRun'>> & ImportOptions,
) => Promise<void>;

const importing =
  <Row, Line, Done, Would>({
    read,
    importAll,
    cellOf,
    done,
    would,
    needs = csvText.needsYes,
    counted = () => [],
    people = () => [],
  }: Kind<Row, Line, Done, Would>): ImportTable =>
  async (config, table, { dryRun, yes = false, newPeople = false, workspace }) => {
    const { rows, defaults, problems } = read(table);
    const sayWith = (...lines: readonly string[]): void => {
      for (const line of [...counted(rows), ...defaults.map(csvText.defaultsTaken), ...lines]) say(line);
    };
    if (rows.length === 0 && problems.length > 0) refuseCells(problems);
    if (rows.length === 0) throw new CommandEnd(EXIT.refused, tableSentence({ kind: 'empty' }));
    await withRecord(config, workspace, async (record) => {
      const { actor, ...deps } = record;
      // Where a cell can't be read, the other lines are still held against the record, so that all is said at once.
      const imported = await importAll(deps, rows, dryRun || problems.length > 0, actor, { yes, newPeople });
      if (imported.ok) {
        sayWith(done(imported.value));
        for (const line of await connectImported(config, record, people(imported.value))) say(line);
        return;
      }
      const refused = imported.error;
      if (refused.kind === 'lines') return refuseCells([...problems, ...refused.lines.map(cellOf)]);
      if (problems.length > 0) return refuseCells(problems);
      if (refused.kind !== 'dry-run' && refused.kind !== 'needs-yes')
        throw new CommandEnd(EXIT.refused, problemSentence(refused));
      sayWith(would(refused.would));
      if (refused.kind === 'needs-yes') throw new CommandEnd(EXIT.refused, needs);
    });
  };

/** Files of records that stand or are added, and are never changed. */
const added = {
  done: (done: ImportCounts) => csvText.done(done.added, done.known),
  would: (would: ImportCounts) => csvText.wouldDo(would.added, would.known),
} as const;

/** Past records of a kind, with nothing to say yes to beforehand. */
const past = <Row, Line>(kind: PastImport<Row, Line, ImportCounts>): ImportTable =>
  importing({
    ...kind,
    ...added,
    importAll: (deps, rows, dryRun, actor) => kind.importAll(deps, rows, dryRun, actor),
  });

const memberLines = ({ newPeople, nearly }: MembersImported): readonly string[] => [
  ...newPeopleLines(newPeople),
  ...nearlyKnownLines(nearly),
];

const KINDS: ReadonlyMap<string, ImportTable> = new Map([
  [
    'people',
    importing({
      read: readPeopleCsv,
      importAll: importPeople,
      cellOf: personCell,
      done: ({ added, learned, known }) => csvText.peopleDone(added, learned, known),
      people: ({ people }) => people,
      would: ({ added, learned, known }) => csvText.wouldDoPeople(added, learned, known),
    }),
  ],
  [
    'promoters',
    importing({
      read: readPromoterCsv,
      importAll: (deps, rows, dryRun, actor, { yes }) => importPromoters(deps, rows, dryRun, actor, yes),
      cellOf: rosterCell,
      done: ({ added, changed, ended }) => csvText.rosterDone(added, changed, ended),
      people: ({ people }) => people,
      would: (plan) => {
        const { added, changed, ended } = countsOf(plan);
        return [...rosterPlanLines(plan), csvText.wouldDoRoster(added, changed, ended)].join('\n');
      },
    }),
  ],
  [
    'members',
    importing({
      read: readMemberCsv,
      importAll: importMembers,
      cellOf: memberCell,
      done: (done) => [...memberLines(done), csvText.done(done.added, done.known)].join('\n'),
      would: (would) => [...memberLines(would), csvText.wouldDo(would.added, would.known)].join('\n'),
      people: ({ people }) => people,
    }),
  ],
  ['meetings', past(PAST_MEETINGS)],
  [
    'opinions',
    importing({
      read: readOpinionCsv,
      importAll: (deps, rows, dryRun, actor) => importOpinions(deps, rows, dryRun, actor),
      cellOf: opinionCell,
      done: (plan) => {
        const { added, changed, known } = shownOfPlan(plan);
        return opinionImportText.done(added, changed, known);
      },
      would: (plan) => {
        const { added, changed, known } = shownOfPlan(plan);
        return [...opinionPlanLines(plan), opinionImportText.wouldDo(added, changed, known)].join('\n');
      },
    }),
  ],
  ['trainings', past(PAST_TRAININGS)],
  [
    'attendance',
    importing({
      ...PAST_ATTENDANCE,
      importAll: (deps, rows, dryRun, actor, { newPeople }) =>
        importAttendance(deps, rows, { dryRun, newPeople }, actor),
      done: added.done,
      would: (would) => [...unknownNameLines(would.unknown), added.would(would)].join('\n'),
      needs: csvText.needsNewPeople,
    }),
  ],
]);

/** `import KIND FILE.csv [--dry-run]`: all or nothing, and nothing is sent for what is past. */
export const importFile = async (
  config: Config,
  kind: string,
  file: string,
  { dryRun = false, ...options }: ImportOptions,
): Promise<void> => {
  const importTable = KINDS.get(kind);
  if (importTable === undefined)
    throw new CommandEnd(EXIT.usage, cliText.unknownKind(kind, [...KINDS.keys()]));
  const table = readTable(await readInputFile(file));
  if (!table.ok) throw new CommandEnd(EXIT.refused, tableSentence(table.error));
  await importTable(config, table.value, { dryRun, ...options });
};
