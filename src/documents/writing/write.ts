import type { FileFormat } from '../../domain/file-format.ts';
import { writeDocx } from './docx/write.ts';
import { writeMarkdown } from './markdown/write.ts';
import type { TextDocument } from './text-document.ts';

/** The file of a document in any format: the same headings, texts and cells in each. Text files are UTF-8. */
export const writeDocument = async (document: TextDocument, format: FileFormat): Promise<Uint8Array> => {
  switch (format) {
    case 'md':
      return new TextEncoder().encode(writeMarkdown(document));
    case 'docx':
      return writeDocx(document);
    default:
      throw new Error(`Not written yet: ${format}`);
  }
};
