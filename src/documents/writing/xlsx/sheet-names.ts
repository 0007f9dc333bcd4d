import { cut } from '../../../domain/letters.ts';
import { documentText } from '../../../texts/document.ts';
import { oneLine } from '../letters.ts';
import { BY_NUMBER } from './cells.ts';

/** Excel's limit, in UTF-16 units. */
const MOST = 31;

/** Names that Excel takes for one: whatever their case, their width, and with it ひらがな and カタカナ. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** Excel has a sheet of its own by this name, for changes of a shared file. */
const TAKEN = 'history';

/** Without what Excel forbids; the apostrophe is one only at the ends, but formulas would have to double it. */
const allowed = (caption: string): string => {
  const name = cut(
    oneLine(caption)
      .replaceAll(BY_NUMBER, '-')
      .replaceAll(/[[\]:*?/\\'\s]+/gu, ' ')
      .trim(),
    MOST,
  ).trim();
  return name === '' ? documentText.table : name;
};

const numbered = (name: string, number: number): string => {
  const end = `(${number})`;
  return `${cut(name, MOST - end.length)}${end}`;
};

/**
 * The name of the sheet of each caption, in order: at most 31 letters, none that Excel forbids, and no two alike. What is called
 * as another is numbered from 2 on: `会議(2)`. `others` are the names that are taken.
 */
export const sheetNames = (captions: readonly string[], others: readonly string[]): readonly string[] => {
  const taken = new Set([TAKEN, ...others.map(keyOf)]);
  const last = new Map<string, number>();
  return captions.map((caption) => {
    const name = allowed(caption);
    let number = last.get(keyOf(name)) ?? 1;
    let free = number === 1 ? name : numbered(name, number);
    while (taken.has(keyOf(free))) {
      number += 1;
      free = numbered(name, number);
    }
    last.set(keyOf(name), number);
    taken.add(keyOf(free));
    return free;
  });
};
