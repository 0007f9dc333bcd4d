/** The answer to what is written in the bot's DM. */
export const freeTextText = {
  answer: (contact: string) =>
    `このメッセージでは回答を受け付けていません。下のボタンからお願いします。お問合せは${contact}まで。`,
  answerOf: (title: string) => `回答する:${title}`,
  onBehalfOf: (title: string) => `代理入力:${title}`,
  menu: 'お願いとボタンを表示',
} as const;
