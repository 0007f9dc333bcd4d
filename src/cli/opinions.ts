import type { Config } from '../config.ts';
import { opinionFile } from '../documents/opinion/file.ts';
import { printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { OPINION_FORMATS, readOpinionFormat } from '../domain/opinion/format.ts';
import { takeOpinions } from '../services/opinion/take.ts';
import { opinionCommandText, opinionFileText } from '../texts/opinion-file.ts';
import { unansweredLines } from '../views/opinion/files.ts';
import { problemSentence } from '../views/problem.ts';
import { type FileOptions, formatToWrite, showOrWrite } from './file-out.ts';
import { CommandEnd, EXIT, warn } from './output.ts';
import { withRecord } from './record.ts';
import { yearTyped } from './year.ts';

export type OpinionsOptions = FileOptions & { readonly workspace?: string };

const FORMATS = {
  read: readOpinionFormat,
  known: OPINION_FORMATS,
  shown: ['md', 'csv'],
  name: opinionCommandText.name,
} as const;

/** `opinions YEAR --format md|docx|xlsx|csv [--out FILE]`: the same files as in Slack; what has no answer goes to standard error. */
export const opinions = async (
  config: Config,
  typedYear: string,
  options: OpinionsOptions,
): Promise<void> => {
  const format = formatToWrite(options, FORMATS);
  await withRecord(config, options.workspace, async ({ actor, ...deps }) => {
    const taken = await takeOpinions(deps, yearTyped(typedYear, deps.clock), actor);
    if (!taken.ok) throw new CommandEnd(EXIT.refused, problemSentence(taken.error));
    const points = unansweredLines(taken.value);
    const year = printFiscalYear(taken.value.year);
    if (points.length > 0)
      for (const line of [opinionFileText.unsettled(year, points.length), ...points]) warn(line);
    const { bytes } = await opinionFile(taken.value, format);
    await showOrWrite(options.out, bytes);
  });
};
