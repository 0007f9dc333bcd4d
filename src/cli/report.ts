import type { Config } from '../config.ts';
import { chapter5Document } from '../documents/chapter5/document.ts';
import { chapter5Of } from '../documents/chapter5/model.ts';
import { writeDocument } from '../documents/writing/write.ts';
import { printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { FILE_FORMATS, readFileFormat } from '../domain/file-format.ts';
import { readChapter5 } from '../services/read-chapter5.ts';
import { unsettledText } from '../texts/chapter5.ts';
import { cliText } from '../texts/cli.ts';
import { type FileOptions, formatToWrite, showOrWrite } from './file-out.ts';
import { warn } from './output.ts';
import { withRecord } from './record.ts';
import { yearTyped } from './year.ts';

export type ReportOptions = FileOptions & { readonly workspace?: string };

const FORMATS = {
  read: readFileFormat,
  known: FILE_FORMATS,
  shown: ['md', 'html'],
  name: cliText.reportName,
} as const;

/** `report YEAR --format md|html|docx|xlsx [--out FILE]`: the chapter; what is unsettled goes to standard error. */
export const report = async (config: Config, typedYear: string, options: ReportOptions): Promise<void> => {
  const format = formatToWrite(options, FORMATS);
  await withRecord(config, options.workspace, async ({ workspaceId, ...deps }) => {
    const year = yearTyped(typedYear, deps.clock);
    const chapter = chapter5Of(await readChapter5(deps, workspaceId, year));
    const label = printFiscalYear(year);
    if (chapter.unsettled.length === 0) warn(unsettledText.nothing(label));
    else
      for (const line of [unsettledText.title(label), ...chapter.unsettled.map(({ text }) => text)])
        warn(line);
    await showOrWrite(options.out, await writeDocument(chapter5Document(chapter), format));
  });
};
