import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { CsvError, readCsv } from '../documents/csv-file.ts';
import { readMeetingCsv } from '../documents/meeting-csv.ts';
import { importMeetings } from '../services/import-meetings.ts';
import { cliText } from '../texts/cli.ts';
import { csvText } from '../texts/csv.ts';
import { MEETING_LABEL } from '../texts/meeting.ts';
import { problemSentence } from '../views/failure.ts';
import { CommandEnd, EXIT, say, warn } from './output.ts';
import { withRecord } from './record.ts';

export type ImportOptions = { readonly dryRun?: boolean; readonly workspace?: string };

const readTable = async (file: string) => {
  const bytes = await readFile(file).catch(() => {
    throw new CommandEnd(EXIT.refused, cliText.noFile(file));
  });
  try {
    return readCsv(bytes);
  } catch (error) {
    if (error instanceof CsvError) throw new CommandEnd(EXIT.refused, csvText.broken(error.line));
    throw error;
  }
};

const refuseLines = (lines: readonly string[]): never => {
  for (const line of lines) warn(line);
  throw new CommandEnd(EXIT.refused, csvText.refused(lines.length));
};

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
  if (problems.length > 0)
    refuseLines(problems.map(({ line, column, sentence }) => csvText.cell(line, column, sentence)));
  if (meetings.length === 0) throw new CommandEnd(EXIT.refused, csvText.empty);
  await withRecord(config, workspace, async ({ actor, ...deps }) => {
    const imported = await importMeetings(deps, meetings, dryRun, actor);
    if (imported.ok) return say(csvText.done(imported.value.added, imported.value.known));
    const problem = imported.error;
    if (problem.kind === 'dry-run') return say(csvText.wouldDo(problem.counts.added, problem.counts.known));
    if (problem.kind !== 'lines') throw new CommandEnd(EXIT.refused, problemSentence(problem));
    refuseLines(
      problem.lines.map((found) =>
        csvText.cell(found.line, MEETING_LABEL[found.problem.field], problemSentence(found.problem)),
      ),
    );
  });
};
