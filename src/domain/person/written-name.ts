/**
 * Radicals that stand for a whole letter in text copied from a PDF and that Unicode's own folding (NFKC) leaves alone:
 * those of CJK Radicals Supplement. The Kangxi radicals (⾼ for 高) it folds itself.
 */
const RADICALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '⺒': '巳',
    '⺝': '月',
    '⺠': '民',
    '⺩': '王',
    '⺼': '月',
    '⻁': '虎',
    '⻄': '西',
    '⻆': '角',
    '⻑': '長',
    '⻘': '青',
    '⻝': '食',
    '⻤': '鬼',
    '⻨': '麦',
    '⻩': '黄',
    '⻫': '斉',
    '⻭': '歯',
    '⻯': '竜',
    '⻲': '亀',
  }),
);

/** Letters that nobody sees: zero-width spaces, joiners, byte order marks, variation selectors. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** A name with its width, radicals and invisible letters as they are commonly written, its spaces kept. */
export const plainName = (name: string): string =>
  name
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/[⺀-⻿]/gu, (radical) => RADICALS.get(radical) ?? radical);

/**
 * By this names are the same, of people, departments and sections: spaces, width, invisible letters, variation selectors
 * and radicals do not count. 山田　太郎 is 山田太郎, ﾔﾏﾀﾞ is ヤマダ, ⾼⽊ is 高木. 髙 and 高 are two letters: see `isNearName`.
 */
export const nameKey = (name: string): string => plainName(name).replace(/\s+/gu, '');
