import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { readTable } from '../../documents/csv/file.ts';
import { pastSampleCsv } from '../../documents/csv/past-sample.ts';
import { PAST_KINDS } from '../../domain/past-records.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Result } from '../../domain/result.ts';
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

/** Slack is to be answered within 3 seconds: so much is read, and so many rows are recorded, before that. */
const SMALL_BYTES = 5_000;
const FEW_ROWS = 50;
const MOST_BYTES = 5 * 1024 * 1024;

const FileId = z.string().regex(/^F[A-Z0-9]+$/u);
const ChosenFile = z.object({ kind: Kind, file: z.tuple([FileId]) });

/** 過去の記録を取り込む was submitted: 取込みの確認 comes on top, at once or when a large file is read. */
const submitFile = filled(ChosenFile, async (deps, { actor, key, draft, reject, push, pushThen }) => {
  const { kind } = draft;
  const [fileId] = draft.file;
  const lookUpTo = async (mostBytes: number): Promise<Result<PastOutcome, PastProblem>> => {
    const read = await readPastFile(deps, { mostBytes, read: readTable }, { key, draft: fileId }, actor);
    return read.ok ? lookAtPast[kind](deps, { kind, fileId, table: read.value }, actor) : read;
  };
  const looked = await lookUpTo(SMALL_BYTES);
  if (looked.ok) return push(viewOf(looked.value));
  if (looked.error.kind !== 'file' || looked.error.problem !== 'too-large')
    return reject({ file: pastSentence(looked.error) });
  await pushThen(pastReading(), async () => {
    const large = await lookUpTo(MOST_BYTES);
    return large.ok ? viewOf(large.value) : pastNotice(pastSentence(large.error));
  });
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
  async ({ actor, key, metadata, show, reject, pushThen }: FormSubmission): Promise<void> => {
    const { kind, fileId, shown } = readJson(Approval, metadata);
    const approve = async (): Promise<Result<PastOutcome, PastProblem>> => {
      const read = await readPastFile(
        deps,
        { mostBytes: MOST_BYTES, read: readTable },
        { draft: fileId },
        actor,
      );
      if (!read.ok) return read;
      return lookAtPast[kind](deps, { kind, fileId, table: read.value }, actor, { key, shown });
    };
    if (shown.added + shown.known > FEW_ROWS)
      return pushThen(pastImporting(), async () => {
        const large = await approve();
        return large.ok ? viewOf(large.value, true) : pastNotice(pastSentence(large.error));
      });
    const approved = await approve();
    await (approved.ok ? show(viewOf(approved.value, true)) : reject({ '': pastSentence(approved.error) }));
  };

/** 過去の記録を取り込む: meetings, training and attendance of the years before, by file, after a look at what it would do. */
export const pastRecordsFeature: Feature = {
  noun: 'settings',
  buttons: { 'past-records.open': openForm, 'past-records.sample': sendSample },
  forms: { 'past-records.import': submitFile, 'past-records.approve': submitApproval },
  openers: [{ actionId: 'past-records.open', words: PAST_FORM, may: isSecretariat }],
};
