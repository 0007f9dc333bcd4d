/** What each table holds, as it is said when a workspace is removed. */
export const TABLE_WORD: Readonly<Record<string, string>> = {
  action_item: '対応事項',
  agenda_item: '会議の案件',
  appointment: '協働推進員の任期',
  article: '記事',
  article_proposal: '掲載後の変更の依頼',
  article_version: '書き換える前の記事',
  attendance: '受講',
  attendance_event: '受講の入力の履歴',
  audit_line: '変更の記録',
  away_period: '不在の期間',
  body: '会議体',
  body_member: '委員の任期',
  body_year: '会議体の年度ごとの内容',
  closing_day: '閉庁日',
  delegate_request: '担当の変更の依頼',
  delivery: 'お知らせの控え',
  department: '部局',
  did_not_meet: '会議体の開催なし',
  inquiry: '照会',
  inquiry_answer: '照会への回答',
  inquiry_collected: 'とりまとめ完了',
  inquiry_target: '照会の対象',
  inquiry_told: '照会をお知らせした記録',
  issue_article: '号に載せた記事の並び',
  issue_channel: '号の投稿先',
  job_slot: '決まった時刻の仕事の記録',
  meeting: '会議',
  meeting_absence: '会議の欠席・代理出席',
  monthly_day: '毎月の発行日',
  morning_line: 'お知らせの1件ごとの控え',
  newsletter_issue: 'きょうどう通信の号',
  newsletter_read: '「読みました」',
  person: '職員',
  postponed_line: '再通知の予定',
  programme: '研修の種類',
  programme_not_held: '研修の開催なし',
  programme_year: '研修の種類の年度ごとの内容',
  roster_file: '取り込む前の名簿',
  secretariat_member: '事務局の職員',
  section: '課・室等',
  session_invitee: '研修の対象者',
  settings: '設定',
  stored_file: '添付のファイル',
  submission: '送信されたフォームの控え',
  training_session: '研修',
  written_answer: '書面開催への回答',
  written_item: '書面開催の案件',
  written_meeting: '書面開催',
  written_vote: '書面開催の案件ごとの回答',
  written_voter: '書面開催の回答者',
  wrong_code: '受付コードの入力の誤り',
};

const number = (count: number): string => count.toLocaleString('ja-JP');

/** The commands `workspace list` and `workspace remove`. */
export const workspaceText = {
  description: 'データベースに記録のあるワークスペースの一覧を表示し、1つの記録を消します',
  list: 'ワークスペースの一覧(ID、名称、使い始めた日、協働推進員の数、記録の件数)を表示します',
  remove: '1つのワークスペースの記録を、元に戻せない形で消します。--yes がなければ、消える件数を示すだけです',
  settingAside: '1つのワークスペースか組織への送信を止めます。記録と送る予定の通知は残ります',
  installation: '止めるワークスペース(T で始まるID)か組織(E で始まるID)',
  notInstalled: (id: string) => `${id} は追加されていないか、もう止まっています。`,
  isSetAside: (ids: readonly string[]) =>
    `${ids.join('、')} への送信を止めました。記録は残っています。/slack/install から追加し直すと、続きから動きます。`,
  id: '消すワークスペース(T で始まるID)',
  yes: '消える件数を確かめたうえで、消す',
  none: 'ワークスペースの記録はまだありません。ボットを起動すると作られます。',
  since: (day: string) => `${day}から`,
  promoters: (count: number) => `協働推進員 ${number(count)}名`,
  rows: (count: number) => `記録 ${number(count)}件`,
  served: '環境変数のトークン',
  installed: (id: string) => `${id} にアプリを追加済み`,
  setAside: (day: string) => `${day}から送信を止めています`,
  wouldGo: (id: string, rows: number) =>
    `${id} の記録を消すと、次の${number(rows)}件がなくなります。元に戻せません。`,
  gone: (id: string, rows: number) => `${id} の記録を消しました。なくなったのは、次の${number(rows)}件です。`,
  counted: (word: string, count: number) => `  ${word}:${number(count)}件`,
  jobs: '送るのを待っていたお知らせと仕事',
  needsYes: (id: string) =>
    `まだ消していません。消すときは「npm run kyodo -- workspace remove ${id} --yes」を実行してください。`,
  stays:
    'Slackに届いたメッセージ、書き出したファイル(第5章、きょうどう通信、CSV)、データベースのバックアップはそのまま残ります。要らないものは、それぞれの場所で消してください。',
  startsAnew: (id: string) =>
    `この設定のトークンは ${id} のものです。このまま起動すると、空の記録が新しく作られます。使わないときは、SLACK_BOT_TOKEN を外してください。`,
  installationGone: (id: string) => `${id} に追加したアプリのトークンも消し、Slackで無効にしました。`,
  notRevoked: (id: string) =>
    `${id} に追加したアプリのトークンも消しましたが、Slackでは無効にできませんでした。Slackの管理画面で、アプリを取り外してください。`,
  installationStays: (id: string) =>
    `${id} に追加したアプリは、ほかのワークスペースが使っているため残ります。使い続けると空の記録が新しく作られるので、Slackの管理画面で、このワークスペースから取り外してください。`,
  noWorkspace: (id: string) =>
    `ワークスペース「${id}」の記録はありません。「npm run kyodo -- workspace list」で確かめてください。`,
  botAtWork: (id: string) =>
    `${id} のボットが動いています。何も消していません。ボットを止めてから、もう一度実行してください。`,
  jobsRunning: (count: number) =>
    `お知らせなどの仕事を${number(count)}件しているところです。何も消していません。1分ほど待ってから、もう一度実行してください。`,
} as const;
