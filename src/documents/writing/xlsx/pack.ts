import { writeXlsx as packSheets } from 'hucre/xlsx';
import { documentText } from '../../../texts/document.ts';
import { oneLine } from '../letters.ts';
import type { TextDocument } from '../text-document.ts';
import { sheetNames } from './sheet-names.ts';
import { placeOf, tableSheet, textSheet } from './sheets.ts';
import { SHEET_FONT } from './style.ts';

/** The document in the library's terms, and packed as a file. */
export const packXlsx = async (document: TextDocument): Promise<Uint8Array> => {
  const tables = [
    ...document.parts.flatMap((part) => (part.kind === 'table' ? [part] : [])),
    ...(document.sheets ?? []),
  ];
  const names = sheetNames(
    tables.map(({ caption }) => caption),
    [documentText.mainSheet],
  );
  const nameOf = new Map(tables.map((table, index) => [table, names[index] ?? ''] as const));
  return packSheets({
    sheets: [
      textSheet(document, nameOf),
      ...tables.map((table, index) => tableSheet(table, names[index] ?? '', document)),
    ],
    // By ourselves: the library writes a sheet's name there without the quotes that most names need.
    namedRanges: names.map((name) => ({
      name: '_xlnm.Print_Titles',
      range: placeOf(name, '$1:$1'),
      scope: name,
    })),
    defaultFont: SHEET_FONT,
    properties: {
      title: oneLine(document.running),
      creator: documentText.writer,
      lastModifiedBy: documentText.writer,
    },
  });
};
