/** Under what a registering form has become. */
export const AGAIN_BUTTON = '続けて登録';

export const KEEP_EXAMPLES_BUTTON = '例をすべてこのまま使う';

export const keepExamplesText = {
  submit: 'このまま使う',
  lead: {
    body: (count: number) => `【例】の会議体${count}件を、このまま使います。`,
    programme: (count: number) => `【例】の研修の種類${count}件を、このまま使います。`,
  },
  name: (name: string) => `・${name}`,
  note: '【例】の表示がなくなります。内容は、あとから「変更」でいつでも直せます。',
  none: '【例】は、もうありません。',
  done: {
    body: (count: number) => `会議体${count}件を登録しました。`,
    programme: (count: number) => `研修の種類${count}件を登録しました。`,
  },
} as const;
