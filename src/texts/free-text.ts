/** The answer to what is written in the bot's DM. */
export const freeTextText = {
  answer: (contact: string) =>
    `このメッセージでは回答を受け付けていません。下のボタンからお願いします。お問い合わせは${contact}まで。`,
  menu: 'お願いとボタンを表示',
} as const;
