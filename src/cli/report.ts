import type { Config } from '../config.ts';
import { changesDocument, changesSince, wasCompared } from '../documents/chapter5/changes.ts';
import { chapter5Document } from '../documents/chapter5/document.ts';
import { chapter5Of } from '../documents/chapter5/model.ts';
import { withYears, withYearsUndrawn } from '../documents/chapter5/years/years.ts';
import { keepDocument } from '../documents/writing/kept.ts';
import type { TextDocument } from '../documents/writing/text-document.ts';
import { writeDocument } from '../documents/writing/write.ts';
import { type FiscalYear, printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { printMoment } from '../domain/calendar/moment.ts';
import { FILE_FORMATS, readFileFormat } from '../domain/file-format.ts';
import { readGivenOut } from '../queries/report.ts';
import { readChapter5 } from '../services/read-chapter5.ts';
import { keepReport } from '../services/report/keep.ts';
import { readYears } from '../services/report/read-years.ts';
import { unsettledText } from '../texts/chapter5.ts';
import { cliText } from '../texts/cli.ts';
import { FORMAT_WORD } from '../texts/report.ts';
import { changesText } from '../texts/report-changes.ts';
import { type FileOptions, formatToWrite, showOrWrite } from './file-out.ts';
import { CommandEnd, EXIT, warn } from './output.ts';
import { type OpenedRecord, withRecord } from './record.ts';
import { yearTyped } from './year.ts';

export type ReportOptions = FileOptions & {
  readonly comparison?: boolean;
  readonly changes?: boolean;
  readonly workspace?: string;
};

const FORMATS = {
  read: readFileFormat,
  known: FILE_FORMATS,
  shown: ['md', 'html'],
  name: cliText.reportName,
} as const;

type Reading = OpenedRecord & { readonly year: FiscalYear };

/** The chapter; what is unsettled goes to standard error. */
const chapterIn = async (
  { workspaceId, year, ...deps }: Reading,
  { comparison = false }: ReportOptions,
): Promise<TextDocument> => {
  const chapter = chapter5Of(await readChapter5(deps, workspaceId, year));
  const label = printFiscalYear(year);
  if (chapter.unsettled.length === 0) warn(unsettledText.nothing(label));
  else
    for (const line of [unsettledText.title(label), ...chapter.unsettled.map(({ text }) => text)]) warn(line);
  const document = chapter5Document(chapter);
  return comparison ? withYears(document, await readYears(deps, workspaceId, year)) : document;
};

/** What differs from the newest of what was given out of the chapter that says anything else than it would now. */
const changesIn = async ({ workspaceId, year, ...deps }: Reading): Promise<TextDocument> => {
  const label = printFiscalYear(year);
  const given = await readGivenOut(deps.db.record(workspaceId), year);
  const [last] = given;
  if (last === undefined) throw new CommandEnd(EXIT.refused, changesText.neverGiven(label));
  const chapter = chapter5Document(chapter5Of(await readChapter5(deps, workspaceId, year)));
  const years = given.some(({ content }) => wasCompared(content))
    ? await readYears(deps, workspaceId, year)
    : undefined;
  const compared = given.map(({ content, ...got }) => {
    const now = years !== undefined && wasCompared(content) ? withYearsUndrawn(chapter, years) : chapter;
    return { ...got, changes: changesSince(content, now) };
  });
  const { delivery, name, changes } = compared.find((one) => one.changes.length > 0) ?? {
    ...last,
    changes: [],
  };
  const { givenAt, givenTo, format } = delivery;
  return changesDocument(changes, {
    year: label,
    since: changesText.since(printMoment(givenAt), name ?? givenTo, FORMAT_WORD[format]),
  });
};

/**
 * `report YEAR --format md|html|docx|xlsx [--comparison] [--out FILE]`: the chapter, as it is published without 前年度との比較 unless that is
 * asked for, and its file is kept as given out; `--changes`: what of the record was changed since it was given out.
 */
export const report = async (config: Config, typedYear: string, options: ReportOptions): Promise<void> => {
  const format = formatToWrite(options, FORMATS);
  if (options.comparison === true && options.changes === true)
    throw new CommandEnd(EXIT.usage, cliText.notBoth);
  await withRecord(config, options.workspace, async (opened) => {
    const reading = { ...opened, year: yearTyped(typedYear, opened.clock) };
    const document = await (options.changes === true ? changesIn(reading) : chapterIn(reading, options));
    await showOrWrite(options.out, await writeDocument(document, format));
    // What a terminal shows is looked at; a file is given out, and what differs from it later is told by --changes.
    if (options.out !== undefined && options.changes !== true)
      await keepReport(reading, { year: reading.year, format }, keepDocument(document), reading.actor);
  });
};
