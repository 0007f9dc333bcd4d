/** 送れなかったメッセージ on the secretariat's Home tab. */
export const deadLettersText = {
  title: '送れなかったメッセージ',
  /** `to` is a mention. */
  line: (what: string, to: string, since: string, problem: string) =>
    `${what} ${since}\n宛先:${to}\n送れなかった理由:${problem}`,
  more: 'ほかにもあります。上のものから順に、再送するか、送らないかを選んでください。',
} as const;

export const DEAD_LETTERS_BUTTON = { resend: '再送', forgo: '送らない' } as const;

/** Slack's words for what people may mend, in plain ones. */
const PROBLEM_WORD: Readonly<Record<string, string>> = {
  channel_not_found: 'チャンネルが見つかりません。ボットをチャンネルに招待してください。',
  not_in_channel: 'ボットがチャンネルにいません。/invite @協DOボット を実行してください。',
  is_archived: 'チャンネルがアーカイブされています。',
  // Slack's word for it when a message of such a channel is to be changed.
  is_inactive: 'チャンネルがアーカイブされています。',
  invalid_auth: 'Slackの接続の設定(トークン)が使えません。',
  token_revoked: 'Slackの接続の設定(トークン)が使えません。',
  ratelimited: 'Slackが混み合っていました。',
};

/** Why a message could not be sent. */
export const problemInWords = (problem: string): string =>
  PROBLEM_WORD[problem.replace(/^history: /u, '')] ?? `Slackにつながりませんでした(${problem})。`;
