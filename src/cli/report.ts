import type { Config } from '../config.ts';
import { chapter5Document } from '../documents/chapter5/document.ts';
import { chapter5Of } from '../documents/chapter5/model.ts';
import { writeDocument } from '../documents/writing/write.ts';
import { FISCAL_YEAR_EXAMPLES, printFiscalYear, readFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { FILE_FORMATS, type FileFormat, readFileFormat } from '../domain/file-format.ts';
import { readChapter5 } from '../services/read-chapter5.ts';
import { unsettledText } from '../texts/chapter5.ts';
import { cliText } from '../texts/cli.ts';
import { problemText } from '../texts/problem.ts';
import { writeOut } from './file-out.ts';
import { CommandEnd, EXIT, say, warn } from './output.ts';
import { withRecord } from './record.ts';

export type ReportOptions = {
  readonly format: string;
  readonly out?: string;
  readonly workspace?: string;
};

/** What a terminal can show; the others need a file. */
const TEXT_FORMATS: readonly FileFormat[] = ['md', 'html'];

const formatOf = ({ format: typed, out }: ReportOptions): FileFormat => {
  const format = readFileFormat(typed);
  if (format === undefined) throw new CommandEnd(EXIT.usage, cliText.unknownFormat(typed, FILE_FORMATS));
  if (out === undefined && !TEXT_FORMATS.includes(format))
    throw new CommandEnd(EXIT.usage, cliText.needsFile(format));
  return format;
};

/** `report YEAR --format md|html|docx|xlsx [--out FILE]`: the chapter; what is unsettled goes to standard error. */
export const report = async (config: Config, typedYear: string, options: ReportOptions): Promise<void> => {
  const format = formatOf(options);
  await withRecord(config, options.workspace, async ({ workspaceId, ...deps }) => {
    const year = readFiscalYear(typedYear, todayInTokyo(deps.clock.now()));
    if (year === undefined)
      throw new CommandEnd(EXIT.refused, problemText.yearUnreadable(FISCAL_YEAR_EXAMPLES));
    const chapter = chapter5Of(await readChapter5(deps, workspaceId, year));
    const label = printFiscalYear(year);
    if (chapter.unsettled.length === 0) warn(unsettledText.nothing(label));
    else
      for (const line of [unsettledText.title(label), ...chapter.unsettled.map(({ text }) => text)])
        warn(line);
    const bytes = await writeDocument(chapter5Document(chapter), format);
    if (options.out === undefined) say(new TextDecoder().decode(bytes).trimEnd());
    else await writeOut(options.out, bytes);
  });
};
