/** What will be sent, on the command line and on the Home tab. */
export const forecastText = {
  description: 'これからボットが送るものを、日ごとに表示します',
  days: '何日先までか(1〜366)',
  unreadable: (days: string, most: number) =>
    `日数「${days}」を読み取れません。1から${most}までの数を指定してください。`,
  title: (days: number) =>
    `これから${days}日間に、ボットからお送りする予定のものです(回答や変更がなかったとき。運用ログへの報告は含みません)。`,
  nothing: '送る予定のものはありません。',
  day: (day: string, count: number) => `${day} ${count}通`,
  homeTitle: '今後30日間の送信予定',
  homeNote: '回答や変更がなかったときの予定です。',
  homeDay: (day: string, count: number) => `${day}:${count}通`,
  more: (days: number, count: number) => `ほか${days}日、${count}通`,
} as const;
