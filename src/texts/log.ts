/** How grave a line of the log is, by the numbers that stand in it. */
const WORDS: Readonly<Record<string, string>> = {
  10: '追跡',
  20: '詳細',
  30: '情報',
  40: '注意',
  50: 'エラー',
  60: '重大',
};

export const logLevelWord = (level: string): string => WORDS[level] ?? level;
