import { writeFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { chapter5Markdown } from '../documents/chapter5/markdown.ts';
import { chapter5Of } from '../documents/chapter5/model.ts';
import { FISCAL_YEAR_EXAMPLES, printFiscalYear, readFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { readChapter5 } from '../services/read-chapter5.ts';
import { unsettledText } from '../texts/chapter5.ts';
import { cliText } from '../texts/cli.ts';
import { problemText } from '../texts/problem.ts';
import { CommandEnd, EXIT, say, warn } from './output.ts';
import { withRecord } from './record.ts';

export type ReportOptions = {
  readonly format: string;
  readonly out?: string;
  readonly workspace?: string;
};

/** `report YEAR --format md [--out FILE]`: the chapter; what is unsettled goes to standard error. */
export const report = async (config: Config, typedYear: string, options: ReportOptions): Promise<void> => {
  if (options.format !== 'md') throw new CommandEnd(EXIT.usage, cliText.unknownFormat(options.format));
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
    const text = chapter5Markdown(chapter);
    const { out } = options;
    if (out === undefined) return say(text);
    await writeFile(out, text).catch(() => {
      throw new CommandEnd(EXIT.refused, cliText.notWritten(out));
    });
    say(cliText.written(out));
  });
};
