export const AWAY_FORM = '不在期間を登録';

export const AWAY_LABEL = { startsOn: '開始日', endsOn: '終了日' } as const;

export const AWAY_HINT = {
  startsOn: '理由はお尋ねしません。日付だけを記録します。',
} as const;

export const AWAY_BUTTON = { open: '不在期間を登録', cancel: '取り消す' } as const;

export const AWAY_HELP = {
  register: '不在の期間を登録します(理由は不要です)',
} as const;

export const awayText = {
  for: (name: string) => `${name}さんの不在期間を登録します。`,
  forSelf: 'ご自分の不在期間を登録します。不在の間は、お願いのお知らせをお送りしません。',
  whoSees: '日付は、ご本人と事務局だけに表示します。',
  registered: (name: string, from: string, to: string) =>
    `${name}さんの不在を登録しました。${from}から${to}まで`,
  cancelled: (from: string, to: string) => `不在を取り消しました。${from}から${to}まで`,
  ownTitle: '不在の予定',
  othersTitle: '職員の不在',
  period: (from: string, to: string) => `${from}から${to}まで`,
  ofPerson: (name: string, from: string, to: string) => `${name} ${from}から${to}まで`,
  others: (count: number) => `ほか${count}件`,
} as const;
