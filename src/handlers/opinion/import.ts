import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { readTable } from '../../documents/csv/file.ts';
import { opinionSampleCsv, readOpinionCsv } from '../../documents/csv/opinion.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { yearWrittenOn } from '../../domain/chapter5/wanted.ts';
import { mayManageOpinions } from '../../domain/opinion/desk.ts';
import { type OpinionPlanShown, shownOfPlan } from '../../domain/opinion/import.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { importOpinions } from '../../services/opinion/import.ts';
import { openOpinionForm } from '../../services/opinion/open-form.ts';
import { readPastFile } from '../../services/past-records/read-file.ts';
import { importFileText } from '../../texts/import-file.ts';
import { opinionText } from '../../texts/opinion.ts';
import { OPINION_IMPORT_FORM, OPINION_IMPORT_HELP, opinionImportText } from '../../texts/opinion-import.ts';
import {
  opinionCell,
  opinionImported,
  opinionImportForm,
  opinionImporting,
  opinionNotice,
  opinionPreview,
  opinionReading,
} from '../../views/opinion/import.ts';
import { type PastProblem, pastSentence } from '../../views/past-records.ts';
import { filled } from '../answer.ts';
import { FileId, MOST_BYTES, showAllAfter, showLook } from '../chosen-file.ts';
import { readJson } from '../modal-input.ts';
import { sendOwnFile } from '../own-file.ts';
import type { Asked, ButtonRequest, Feature, FormSubmission, Handler, HandlerDeps } from '../types.ts';

/** 評価・意見を取り込む. */
const openImport: Handler<Asked> =
  (deps) =>
  async ({ actor, openForm, refuse: say }) => {
    const opened = await openOpinionForm(deps, actor);
    await (opened.ok ? openForm(opinionImportForm()) : say(opened.error));
  };

/** 見本のCSV, with sections that the record has, so that it can be imported as it is. */
const sendSample: Handler<ButtonRequest> = (deps) => async (request) => {
  const opened = await openOpinionForm(deps, request.actor);
  if (!opened.ok) return request.refuse(opened.error);
  const places = opened.value.flatMap(({ name, sections }) =>
    sections.map((section) => opinionText.place(name, section.name)),
  );
  const year = printFiscalYear(yearWrittenOn(todayInTokyo(deps.clock.now())));
  const file = { name: opinionImportText.sampleName, bytes: opinionSampleCsv(year, places) };
  await sendOwnFile(deps, request, file, {
    beside: opinionImportText.sampleWords,
    sent: importFileText.sampleSent,
  });
};

/** A file as it was chosen, by a form's key; where it is imported, what was shown of it before. */
type Chosen = {
  readonly fileId: string;
  readonly mostBytes: number;
  readonly key?: string;
  readonly approved?: { readonly key: string; readonly shown: OpinionPlanShown };
};

/** Looks at what importing the file would do, or imports it where that was shown; what is to be seen then. */
const look = async (
  deps: HandlerDeps,
  { fileId, mostBytes, key, approved }: Chosen,
  actor: Asked['actor'],
): Promise<Result<ModalView, PastProblem>> => {
  const input = { draft: fileId, ...(key === undefined ? {} : { key }) };
  const file = await readPastFile(
    deps,
    { mostBytes, read: readTable, action: 'read-opinion-file' },
    input,
    actor,
  );
  if (!file.ok) return file;
  const { rows, problems } = readOpinionCsv(file.value);
  if (rows.length === 0)
    return refuse(problems.length > 0 ? { kind: 'bad-lines', cells: problems } : { kind: 'empty' });
  // Where a cell can't be read, the other lines are still held against the record, so that all is said at once.
  const dryRun = approved === undefined || problems.length > 0;
  const imported = await importOpinions(
    deps,
    rows,
    dryRun,
    actor,
    approved && {
      key: approved.key,
      draft: fileId,
      isAsShown: (plan) => JSON.stringify(shownOfPlan(plan)) === JSON.stringify(approved.shown),
    },
  );
  if (imported.ok) return succeed(opinionImported(imported.value));
  const refused = imported.error;
  if (refused.kind === 'lines')
    return refuse({ kind: 'bad-lines', cells: [...problems, ...refused.lines.map(opinionCell)] });
  if (problems.length > 0) return refuse({ kind: 'bad-lines', cells: problems });
  if (refused.kind !== 'dry-run' && refused.kind !== 'needs-yes') return refuse(refused);
  return succeed(opinionPreview(refused.would, fileId, refused.kind === 'needs-yes'));
};

const WORDS = { notice: opinionNotice, sentence: pastSentence };

/** 評価・意見を取り込む was submitted: 取込みの確認 comes on top. */
const submitFile = filled(z.object({ file: z.tuple([FileId]) }), async (deps, form) => {
  const { actor, key, draft } = form;
  const [fileId] = draft.file;
  await showLook(form, (mostBytes) => look(deps, { fileId, mostBytes, key }, actor), {
    ...WORDS,
    waiting: opinionReading,
  });
});

const Approval = z.object({
  fileId: FileId,
  shown: z.object({ added: z.number(), changed: z.number(), known: z.number(), revisions: z.number() }),
});

/** 取込みの確認 was submitted. */
const submitApproval: Handler<FormSubmission> = (deps) => async (form) => {
  const { fileId, shown } = readJson(Approval, form.metadata);
  const approve = () =>
    look(deps, { fileId, mostBytes: MOST_BYTES, approved: { key: form.key, shown } }, form.actor);
  await showAllAfter(form, shown.added + shown.changed + shown.known, approve, {
    ...WORDS,
    waiting: opinionImporting,
  });
};

/** 評価・意見を取り込む: a file of the committee's opinions, after a look at what it would do. */
export const opinionImportFeature: Feature = {
  noun: 'report',
  commands: {
    '/kyodo-opinion': [
      {
        words: ['取込', 'import'],
        audience: 'secretariat',
        does: OPINION_IMPORT_HELP.import,
        handle: openImport,
      },
    ],
  },
  buttons: { 'opinion-import.open': openImport, 'opinion-import.sample': sendSample },
  forms: { 'opinion-import.file': submitFile, 'opinion-import.approve': submitApproval },
  openers: [{ actionId: 'opinion-import.open', words: OPINION_IMPORT_FORM, may: mayManageOpinions }],
};
