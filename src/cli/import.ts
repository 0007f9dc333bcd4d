import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { readAttendanceCsv } from '../documents/attendance-csv.ts';
import { CsvError, type CsvTable, isUtf16, readCsv } from '../documents/csv-file.ts';
import { readMeetingCsv } from '../documents/meeting-csv.ts';
import { readTrainingCsv } from '../documents/training-csv.ts';
import type { Actor } from '../domain/actor.ts';
import type { CellProblem, ImportProblem, TableReading } from '../domain/csv-file.ts';
import type { ImportCounts } from '../domain/meeting-import.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Result } from '../domain/result.ts';
import { importAttendance } from '../services/import-attendance.ts';
import { importMeetings, type LineProblem } from '../services/import-meetings.ts';
import { importTrainings } from '../services/import-trainings.ts';
import type { ServiceDeps } from '../services/service-deps.ts';
import { cliText } from '../texts/cli.ts';
import { csvText } from '../texts/csv.ts';
import { MEETING_LABEL } from '../texts/meeting.ts';
import { attendanceCell, trainingCell } from '../views/import-training-cells.ts';
import { problemSentence } from '../views/problem.ts';
import { CommandEnd, EXIT, say, warn } from './output.ts';
import { withRecord } from './record.ts';

export type ImportOptions = { readonly dryRun?: boolean; readonly workspace?: string };

const readTable = async (file: string) => {
  const bytes = await readFile(file).catch(() => {
    throw new CommandEnd(EXIT.refused, cliText.noFile(file));
  });
  if (isUtf16(bytes)) throw new CommandEnd(EXIT.refused, csvText.utf16);
  if (bytes.length === 0) throw new CommandEnd(EXIT.refused, csvText.empty);
  try {
    return readCsv(bytes);
  } catch (error) {
    if (error instanceof CsvError) throw new CommandEnd(EXIT.refused, csvText.broken(error.line));
    throw error;
  }
};

/** Says every bad cell, from the top of the file down. */
const refuseCells = (problems: readonly CellProblem[]): never => {
  const byLine = problems.toSorted((one, other) => one.line - other.line);
  for (const { line, column, sentence } of byLine) warn(csvText.cell(line, column, sentence));
  throw new CommandEnd(EXIT.refused, csvText.refused(problems.length));
};

const meetingCell = ({ line, problem }: LineProblem): CellProblem => ({
  line,
  column: MEETING_LABEL[problem.field],
  sentence: problem.kind === 'unknown-body' ? csvText.unknownBody : problemSentence(problem),
});

/** One kind of file: how it is read, imported, and spoken of. */
type Kind<Row, Line> = {
  readonly read: (table: CsvTable) => TableReading<Row>;
  readonly importAll: (
    deps: ServiceDeps,
    rows: readonly Row[],
    dryRun: boolean,
    actor: Actor,
  ) => Promise<Result<ImportCounts, ImportProblem<Line, ImportCounts> | Refusal>>;
  readonly cellOf: (line: Line) => CellProblem;
};

type ImportTable = (config: Config, table: CsvTable, options: ImportOptions) => Promise<void>;

const importing =
  <Row, Line>({ read, importAll, cellOf }: Kind<Row, Line>): ImportTable =>
  async (config, table, { dryRun = false, workspace }) => {
    const { rows, problems } = read(table);
    if (rows.length === 0 && problems.length > 0) refuseCells(problems);
    if (rows.length === 0) throw new CommandEnd(EXIT.refused, csvText.empty);
    await withRecord(config, workspace, async ({ actor, ...deps }) => {
      // Where a cell can't be read, the other lines are still held against the record, so that all is said at once.
      const imported = await importAll(deps, rows, dryRun || problems.length > 0, actor);
      if (imported.ok) return say(csvText.done(imported.value.added, imported.value.known));
      const refused = imported.error;
      if (refused.kind === 'lines') return refuseCells([...problems, ...refused.lines.map(cellOf)]);
      if (problems.length > 0) return refuseCells(problems);
      if (refused.kind !== 'dry-run') throw new CommandEnd(EXIT.refused, problemSentence(refused));
      say(csvText.wouldDo(refused.would.added, refused.would.known));
    });
  };

const KINDS: ReadonlyMap<string, ImportTable> = new Map([
  [
    'meetings',
    importing({
      read: ({ headers, rows }) => {
        const { meetings, problems } = readMeetingCsv(headers, rows);
        return { rows: meetings, problems };
      },
      importAll: importMeetings,
      cellOf: meetingCell,
    }),
  ],
  ['trainings', importing({ read: readTrainingCsv, importAll: importTrainings, cellOf: trainingCell })],
  ['attendance', importing({ read: readAttendanceCsv, importAll: importAttendance, cellOf: attendanceCell })],
]);

/** `import KIND FILE.csv [--dry-run]`: all or nothing, and nothing is sent. */
export const importFile = async (
  config: Config,
  kind: string,
  file: string,
  options: ImportOptions,
): Promise<void> => {
  const importTable = KINDS.get(kind);
  if (importTable === undefined) throw new CommandEnd(EXIT.usage, cliText.unknownKind(kind));
  await importTable(config, await readTable(file), options);
};
