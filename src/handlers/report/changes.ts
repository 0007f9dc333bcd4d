import { changesDocument } from '../../documents/chapter5/changes.ts';
import { writeDocument } from '../../documents/writing/write.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { DocumentChange } from '../../domain/document-change.ts';
import { YearPart } from '../../domain/parts.ts';
import { type Result, succeed } from '../../domain/result.ts';
import { openReport } from '../../services/report/open.ts';
import { FORMAT_WORD } from '../../texts/report.ts';
import { changesText } from '../../texts/report-changes.ts';
import { sentenceMessage } from '../../views/failure.ts';
import type { Problem } from '../../views/problem.ts';
import { changesMessage } from '../../views/report/changes.ts';
import { sendOwnFile } from '../own-file.ts';
import { readPageOf } from '../paging.ts';
import type { ButtonRequest, Feature, Handler, HandlerDeps } from '../types.ts';
import { chapterOf, newestOther, withName } from './chapter.ts';

type Changes = { readonly since: string; readonly changes: readonly DocumentChange[] };

/** What differs from the newest of what was given out that says anything else; undefined where nothing was given out. */
const readChanges = async (
  deps: HandlerDeps,
  year: FiscalYear,
  actor: Actor,
): Promise<Result<Changes | undefined, Problem>> => {
  const opened = await openReport(deps, year, actor);
  if (!opened.ok) return opened;
  const other = await newestOther(deps, opened.value, year, {
    actor,
    chapter: await chapterOf(deps, year, actor),
  });
  const given = await withName(deps, other?.given ?? opened.value[0]);
  if (given === undefined) return succeed(undefined);
  const { delivery, name } = given;
  const since = changesText.since(printMoment(delivery.givenAt), name, FORMAT_WORD[delivery.format]);
  return succeed({ since, changes: other?.changes ?? [] });
};

/** 変更点 of a year's report, a page of it: as an answer, or in place of another page. */
const show =
  (said: 'answer' | 'replace'): Handler<ButtonRequest> =>
  (deps) =>
  async (request) => {
    const { of: year, page } = readPageOf(YearPart, request.value);
    const read = await readChanges(deps, year, request.actor);
    if (!read.ok) return request.refuse(read.error);
    const { value } = read;
    await request[said](
      value === undefined
        ? sentenceMessage(changesText.neverGiven(printFiscalYear(year)))
        : changesMessage(year, value.since, value.changes, page),
    );
  };

/** ワードで受け取る. */
const sendFile: Handler<ButtonRequest> = (deps) => async (request) => {
  const year = YearPart.parse(request.value);
  const label = printFiscalYear(year);
  const read = await readChanges(deps, year, request.actor);
  if (!read.ok) return request.refuse(read.error);
  const { value } = read;
  if (value === undefined) return request.answer(sentenceMessage(changesText.neverGiven(label)));
  const document = changesDocument(value.changes, { year: label, since: value.since });
  const file = { name: changesText.fileName(label), bytes: await writeDocument(document, 'docx') };
  await sendOwnFile(deps, request, file, { beside: changesText.beside(label), sent: changesText.sent });
};

/** 変更点: what of the record was changed since the report was given out. */
export const reportChangesFeature: Feature = {
  noun: 'report',
  buttons: {
    'report-changes.open': show('answer'),
    'report-changes.previous': show('replace'),
    'report-changes.next': show('replace'),
    'report-changes.file': sendFile,
  },
  redraws: { 'report-changes': show('replace') },
};
