import type { NetworkTrouble, SlackToken, SlackTrouble } from '../domain/slack/trouble.ts';

/** What is wrong, and what a person can do about it. */
export type TroubleText = { readonly what: string; readonly mend: string };

const NETWORK: Readonly<Record<NetworkTrouble | 'proxy-login' | 'page', (host: string) => TroubleText>> = {
  'unknown-host': (host) => ({
    what: `Slackのホスト名「${host}」が見つかりません`,
    mend: 'この機械のDNSの設定と、インターネットにつながっているかを確かめてください。',
  }),
  refused: (host) => ({
    what: `「${host}」に接続を拒まれました`,
    mend: '庁内の通信の制限(ファイアウォール、プロキシ)と SLACK_API_URL を確かめてください。',
  }),
  unreachable: (host) => ({
    what: `「${host}」までの経路がありません`,
    mend: 'この機械がネットワークにつながっているかを確かめてください。',
  }),
  cut: (host) => ({
    what: `「${host}」との通信が途中で切れました`,
    mend: '庁内の通信の制限(ファイアウォール、プロキシ)を確かめてください。',
  }),
  'time-out': (host) => ({
    what: `「${host}」から時間内に応答がありません`,
    mend: '庁内の通信の制限で、Slackへの通信が止められていないかを確かめてください。',
  }),
  tls: (host) => ({
    what: `「${host}」の証明書を確かめられません(TLS)`,
    mend: '通信を検査する機器があるときは、その証明書のファイルを NODE_EXTRA_CA_CERTS に指定してください。この機械の時計も確かめてください。',
  }),
  'proxy-login': () => ({
    what: 'プロキシが認証を求めています(407)',
    mend: 'HTTPS_PROXY に「http://利用者名:パスワード@ホスト名:ポート」の形で書いてあるか、ネットワークの管理者に確かめてください(使えるのはBasic認証です)。',
  }),
  page: (host) => ({
    what: `「${host}」から、Slackではないものの応答が届きました`,
    mend: 'プロキシなどの案内のページと思われます。Slackへの通信が許されているか、ネットワークの管理者に確かめてください。SLACK_API_URL の間違いでも、このようになります。',
  }),
  other: (host) => ({
    what: `「${host}」と通信できません`,
    mend: '庁内の通信の制限と SLACK_API_URL を確かめてください。',
  }),
};

/** By why the proxy can't be reached. */
const PROXY: Readonly<Record<NetworkTrouble, TroubleText>> = {
  'unknown-host': {
    what: 'のホスト名が見つかりません',
    mend: 'HTTPS_PROXY のホスト名と、この機械のDNSの設定を確かめてください。',
  },
  refused: { what: 'に接続を拒まれました', mend: 'HTTPS_PROXY のホスト名とポートを確かめてください。' },
  unreachable: {
    what: 'までの経路がありません',
    mend: 'この機械がネットワークにつながっているかと、HTTPS_PROXY を確かめてください。',
  },
  cut: {
    what: 'との通信が途中で切れました',
    mend: 'HTTPS_PROXY のポートと、「http://」か「https://」かを確かめてください。',
  },
  'time-out': {
    what: 'から時間内に応答がありません',
    mend: 'HTTPS_PROXY のホスト名とポートと、この機械から使ってよいプロキシかを、ネットワークの管理者に確かめてください。',
  },
  tls: {
    what: 'の証明書を確かめられません(TLS)',
    mend: 'プロキシの証明書を出した認証局のファイルを NODE_EXTRA_CA_CERTS に指定してください。暗号化しないプロキシなら、HTTPS_PROXY を「http://」で始めてください。',
  },
  other: { what: 'と通信できません', mend: 'HTTPS_PROXY を確かめてください。' },
};

const proxyName = (proxy: string): string => `プロキシ「${proxy}」`;

/** A proxy that has no way itself says so with these. */
const isWayless = (status: number): boolean => status >= 500;

const proxyStatusText = (proxy: string, status: number, host: string): TroubleText => {
  if (isWayless(status))
    return {
      what: `${proxyName(proxy)}から「${host}」に届きません(${status})`,
      mend: 'プロキシの障害か、その先の通信の制限です。ネットワークの管理者に確かめてください。',
    };
  return {
    what: `${proxyName(proxy)}が「${host}」への通信を許していません(${status})`,
    mend: 'Slackへの通信(slack.com と *.slack.com の443番)を許すよう、ネットワークの管理者に頼んでください。HTTPS_PROXY がプロキシのものかも確かめてください。',
  };
};

const PLACE: Readonly<Record<SlackToken, string>> = {
  SLACK_BOT_TOKEN: 'Slackの管理画面「OAuth & Permissions」のボットトークン(xoxb-)',
  SLACK_APP_TOKEN: 'Slackの管理画面「Basic Information」のアプリトークン(xapp-)',
};

const SCOPE: Readonly<Record<SlackToken, string>> = {
  SLACK_BOT_TOKEN:
    'manifest.json をSlackの管理画面「App Manifest」に貼り付け、アプリを再インストールしてください。',
  SLACK_APP_TOKEN:
    'connections:write の権限を付けたアプリトークンを作り直し、SLACK_APP_TOKEN に書いてください。',
};

/** By Slack's word; the name of the word is said too, for who looks it up. */
const WORDS: Readonly<Record<string, (token: SlackToken) => TroubleText>> = {
  invalid_auth: (token) => ({
    what: `${token} がSlackに受け付けられません(invalid_auth)`,
    mend: `${PLACE[token]}を写し直してください。`,
  }),
  not_authed: (token) => ({
    what: `${token} がSlackに届いていません(not_authed)`,
    mend: `${PLACE[token]}を写し直してください。`,
  }),
  token_revoked: (token) => ({
    what: `${token} は取り消されています(token_revoked)`,
    mend: `アプリを入れ直し、${PLACE[token]}を写してください。`,
  }),
  token_expired: (token) => ({
    what: `${token} は期限が切れています(token_expired)`,
    mend: `${PLACE[token]}を新しくして、写してください。`,
  }),
  account_inactive: (token) => ({
    what: `${token} のアプリかアカウントは停止されています(account_inactive)`,
    mend: 'Slackの管理画面で、アプリがワークスペースに入っているかを確かめてください。',
  }),
  missing_scope: (token) => ({
    what: `${token} の権限が足りません(missing_scope)`,
    mend: SCOPE[token],
  }),
  not_allowed_token_type: (token) => ({
    what: `${token} に、種類の違うトークンが書かれています(not_allowed_token_type)`,
    mend: `${PLACE[token]}を写してください。`,
  }),
};

/**
 * A sentence of what is wrong and one of what to do. `host` is the host of SLACK_API_URL, without anything secret; `token` the
 * variable of the token that was used.
 */
export const troubleText = (trouble: SlackTrouble, host: string, token: SlackToken): TroubleText => {
  switch (trouble.kind) {
    case 'no-proxy': {
      const { what, mend } = PROXY[trouble.why];
      return { what: `${proxyName(trouble.proxy)}${what}`, mend };
    }
    case 'proxy-status':
      return proxyStatusText(trouble.proxy, trouble.status, host);
    case 'status':
      return {
        what: `「${host}」がエラーを返しています(HTTP ${trouble.status})`,
        mend: 'Slackの障害か、途中の機器の不具合です。しばらく待ってください。障害の情報は https://slack-status.com にあります。',
      };
    case 'limited':
      return {
        what: `Slackが混み合っています(${trouble.seconds}秒待つよう求められました)`,
        mend: 'しばらく待ってください。',
      };
    case 'word':
      return (
        (Object.hasOwn(WORDS, trouble.word) ? WORDS[trouble.word]?.(token) : undefined) ?? {
          what: `Slackに断られました(${trouble.word})`,
          mend: 'Slackの管理者に、アプリの利用が許されているかを確かめてください。',
        }
      );
    default:
      return NETWORK[trouble.kind](host);
  }
};

/** Why the bot does not start. `scopes` are those that the bot's token lacks, where they are known. */
export const slackStartText = (
  trouble: SlackTrouble,
  {
    host,
    token,
    scopes,
  }: { readonly host: string; readonly token: SlackToken; readonly scopes: readonly string[] },
): string => {
  const { what, mend } = troubleText(trouble, host, token);
  return [`${what}。`, ...(scopes.length === 0 ? [] : [`足りない権限:${scopes.join('、')}`]), mend].join(
    '\n',
  );
};
