/** The Home tab and the answer to `/kyodo`. */
export const homeText = {
  title: '協DOボット',
  nothing: '今お願いしていることはありません。',
  more: 'ほかにもあります。上のボタンから一覧をご覧ください。',
  helpHint: '「/kyodo ヘルプ」で、入力できる言葉を表示します。',
} as const;
