import { MAKE_KEY } from './installation.ts';

/** What is wrong with the environment, variable by variable, each with how to mend it. */
export const configText = {
  title: '設定に誤りがあります。次の点を直して、もう一度起動してください。',
  line: (name: string, what: string) => `・${name}:${what}`,
  botToken: '「xoxb-」で始まるボットトークンを指定してください(Slackの管理画面「OAuth & Permissions」)。',
  appToken: '「xapp-」で始まるアプリトークンを指定してください(Slackの管理画面「Basic Information」)。',
  signingSecret: 'Slackの管理画面「Basic Information」のSigning Secretを指定してください。',
  clientId: 'Slackの管理画面「Basic Information」のClient IDを指定してください。例:1234567890.1234567890',
  clientSecret: 'Slackの管理画面「Basic Information」のClient Secretを指定してください。',
  stateSecret: '16文字以上の、推測されにくい文字列を指定してください。',
  tokenKey: `32バイトの鍵をBase64で指定してください(替えるときは、新しい鍵、前の鍵の順に「,」で区切って2つ)。鍵は次の命令で作れます:${MAKE_KEY}`,
  apiUrl: '「https://」か「http://」で始まり「/」で終わるURLを指定してください。例:https://slack.com/api/',
  databaseUrl: '「postgres://」で始まる接続先を指定するか、この行を消して内蔵のPostgreSQLを使ってください。',
  proxy:
    'プロキシの場所を「http://ホスト名:ポート」の形で指定してください(SOCKSには対応していません)。例:http://proxy.example.lg.jp:8080',
  proxyPath:
    'プロキシのホスト名とポートだけを指定してください。自動設定(.pac)のアドレスは使えません。例:http://proxy.example.lg.jp:8080',
  password:
    'パスワードなどの「@」「/」「#」「?」「:」「%」は、そのままでは読み取れません。順に「%40」「%2F」「%23」「%3F」「%3A」「%25」と書いてください。',
  sslMode: 'sslmode には verify-full(証明書を確かめる)か disable(暗号化しない)などを指定してください。',
  authorities:
    '.env に書いても効きません(Node.jsが先に読むため)。.env から消し、起動する環境(systemdでは Environment=)に書いてください。',
  envFile: '・.env:UTF-8で保存し直してください(メモ帳の「文字コード」で選べます)。',
  port: '0から65535までの整数を指定してください。例:3000',
  logLevel: 'fatal、error、warn、info、debug、trace、silent のどれかを指定してください。',
  logFormat: 'text(人が読む形)か json を指定してください。',
  secretariat: (entry: string) =>
    `「${entry}」を読み取れません。メールアドレスかSlackのユーザーID(例:U0123456789)を「,」で区切って指定してください。`,
  logChannel: '公開チャンネルのID(Cで始まる)を指定してください。例:C0123456789',
  tokenWithoutWay:
    'SLACK_BOT_TOKEN だけでは接続できません。SLACK_APP_TOKEN(Socket Mode)か SLACK_SIGNING_SECRET(HTTP)も指定してください。',
  missingForMany:
    'いくつものワークスペースで使うときは、これも指定してください(SLACK_CLIENT_ID、SLACK_CLIENT_SECRET、SLACK_STATE_SECRET、TOKEN_KEY、SLACK_SIGNING_SECRET の5つ)。',
  oneOrMany:
    'いくつものワークスペースで使うときは、トークンを指定しません。1つのワークスペースで使うときは、SLACK_CLIENT_ID、SLACK_CLIENT_SECRET、SLACK_STATE_SECRET、TOKEN_KEY を消してください。',
  wayWithoutToken:
    'SLACK_BOT_TOKEN も指定してください。どれも指定しなければ練習用ワークスペースが始まります。',
} as const;
