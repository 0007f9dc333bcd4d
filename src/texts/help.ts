/** What can be typed, a line each: command, what it does, for whom where not for all. */
export const helpText = {
  title: '使い方',
  lead: '次の言葉が使えます。',
  unknownWord: (word: string) => `「${word}」という使い方はありません。次の言葉が使えます。`,
  forAll: [
    '/kyodo-meeting 一覧 令和5年度 … その年度の会議を表示します',
    '/kyodo ヘルプ … この使い方を表示します',
  ],
  forSecretariatTitle: '事務局の方は、次の言葉も使えます。',
  forSecretariat: [
    '/kyodo-meeting … 会議を記録します(ショートカット「会議を記録」も同じです)',
    '/kyodo-meeting 開催なし … 開催しなかったことを記録します',
    '/kyodo 設定 … 会議体を登録・変更します',
  ],
  sentTitle: 'ボットからお送りするもの',
  sent: [
    '記録しました … 会議を記録した方に、記録したときに',
    '会議の記録です … 会議体の通知先のチャンネルに、記録したときに',
    '会議は予定どおり実施されましたか … 先の日付で記録した方に、開催日の後の開庁日の9時に',
  ],
} as const;

const HINTS: Readonly<Record<string, string>> = {
  '/kyodo': '[ヘルプ | 設定]',
  '/kyodo-meeting': '[一覧 年度 | 開催なし]',
};

/** What Slack shows beside a command while it is typed. */
export const commandHint = (command: string): string => HINTS[command] ?? '';
