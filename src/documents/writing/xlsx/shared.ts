import type { CellStyle } from 'hucre';
import { escapeXml } from '../xml.ts';

/** Things by number, in the order in which they were first asked for. */
export type Numbered<T> = { readonly numberOf: (thing: T) => number; readonly all: () => readonly T[] };

const numbered = <T>(first: number): Numbered<T> => {
  const numbers = new Map<T, number>();
  return {
    numberOf: (thing) => {
      const known = numbers.get(thing) ?? numbers.size + first;
      if (known === numbers.size + first) numbers.set(thing, known);
      return known;
    },
    all: () => [...numbers.keys()],
  };
};

/** What the sheets of one file have in common: a text is kept once however many cells say it, a style however many look so. */
export type Shared = { readonly texts: Numbered<string>; readonly styles: Numbered<CellStyle> };

/** The numbers of a new file. 0 is the style of a cell that has none. */
export const createShared = (): Shared => ({ texts: numbered(0), styles: numbered(1) });

/** The texts as the file has them (ECMA-376, 18.4.9), in pieces. */
export const textsXml = function* (texts: readonly string[]): Generator<string> {
  const count = `count="${texts.length}" uniqueCount="${texts.length}"`;
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
  yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${count}>`;
  for (const text of texts) yield `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`;
  yield '</sst>';
};
