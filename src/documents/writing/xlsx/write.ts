import type { TextDocument } from '../text-document.ts';

/**
 * A document as Excel reads it (xlsx): a sheet 本文 with its headings and texts in order and where each table is, then a sheet for
 * each table, and those that only a spreadsheet has.
 */
export const writeXlsx = async (document: TextDocument): Promise<Uint8Array> => {
  // Its library is loaded with the first file: most processes never write one.
  const { packXlsx } = await import('./pack.ts');
  return packXlsx(document);
};
