/** The pages of an installation through OAuth, read in a browser, and what is said of the keys of its tokens. */

/** A page: its title, and what stands under it, a paragraph each. */
export type PageText = { readonly title: string; readonly lines: readonly string[] };

const AGAIN = 'もう一度はじめるときは、下のボタンを押してください。';

export const installPage = {
  start: {
    title: '協DOボットをSlackに追加します',
    lines: [
      'ボタンを押すとSlackの画面に移ります。追加するワークスペースを確かめて、許可してください。',
      '追加した方は、「設定」を保存するまで、そのワークスペースの事務局になります。',
    ],
  },
  done: (name: string, isOrganisation: boolean): PageText => ({
    title: '協DOボットを追加しました',
    lines: [
      isOrganisation ? `組織「${name}」で使えます。` : `ワークスペース「${name}」で使えます。`,
      'Slackで「/kyodo 設定」と入力し、事務局と問合せ先を決めてください。この画面は閉じてかまいません。',
    ],
  }),
  refused: {
    title: '追加をやめました',
    lines: ['Slackで許可されませんでした。何も変わっていません。', AGAIN],
  },
  expired: {
    title: '追加を続けられませんでした',
    lines: [
      'はじめてから10分を過ぎたか、別のブラウザーで開かれたか、Cookieを使えない設定のようです。',
      AGAIN,
    ],
  },
  failed: {
    title: '追加できませんでした',
    lines: [
      'しばらくしてから、もう一度お試しください。続くときは、ボットの管理者にお知らせください。',
      AGAIN,
    ],
  },
  button: 'Slackに追加',
} as const;

/** Why nothing is sent to a workspace, by Slack's word for it. */
const ENDED_WORD: Readonly<Record<string, string>> = {
  app_uninstalled: 'アプリが取り外されました',
  tokens_revoked: 'トークンが取り消されました',
  token_revoked: 'トークンが取り消されました',
  token_expired: 'トークンの期限が切れました',
  invalid_refresh_token: 'トークンを更新できませんでした',
  account_inactive: 'アプリかワークスペースが停止されました',
  operator: '管理者が止めました',
  invalid_auth: 'トークンをSlackが受け付けません',
};

/** Since when and why nothing is sent to a workspace, and what takes it up again. `day` as people write it. */
export const setAsideText = {
  what: (workspaceId: string, day: string, because: string) =>
    `ワークスペース ${workspaceId} への送信を、${day}から止めています(${ENDED_WORD[because] ?? because})`,
  mend: '記録と送る予定の通知は残っています。そのワークスペースで /slack/install から追加し直すと、続きから動きます。',
} as const;

/** How a key is made, on any machine on which the bot runs. */
export const MAKE_KEY = `node -p "crypto.randomBytes(32).toString('base64')"`;

/** Why the bot does not start with this TOKEN_KEY, by whose tokens it can't read, and what to do. */
export const tokenKeyText = (installations: readonly string[]): readonly [string, string] => [
  `TOKEN_KEY の鍵では、保存してあるSlackのトークンを読み取れません(${installations.join('、')})`,
  'トークンを保存したときの鍵を TOKEN_KEY に書いてください。鍵を替えるときは、新しい鍵、前の鍵の順に「,」で区切って並べます。',
];
