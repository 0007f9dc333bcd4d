import mammoth from 'mammoth';
import type { ReadDocument, ReadPart } from '../../support/read-document.ts';
import { readHtml } from '../../support/read-html.ts';

/** A gap behind a table is a paragraph of nothing. */
const isSomething = (part: ReadPart): boolean => !('line' in part) || part.line !== '';

/** A docx as another library than the one that wrote it reads it, its title and headings by their styles. */
export const readDocxAsDocument = async (bytes: Uint8Array): Promise<ReadDocument> => {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='heading 1'] => h2:fresh",
        "p[style-name='heading 2'] => h3:fresh",
        "p[style-name='heading 3'] => h4:fresh",
      ],
    },
  );
  if (messages.length > 0) throw new Error(JSON.stringify(messages));
  // A cell is paragraphs there, a table stands for itself.
  const html = value
    .replaceAll('<table>', '<div><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll(/<\/p><p>(?=(?:(?!<table|<\/table>).)*<\/t[dh]>)/gsu, '<br>')
    .replaceAll(/(<t[dh][^>]*>)<p>(.*?)<\/p>(<\/t[dh]>)/gsu, '$1$2$3');
  const { title, parts } = readHtml(new TextEncoder().encode(`<main>${html}</main>`));
  return { title, parts: parts.filter(isSomething) };
};
