/** What the bot is about, in the order in which its buttons and its help are grouped. */
export const NOUNS = [
  'general',
  'meeting',
  'training',
  'inquiry',
  'newsletter',
  'roster',
  'report',
  'settings',
] as const;
export type Noun = (typeof NOUNS)[number];

export const NOUN_TITLE = {
  general: '全体',
  meeting: '会議',
  training: '研修',
  inquiry: '照会',
  newsletter: '通信',
  roster: '名簿',
  report: '報告書',
  settings: '設定',
} as const satisfies Readonly<Record<Noun, string>>;

/** The Home tab and the answer to `/kyodo`. */
export const homeText = {
  title: '協DOボット',
  nothing: '今お願いしていることはありません。',
  coming: 'これからの会議',
  comingMeeting: (body: string, day: string, place: string) =>
    `・${body} ${day}${place === '' ? '' : ` ${place}`}`,
  others: (count: number) => `ほか${count}件`,
  more: 'ほかにもあります。ボタンから一覧をご覧ください。',
  outsider: '恐れ入りますが、このボットは市の職員のためのものですので、ここには何も表示されません。',
  helpHint: '「/kyodo ヘルプ」で、入力できる言葉を表示します。',
} as const;
