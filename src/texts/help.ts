/** What can be typed, a line each: command, what it does, for whom where not for all. */
export const helpText = {
  title: '使い方',
  lead: '次の言葉が使えます。',
  unknownWord: (word: string) => `「${word}」という使い方はありません。次の言葉が使えます。`,
  meeting: [
    '/kyodo-meeting … 会議を記録します(事務局)',
    '/kyodo-meeting 一覧 令和5年度 … その年度の会議を表示します',
    '/kyodo-meeting 開催なし … 開催しなかったことを記録します(事務局)',
  ],
  settings: ['/kyodo 設定 … 会議体を登録・変更します(事務局)'],
  help: ['/kyodo ヘルプ … この使い方を表示します'],
} as const;

const HINTS: Readonly<Record<string, string>> = {
  '/kyodo': '[ヘルプ | 設定]',
  '/kyodo-meeting': '[一覧 年度 | 開催なし]',
};

/** What Slack shows beside a command while it is typed. */
export const commandHint = (command: string): string => HINTS[command] ?? '';
