/** Why somebody has no Slack account that messages reach. */
const WHY = {
  'not-found': '同じメールのアカウントがありません',
  'no-address': 'メールの記録がありません',
  deactivated: 'アカウントが停止されています',
} as const;

/** What is said of the Slack accounts of people who came into the record. */
export const accountsText = {
  looking: 'Slackのアカウントを確かめています。そのままお待ちください。閉じても、確認は続きます。',
  counts: (connected: number, without: number) =>
    `Slackのアカウントがある方${connected}名、ない方${without}名`,
  without: (name: string, why: keyof typeof WHY) => `・${name}(${WHY[why]})`,
  others: (count: number) => `ほか${count}名`,
  one: (name: string, why: keyof typeof WHY) => `${name}さん:${WHY[why]}。`,
  oneConnected: (name: string) => `${name}さんのSlackのアカウントにつながっています。`,
  notAsked:
    'Slackに確かめられなかったため、つながっていない方がいます。ボットがまもなく、その後は毎日6時に、もう一度確かめます。',
  noToken:
    'Slackのトークンがないため、アカウントはここでは確かめていません。動いているボットが、1分以内に確かめてつなぎます。',
} as const;
