import type { KnownBlock, ModalView } from '@slack/types';
import type { CellProblem, TableProblem } from '../domain/csv-file.ts';
import type { FileProblem } from '../slack/files.ts';
import { csvText, TABLE_SENTENCES } from '../texts/csv.ts';
import { IMPORT_FORM, importFileText } from '../texts/import-file.ts';
import type { SentencesOf } from '../texts/sentence.ts';
import { form, onTop } from './blocks.ts';

/** What every import by a form has in common, whatever is in the file. */

/** 取込みの確認, on top of the form. */
export const approval = (
  callbackId: string,
  submit: string | null,
  blocks: readonly KnownBlock[],
  metadata: unknown = {},
): ModalView => onTop(form(IMPORT_FORM.approve, callbackId, submit, blocks, metadata));

/** At most this many bad lines are listed. */
const MOST_LISTED = 20;

/** What is wrong with a file by line and column, from the top down; of many the first. */
export const badLines = (cells: readonly CellProblem[]): string => {
  const sorted = cells.toSorted((one, other) => one.line - other.line);
  const lines = sorted
    .slice(0, MOST_LISTED)
    .map(({ line, column, sentence }) => csvText.cell(line, column, sentence));
  const more = cells.length - lines.length;
  return [
    importFileText.badLines(cells.length),
    ...lines,
    ...(more > 0 ? [importFileText.otherMatters(more)] : []),
  ].join('\n');
};

/** Why a file can't be had, or is no table. */
export const FILE_SENTENCES: SentencesOf<
  TableProblem | { readonly kind: 'file'; readonly problem: FileProblem }
> = {
  ...TABLE_SENTENCES,
  file: ({ problem }) => importFileText.file[problem],
};
