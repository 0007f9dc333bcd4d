/** 送れなかったメッセージ on the secretariat's Home tab. */
export const deadLettersText = {
  title: '送れなかったメッセージ',
  /** `to` is a mention. */
  line: (what: string, to: string, since: string, problem: string) =>
    `${what} ${since}\n宛先:${to}\n送れなかった理由:${problem}`,
  more: 'ほかにもあります。上のものから順に、再送するか、送らないかを選んでください。',
} as const;

export const DEAD_LETTERS_BUTTON = { resend: '再送', forgo: '送らない' } as const;
