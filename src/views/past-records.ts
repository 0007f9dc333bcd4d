import type { KnownBlock, ModalView } from '@slack/types';
import type { CellProblem, ImportCounts } from '../domain/csv-file.ts';
import { PAST_KINDS, type PastKind } from '../domain/past-records.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { PastFileProblem } from '../services/past-records/read-file.ts';
import { csvText } from '../texts/csv.ts';
import { DONE_TITLE } from '../texts/form-word.ts';
import { IMPORT_FORM, importFileText } from '../texts/import-file.ts';
import { PAST_FORM, PAST_HINT, PAST_LABEL, PAST_WORD, pastRecordsText } from '../texts/past-records.ts';
import { type SentencesOf, sentenceOf } from '../texts/sentence.ts';
import { button, buttons, fileField, form, note, paragraph, paragraphsOf, radioField } from './blocks.ts';
import { approval, badLines, FILE_SENTENCES } from './import-file.ts';
import { PROBLEM_SENTENCES } from './problem.ts';

/** 過去の記録を取り込む. */
export const pastRecordsForm = (): ModalView =>
  form(PAST_FORM, 'past-records.import', IMPORT_FORM.submit, [
    radioField({
      name: 'kind',
      label: PAST_LABEL.kind,
      hint: PAST_HINT.kind,
      choices: PAST_KINDS.map((value) => ({ value, text: PAST_WORD[value] })),
    }),
    fileField({ name: 'file', label: PAST_LABEL.file, hint: PAST_HINT.file, fileTypes: ['csv'] }),
    ...buttons(
      'sample',
      PAST_KINDS.map((kind) =>
        button('past-records.sample', pastRecordsText.sampleButton(PAST_WORD[kind]), kind),
      ),
    ),
  ]);

/** While a large file is read. */
export const pastReading = (): ModalView =>
  approval('past-records.reading', null, [paragraph(importFileText.reading)]);

/** While many rows are recorded. */
export const pastImporting = (): ModalView =>
  approval('past-records.importing', null, [paragraph(pastRecordsText.importing)]);

/** What importing a file would do in numbers; `unknown` are names that the record does not know. */
export type PastShown = ImportCounts & { readonly unknown: number };

/** What importing a file would do: the sentences about it, and what its form keeps so that the same is done and nothing else. */
export type PastPreview = {
  readonly lines: readonly string[];
  readonly kept: {
    readonly kind: PastKind;
    readonly fileId: string;
    readonly shown: PastShown;
  };
};

/** 取込みの確認: what importing the file would do; `isOtherwise` when that is not what was shown before. */
export const pastPreview = ({ lines, kept }: PastPreview, isOtherwise = false): ModalView => {
  const { kind, shown } = kept;
  const blocks: readonly KnownBlock[] = [
    ...(isOtherwise ? [paragraph(pastRecordsText.otherwise)] : []),
    ...paragraphsOf([pastRecordsText.kind(PAST_WORD[kind]), ...lines]),
  ];
  return shown.added === 0
    ? approval('past-records.nothing', null, blocks)
    : approval(
        'past-records.approve',
        IMPORT_FORM.approveButton,
        [...blocks, note(pastRecordsText.lead)],
        kept,
      );
};

/** What the preview becomes once the file is imported. */
export const pastImported = ({ added, known }: ImportCounts): ModalView =>
  form(DONE_TITLE.imported, 'past-records.imported', null, [paragraph(csvText.done(added, known))]);

/** Why a file of past records is not taken. */
export type PastProblem =
  | PastFileProblem
  | { readonly kind: 'bad-lines'; readonly cells: readonly CellProblem[] }
  | Refusal;

const SENTENCES: SentencesOf<PastProblem> = {
  ...PROBLEM_SENTENCES,
  ...FILE_SENTENCES,
  'bad-lines': ({ cells }) => badLines(cells),
};

/** The same in words; every bad line with its number and column. */
export const pastSentence = (problem: PastProblem): string => sentenceOf(SENTENCES, problem);

/** A sentence on top of the form, where there is no field for it. */
export const pastNotice = (sentence: string): ModalView =>
  approval('past-records.notice', null, [paragraph(sentence)]);
