import { type Beginnings, fileTypeOf, type NamedBytes } from './file-type.ts';

/** What 様式・資料 and 添付 take, by the ending of the name. */
export const DOCUMENT_TYPES = ['xlsx', 'docx', 'pdf'] as const;
type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** So large a file is taken: 10 MB. */
export const MOST_DOCUMENT_BYTES: number = 10 * 1024 * 1024;

const bytesOf = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

/** What a file of each type begins with: those of Office are zip archives. */
const BEGINNING: Beginnings<DocumentType> = {
  xlsx: bytesOf('PK\u0003\u0004'),
  docx: bytesOf('PK\u0003\u0004'),
  pdf: bytesOf('%PDF-'),
};

/** What reading a file that came with a form gave: the file, or why it could not be had. */
type ReadFile =
  | { readonly ok: true; readonly file: NamedBytes }
  | { readonly ok: false; readonly problem: string };

/** Why a file is not taken. */
export type DocumentProblem = {
  readonly field: 'file';
  readonly kind: 'file-not-taken' | 'file-too-large' | 'file-wrong-type';
};

/** What is wrong with the file that came; undefined when nothing is, or none came. */
export const documentProblem = (got: ReadFile | undefined): DocumentProblem | undefined => {
  if (got === undefined) return undefined;
  if (!got.ok)
    return { field: 'file', kind: got.problem === 'too-large' ? 'file-too-large' : 'file-not-taken' };
  return fileTypeOf(got.file, BEGINNING) === undefined
    ? { field: 'file', kind: 'file-wrong-type' }
    : undefined;
};
