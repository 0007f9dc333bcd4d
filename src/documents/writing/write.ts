import type { FileFormat } from '../../domain/file-format.ts';
import { writeDocx } from './docx/write.ts';
import { writeHtml } from './html/write.ts';
import { writeMarkdown } from './markdown/write.ts';
import type { TextDocument } from './text-document.ts';
import { writeXlsx } from './xlsx/write.ts';

/** The file of a document in any format: the same headings, texts and cells in each. Text files are UTF-8. */
export const writeDocument = async (document: TextDocument, format: FileFormat): Promise<Uint8Array> => {
  switch (format) {
    case 'md':
      return new TextEncoder().encode(writeMarkdown(document));
    case 'html':
      return new TextEncoder().encode(writeHtml(document));
    case 'docx':
      return writeDocx(document);
    case 'xlsx':
      return writeXlsx(document);
  }
};
