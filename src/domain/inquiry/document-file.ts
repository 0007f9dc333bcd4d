import { type Beginnings, fileTypeOf, type NamedBytes } from '../file-type.ts';

/** What 様式・資料 and 添付 take, by the ending of the name. */
export const DOCUMENT_TYPES = ['xlsx', 'docx', 'pdf'] as const;
type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** The largest file taken: 10 MB. */
export const MOST_DOCUMENT_BYTES: number = 10 * 1024 * 1024;

const bytesOf = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

/** What a file of each type begins with: those of Office are zip archives. */
const BEGINNING: Beginnings<DocumentType> = {
  xlsx: bytesOf('PK\u0003\u0004'),
  docx: bytesOf('PK\u0003\u0004'),
  pdf: bytesOf('%PDF-'),
};

/** What Office puts a file into that asks for a password (an OLE container), and the name of what is in it there. */
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Whether Word or Excel would ask for a password. Of a PDF the bytes don't say: most with /Encrypt open for everybody. */
const isLocked = ({ bytes }: NamedBytes): boolean =>
  CONTAINER.every((byte, index) => bytes[index] === byte) &&
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED);

/** What reading a file that came with a form gave: the file, or why it could not be had. */
type ReadFile =
  | { readonly ok: true; readonly file: NamedBytes }
  | { readonly ok: false; readonly problem: string };

/** Why a file is not taken. */
export type DocumentProblem = {
  readonly field: 'file';
  readonly kind: 'file-not-taken' | 'file-unreadable' | 'file-too-large' | 'file-wrong-type' | 'file-locked';
};

const NOT_READ: Readonly<Record<string, DocumentProblem['kind']>> = {
  'too-large': 'file-too-large',
  unreadable: 'file-unreadable',
};

/** What is wrong with the file that came; undefined when nothing is, or none came. */
export const documentProblem = (got: ReadFile | undefined): DocumentProblem | undefined => {
  if (got === undefined) return undefined;
  if (!got.ok) return { field: 'file', kind: NOT_READ[got.problem] ?? 'file-not-taken' };
  if (isLocked(got.file)) return { field: 'file', kind: 'file-locked' };
  return fileTypeOf(got.file, BEGINNING) === undefined
    ? { field: 'file', kind: 'file-wrong-type' }
    : undefined;
};
