import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { readTable } from '../../documents/csv/file.ts';
import { pastSampleCsv } from '../../documents/csv/past-sample.ts';
import { PAST_KINDS } from '../../domain/past-records.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { type Result, succeed } from '../../domain/result.ts';
import { openPastRecords } from '../../services/past-records/open.ts';
import { readPastFile } from '../../services/past-records/read-file.ts';
import { readPastSample } from '../../services/past-records/read-sample.ts';
import { importFileText } from '../../texts/import-file.ts';
import { PAST_FORM, PAST_WORD, pastRecordsText } from '../../texts/past-records.ts';
import {
  type PastProblem,
  pastImported,
  pastImporting,
  pastNotice,
  pastPreview,
  pastReading,
  pastRecordsForm,
  pastSentence,
} from '../../views/past-records.ts';
import { filled } from '../answer.ts';
import { FileId, MOST_BYTES, showAllAfter, showLook } from '../chosen-file.ts';
import { readJson } from '../modal-input.ts';
import { sendOwnFile } from '../own-file.ts';
import type { Asked, ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';
import { lookAtPast, type PastOutcome } from './look.ts';

/** 過去の記録を取り込む. */
const openForm =
  (deps: HandlerDeps) =>
  async ({ actor, openForm: open, refuse: say }: Asked): Promise<void> => {
    const opened = await openPastRecords(deps, actor);
    await (opened.ok ? open(pastRecordsForm()) : say(opened.error));
  };

const Kind = z.enum(PAST_KINDS);

/** 見本のCSV of one kind. */
const sendSample =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const kind = Kind.parse(request.value);
    const sample = await readPastSample(deps, request.actor);
    if (!sample.ok) return request.refuse(sample.error);
    const file = { name: pastRecordsText.sampleName[kind], bytes: pastSampleCsv(kind, sample.value) };
    const words = { beside: pastRecordsText.sampleWords(PAST_WORD[kind]), sent: importFileText.sampleSent };
    await sendOwnFile(deps, request, file, words);
  };

/** What it came to, as it stands in place of what was submitted; `isAgain` where it was shown before. */
const viewOf = (outcome: PastOutcome, isAgain = false): ModalView =>
  outcome.kind === 'imported' ? pastImported(outcome.done) : pastPreview(outcome.preview, isAgain);

const ChosenFile = z.object({ kind: Kind, file: z.tuple([FileId]) });
const FILE = { read: readTable, action: 'read-past-file' } as const;
const WORDS = { notice: pastNotice, sentence: pastSentence };

/** 過去の記録を取り込む was submitted: 取込みの確認 comes on top, at once or when a large file is read. */
const submitFile = filled(ChosenFile, async (deps, form) => {
  const { actor, key, draft } = form;
  const { kind } = draft;
  const [fileId] = draft.file;
  const look = async (mostBytes: number): Promise<Result<ModalView, PastProblem>> => {
    const read = await readPastFile(deps, { ...FILE, mostBytes }, { key, draft: fileId }, actor);
    if (!read.ok) return read;
    const looked = await lookAtPast[kind](deps, { kind, fileId, table: read.value }, actor);
    return looked.ok ? succeed(viewOf(looked.value)) : looked;
  };
  await showLook(form, look, { ...WORDS, waiting: pastReading });
});

/** What 取込みの確認 carries. The file is read again by its id, and what it would do is held against what was shown. */
const Approval = z.object({
  kind: Kind,
  fileId: FileId,
  shown: z.object({ added: z.number(), known: z.number(), unknown: z.number() }),
});

/** 取込みの確認 was submitted. */
const submitApproval =
  (deps: HandlerDeps) =>
  async (form: FormSubmission): Promise<void> => {
    const { actor, key } = form;
    const { kind, fileId, shown } = readJson(Approval, form.metadata);
    const approve = async (): Promise<Result<ModalView, PastProblem>> => {
      const read = await readPastFile(deps, { ...FILE, mostBytes: MOST_BYTES }, { draft: fileId }, actor);
      if (!read.ok) return read;
      const chosen = { kind, fileId, table: read.value };
      const imported = await lookAtPast[kind](deps, chosen, actor, { key, shown });
      return imported.ok ? succeed(viewOf(imported.value, true)) : imported;
    };
    await showAllAfter(form, shown.added + shown.known, approve, { ...WORDS, waiting: pastImporting });
  };

/** 過去の記録を取り込む: meetings, training and attendance of the years before, by file, after a look at what it would do. */
export const pastRecordsFeature: Feature = {
  noun: 'settings',
  buttons: { 'past-records.open': openForm, 'past-records.sample': sendSample },
  forms: { 'past-records.import': submitFile, 'past-records.approve': submitApproval },
  openers: [{ actionId: 'past-records.open', words: PAST_FORM, may: isSecretariat }],
};
