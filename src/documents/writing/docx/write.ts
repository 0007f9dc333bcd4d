import type { TextDocument } from '../text-document.ts';

/**
 * A document as Word reads it (docx): A4, headings that its outline knows, one font throughout, the page's number at the foot.
 * Letters that XML can't hold are left out, so that whatever people typed opens.
 */
export const writeDocx = async (document: TextDocument): Promise<Uint8Array> => {
  // Its library is loaded with the first document: most processes never write one.
  const { packDocx } = await import('./pack.ts');
  return packDocx(document);
};
