import { FOLDED_LETTERS } from './letters.ts';

/** Spaces of every kind and letters that nobody sees, the same as the database's function leaves out. */
const LEFT_OUT =
  /[\t\n\v\f\r \u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;

const CAPITALS = /[A-Z]/gu;

/**
 * A text as it is searched, whatever its width, case, kind of kana, old forms and spaces: ｷｮｳﾄﾞｳ　協働, きょうどう協働 and キョウドウ 協働
 * are the same. Folded again it is the same still. In the database it is the function kyodo_fold.
 */
export const fold = (text: string): string =>
  [
    ...text
      .normalize('NFKC')
      .replace(LEFT_OUT, '')
      .replace(CAPITALS, (letter) => letter.toLowerCase()),
  ]
    .map((letter) => FOLDED_LETTERS.get(letter) ?? letter)
    .join('');
