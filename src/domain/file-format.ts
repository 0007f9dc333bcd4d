/** What a document can be written as; each is also how its file's name ends. */
export const FILE_FORMATS = ['md', 'html', 'docx', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const WORDS: Readonly<Record<string, FileFormat>> = {
  md: 'md',
  html: 'html',
  ウェブ: 'html',
  docx: 'docx',
  ワード: 'docx',
  xlsx: 'xlsx',
  エクセル: 'xlsx',
};

/**
 * The format that a person's word names, in letters of any width and case: ワード, ﾜｰﾄﾞ, DOCX and .docx are one. Undefined where
 * it names none.
 */
export const readFileFormat = (word: string): FileFormat | undefined => {
  const plain = word.normalize('NFKC').trim().toLowerCase().replace(/^\./u, '');
  return Object.hasOwn(WORDS, plain) ? WORDS[plain] : undefined;
};
