import type { FileFormat } from '../../src/domain/file-format.ts';
import type { ReadDocument } from './read-document.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readXlsx } from './read-xlsx.ts';

/** The file of a document in any format, as a library reads it that did not write it: the same from each. */
export const readFile = async (bytes: Uint8Array, format: FileFormat): Promise<ReadDocument> => {
  switch (format) {
    case 'md':
      return readMarkdown(bytes);
    case 'html':
      return readHtml(bytes);
    case 'docx':
      return readDocx(bytes);
    case 'xlsx': {
      const { title, parts } = await readXlsx(bytes);
      return { title, parts };
    }
  }
};
