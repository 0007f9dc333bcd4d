import { MOST_LETTERS } from './blocks.ts';

/**
 * A list of any length as lines of a paragraph's length: `first` begins the first of them, `next` all others. Nothing is left out,
 * and no item is divided.
 */
export const listLines = (
  items: readonly string[],
  separator: string,
  { first, next }: { readonly first: string; readonly next: string },
): readonly string[] => {
  const lines: string[] = [];
  let begun = '';
  for (const item of items) {
    const longer = begun === '' ? `${first}${item}` : `${begun}${separator}${item}`;
    if (begun !== '' && longer.length >= MOST_LETTERS) {
      lines.push(begun);
      begun = `${next}${item}`;
    } else begun = longer;
  }
  return begun === '' ? lines : [...lines, begun];
};
