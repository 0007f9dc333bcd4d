/** 送れなかったメッセージ on the secretariat's Home tab. */
export const deadLettersText = {
  title: '送れなかったメッセージ',
  /** `to` is a mention. */
  line: (what: string, to: string, since: string, problem: string) =>
    `${what} ${since}\n宛先:${to}\n送れなかった理由:${problem}`,
  unshownLine: (what: string, to: string, since: string, problem: string) =>
    `${what} ${since}\n宛先:${to}\n投稿は前の内容のままです。書き換えられなかった理由:${problem}`,
  more: (count: number) =>
    `ほかに${count}件あります。上のものから順に選ぶか、「すべて再送」でまとめて再送してください。`,
} as const;

export const DEAD_LETTERS_BUTTON = {
  resend: '再送',
  forgo: '送らない',
  correct: '投稿に返信で訂正',
  leave: 'このままにする',
  resendAll: 'すべて再送',
} as const;

/** すべて再送, asked about with its numbers and answered. */
export const resendAllText = {
  title: 'すべて再送',
  lead: (count: number) => `次の${count}件を、もう一度送ります。`,
  dead: (what: string, count: number) => `・${what} ${count}件(送れなかったもの)`,
  unshown: (what: string, count: number) => `・${what} ${count}件(書き換えられなかったもの)`,
  note: '再送の前に、届いていなかったかを1件ずつ確かめます。届いていたものは、もう一度は送りません。',
  none: '送れなかったメッセージは、ありません。',
  done: (count: number) =>
    `${count}件の再送を始めました。送れなかったものは、ホームの「送れなかったメッセージ」に、また出ます。`,
} as const;

/** To those who hear that a message can't be changed. */
export const unshownText = {
  title: '書き換えられなかった投稿',
  secretariat: (count: number) =>
    `Slackの投稿${count}件を書き換えられず、前の内容のままです。ホームの「送れなかったメッセージ」から、再送するか、「投稿に返信で訂正」を選んでください。`,
  writer:
    '次の投稿を書き換えられず、Slackでは前の内容のままです。事務局にお知らせしました。再送するか、投稿への返信で訂正します。',
  more: (count: number) => `ほかに${count}件あります。`,
  settled: 'この投稿について、お願いすることはありません。',
} as const;

/** A reply that says what a message can't be made to say. */
export const correctionText = {
  lead: '訂正:上の投稿は書き換えられないため、今の内容を返信でお知らせします。',
  fallback: (text: string) => `訂正:${text}`,
} as const;
