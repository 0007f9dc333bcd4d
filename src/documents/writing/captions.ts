import type { DocumentPart } from './text-document.ts';

/**
 * For each part, in order, the caption that people see over it: null for what is no table, and for a table that is called as the
 * heading it stands under, which would be read twice.
 */
export const captionsOf = (parts: readonly DocumentPart[]): readonly (string | null)[] => {
  let heading: string | null = null;
  return parts.map((part) => {
    if (part.kind === 'heading') heading = part.text;
    return part.kind === 'table' && part.caption !== heading ? part.caption : null;
  });
};
