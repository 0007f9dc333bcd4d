import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { CsvError, isUtf16, readCsv } from '../documents/csv-file.ts';
import { type CellProblem, readMeetingCsv } from '../documents/meeting-csv.ts';
import { importMeetings, type LineProblem } from '../services/import-meetings.ts';
import { cliText } from '../texts/cli.ts';
import { csvText } from '../texts/csv.ts';
import { MEETING_LABEL } from '../texts/meeting.ts';
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

const cellProblemOf = ({ line, problem }: LineProblem): CellProblem => ({
  line,
  column: MEETING_LABEL[problem.field],
  sentence: problem.kind === 'unknown-body' ? csvText.unknownBody : problemSentence(problem),
});

/** `import meetings FILE.csv [--dry-run]`: all or nothing, and nothing is sent. */
export const importFile = async (
  config: Config,
  kind: string,
  file: string,
  { dryRun = false, workspace }: ImportOptions,
): Promise<void> => {
  if (kind !== 'meetings') throw new CommandEnd(EXIT.usage, cliText.unknownKind(kind));
  const { headers, rows } = await readTable(file);
  const { meetings, problems } = readMeetingCsv(headers, rows);
  if (meetings.length === 0 && problems.length > 0) refuseCells(problems);
  if (meetings.length === 0) throw new CommandEnd(EXIT.refused, csvText.empty);
  await withRecord(config, workspace, async ({ actor, ...deps }) => {
    // Where a cell can't be read, the other lines are still held against the record, so that all is said at once.
    const imported = await importMeetings(deps, meetings, dryRun || problems.length > 0, actor);
    if (imported.ok) return say(csvText.done(imported.value.added, imported.value.known));
    const refused = imported.error;
    if (refused.kind === 'lines') return refuseCells([...problems, ...refused.lines.map(cellProblemOf)]);
    if (problems.length > 0) return refuseCells(problems);
    if (refused.kind !== 'dry-run') throw new CommandEnd(EXIT.refused, problemSentence(refused));
    say(csvText.wouldDo(refused.counts.added, refused.counts.known));
  });
};
