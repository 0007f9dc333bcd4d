/** The Home tab and the answer to `/kyodo`. */
export const homeText = {
  title: '協DOボット',
  nothing: '今お願いしていることはありません。',
  coming: 'これからの会議',
  comingMeeting: (body: string, day: string, place: string) =>
    `・${body} ${day}${place === '' ? '' : ` ${place}`}`,
  others: (count: number) => `ほか${count}件`,
  more: 'ほかにもあります。上のボタンから一覧をご覧ください。',
  helpHint: '「/kyodo ヘルプ」で、入力できる言葉を表示します。',
} as const;
