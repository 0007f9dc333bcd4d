import { z } from 'zod';
import { chapter5Document } from '../../documents/chapter5/document.ts';
import { chapter5Of } from '../../documents/chapter5/model.ts';
import { withYears } from '../../documents/chapter5/years/years.ts';
import { keepDocument } from '../../documents/writing/kept.ts';
import { writeDocument } from '../../documents/writing/write.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { readWantedReport, yearWrittenOn } from '../../domain/chapter5/wanted.ts';
import { FILE_FORMATS } from '../../domain/file-format.ts';
import { splitParts, YearPart } from '../../domain/parts.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Result } from '../../domain/result.ts';
import { confirmMeeting } from '../../services/meeting/confirm.ts';
import { confirmHeld } from '../../services/occasion/confirm-held.ts';
import { readChapter5 } from '../../services/read-chapter5.ts';
import { beginReport, type ReportFile } from '../../services/report/begin.ts';
import { keepReport } from '../../services/report/keep.ts';
import { openReport } from '../../services/report/open.ts';
import { readYears } from '../../services/report/read-years.ts';
import { confirmTraining } from '../../services/training/confirm.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { FORMAT_WORD, REPORT_BUTTON, REPORT_HELP, reportText } from '../../texts/report.ts';
import { problemMessage } from '../../views/failure.ts';
import type { Problem } from '../../views/problem.ts';
import {
  COMPARED,
  type ReportBefore,
  reportMade,
  reportMaking,
  reportMakingThere,
  reportMessage,
  reportNotMade,
  reportUnreadable,
} from '../../views/report/report.ts';
import { tellOfMaking } from '../made-file.ts';
import { PageNumber, readPageOf } from '../paging.ts';
import type { Asked, ButtonRequest, CommandRequest, Feature, Handler, HandlerDeps } from '../types.ts';
import { chapterOf, newestOther, withName, withNames } from './chapter.ts';

/** What is left of the report of a year, and what was given out of it. */
const lookAt = async (
  deps: HandlerDeps,
  year: FiscalYear,
  actor: Actor,
): Promise<Result<ReportBefore, Problem>> => {
  const opened = await openReport(deps, year, actor);
  if (!opened.ok) return opened;
  const chapter = await chapterOf(deps, year, actor);
  const other = await newestOther(deps, opened.value, year, { actor, chapter });
  const [given, otherGiven] = await Promise.all([
    withName(deps, opened.value[0]),
    withName(deps, other?.given),
  ]);
  return { ok: true, value: { year, unsettled: chapter.unsettled, given, other: otherGiven } };
};

/** A page of it as a message; why not, to who may not. */
const beforeMessage = async (
  deps: HandlerDeps,
  year: FiscalYear,
  page: number,
  actor: Actor,
): Promise<SlackMessage> => {
  const before = await lookAt(deps, year, actor);
  return before.ok ? reportMessage(before.value, page) : problemMessage(before.error);
};

/** Makes the file and sends it; the number of points that were left. Refused where Slack opens no messages with the person. */
const sendReport = async (
  deps: HandlerDeps,
  { year, format, compared }: ReportFile,
  actor: Actor,
): Promise<Result<number, Problem>> => {
  const { workspaceId } = actor;
  const chapter = chapter5Of(await withNames(deps, await readChapter5(deps, workspaceId, year)));
  const plain = chapter5Document(chapter);
  const document = compared
    ? await withYears(plain, await withNames(deps, await readYears(deps, workspaceId, year)))
    : plain;
  const label = printFiscalYear(year);
  const file = { name: reportText.fileName(label, format), bytes: await writeDocument(document, format) };
  const sent = await deps.uploads.send(actor.id, file, reportText.beside(label, FORMAT_WORD[format]));
  if (!sent.ok) return sent;
  await keepReport(deps, { year, format }, keepDocument(document), actor);
  return { ok: true, value: chapter.unsettled.length };
};

/**
 * Makes a file of the report: the person's messages say so at once, and when it is there, or why it is not. `answer` hears only that it
 * is on its way. Pressed twice, it is made once.
 */
const make = async (
  deps: HandlerDeps,
  file: ReportFile,
  { actor, answer, refuse }: Pick<Asked, 'actor' | 'answer' | 'refuse'>,
): Promise<void> => {
  const opened = await openReport(deps, file.year, actor);
  if (!opened.ok) return refuse(opened.error);
  const begun = await beginReport(deps, file, actor);
  if (!begun.ok) return refuse(begun.error);
  await answer(reportMakingThere(file));
  if (!begun.value) return;
  await tellOfMaking(deps, actor, {
    name: 'report.make later',
    making: reportMaking(file),
    make: () => sendReport(deps, file, actor),
    made: (unsettled) => reportMade(file, unsettled),
    notMade: (sentence) => reportNotMade(file, sentence),
    broken: reportText.broken,
  });
};

/** [年度] [形式]: what is left of it; where a format is named and nothing is left, the file at once. */
const typeReport =
  (deps: HandlerDeps) =>
  async ({ words, ...asked }: CommandRequest): Promise<void> => {
    const { actor, answer, refuse } = asked;
    const wanted = readWantedReport(words, todayInTokyo(deps.clock.now()));
    if (wanted === undefined) return answer(reportUnreadable(words));
    const { year, format } = wanted;
    const before = await lookAt(deps, year, actor);
    if (!before.ok) return refuse(before.error);
    await (format === undefined || before.value.unsettled.length > 0
      ? answer(reportMessage(before.value, 1, format))
      : make(deps, { year, format, attempt: 1, compared: false }, asked));
  };

/** 第5章を作成, of the year that is written now. */
const openNow =
  (deps: HandlerDeps) =>
  async ({ actor, answer }: Asked): Promise<void> =>
    answer(await beforeMessage(deps, yearWrittenOn(todayInTokyo(deps.clock.now())), 1, actor));

/** Another page, or the same as it is now. */
const turn: Handler<ButtonRequest> =
  (deps) =>
  async ({ actor, value, replace }) => {
    const { of: year, page } = readPageOf(YearPart, value);
    await replace(await beforeMessage(deps, year, page, actor));
  };

const ReportFileParts = z.tuple([YearPart, z.enum(FILE_FORMATS), PageNumber, z.literal(COMPARED).optional()]);

const pressMake: Handler<ButtonRequest> = (deps) => (request) => {
  const [year, format, attempt, compared] = ReportFileParts.parse(splitParts(request.value));
  return make(deps, { year, format, attempt, compared: compared !== undefined }, request);
};

const OccasionOfYear = z.tuple([z.enum(['meeting', 'training']), z.uuid(), YearPart, PageNumber]);

/** 確認する or 実施を確認 of a point that is left: the rest of them stand in its place. */
const settle =
  (
    act: (
      deps: HandlerDeps,
      of: { readonly kind: 'meeting' | 'training'; readonly id: string },
      actor: Actor,
    ) => Promise<Result<unknown, Problem>>,
  ): Handler<ButtonRequest> =>
  (deps) =>
  async ({ actor, value, replace, refuse }) => {
    const [kind, id, year, page] = OccasionOfYear.parse(splitParts(value));
    const opened = await openReport(deps, year, actor);
    if (!opened.ok) return refuse(opened.error);
    const settled = await act(deps, { kind, id }, actor);
    await (settled.ok ? replace(await beforeMessage(deps, year, page, actor)) : refuse(settled.error));
  };
const confirm = settle((deps, { kind, id }, actor) =>
  kind === 'meeting' ? confirmMeeting(deps, id, actor) : confirmTraining(deps, id, actor),
);
const held = settle((deps, of, actor) => confirmHeld(deps, of, true, actor));

/** 実施状況報告書 第5章 as a file. */
export const reportFeature: Feature = {
  noun: 'report',
  commands: {
    '/kyodo-report': [
      {
        words: [],
        argument: REPORT_HELP.argument,
        audience: 'secretariat',
        does: REPORT_HELP.make,
        handle: typeReport,
        takesWords: true,
      },
    ],
  },
  buttons: {
    'report.open': openNow,
    'report.make': pressMake,
    'report.confirm': confirm,
    'report.held': held,
    'report.again': turn,
    'report.previous': turn,
    'report.next': turn,
  },
  redraws: { report: turn },
  openers: [{ actionId: 'report.open', words: REPORT_BUTTON.open, may: isSecretariat }],
};
