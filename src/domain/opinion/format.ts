import { type FileFormat, readFileFormat } from '../file-format.ts';

/** What 評価・意見 of a year are given as, the most wanted first. */
export const OPINION_FORMATS = ['docx', 'xlsx', 'csv', 'md'] as const satisfies readonly (
  | FileFormat
  | 'csv'
)[];
export type OpinionFormat = (typeof OPINION_FORMATS)[number];

/** The format that a person's word names, in letters of any width and case. Undefined where it names none in which they are given. */
export const readOpinionFormat = (word: string): OpinionFormat | undefined => {
  if (/^\.?csv$/u.test(word.normalize('NFKC').trim().toLowerCase())) return 'csv';
  const format = readFileFormat(word);
  return OPINION_FORMATS.find((known) => known === format);
};
