import type { ChannelTrouble } from '../domain/newsletter/content.ts';
import type { AutomaticPart, IssueState, PartLine, Publishing } from '../domain/newsletter/newsletter.ts';
import type { UnusualHour } from '../domain/newsletter/next-issue.ts';

export const ISSUE_FORM = {
  edit: '号を編集・発行',
  confirm: '発行の確認',
  add: '記事を追加',
  monthly: '毎月の発行日',
  status: '号の状況',
  back: 'バックナンバー',
  preview: 'プレビュー',
} as const;

export const ISSUE_LABEL = {
  number: '号',
  articles: '記事',
  parts: '自動掲載',
  greeting: '巻頭文',
  channels: '投稿先',
  publishing: '発行',
  publishAt: '発行日時',
} as const;

export const MONTHLY_LABEL = {
  day: '毎月の発行日',
  time: '時刻',
  shift: '閉庁日のとき',
  channels: '投稿先',
} as const;

export const SHIFT_WORD = { yes: '次の開庁日に発行', no: 'その日に発行' } as const;

export const PART_WORD: Readonly<Record<AutomaticPart, string>> = {
  meetings: '会議の結果',
  trainings: '研修の実績',
  deadlines: '回答期限',
  coming: '今後の予定',
};

/** How an issue stands. */
export const ISSUE_STATE_WORD: Readonly<Record<IssueState, string>> = {
  draft: '下書き',
  scheduled: '発行待ち',
  late: '確認待ち',
  published: '発行済み',
  cancelled: '発行取りやめ',
};

export const PUBLISHING_WORD: Readonly<Record<Publishing, string>> = {
  at: '日時を指定して発行',
  now: '今すぐ発行',
  draft: '下書きのまま保存',
};

export const ISSUE_HINT = {
  number: '例:令和8年度第3号',
  articles: '選んだ順に掲載します。',
  parts: '発行するときの記録から、自動で作ります。',
  channels: 'ボットが参加している公開チャンネルを選んでください。',
  publishAt: '「日時を指定して発行」のときに選んでください。',
  monthlyDay: '1から31。その日がない月は月末です。空欄にすると、毎月の発行日を定めません。',
} as const;

export const ISSUE_BUTTON = {
  edit: '号を編集・発行',
  continue: '編集・発行',
  cancel: '発行を取りやめる',
  publish: '今すぐ発行',
  trial: '自分に試し送信',
  logTrial: '運用ログに試し送信',
  add: '記事を追加',
  status: '状況',
  read: '読みました',
  monthly: '毎月の発行日',
  back: 'バックナンバー',
  show: '読む',
} as const;

export const ISSUE_HELP = {
  preview: '次の号の見本を、自分だけに表示します',
  issue: 'きょうどう通信 協DOの号を編集・発行します',
  sendsIssue: 'きょうどう通信 協DO(発行日時に、投稿先のチャンネルに)',
  sendsAsked: '号の発行の確認(発行日時を過ぎたとき、発行日が近いのに下書きがないとき)',
  sendsTrouble: '投稿先の確認(投稿できなくなったとき)',
} as const;

/** What everybody reads in an issue. */
export const issueText = {
  headline: (category: string) => `【${category}】`,
  inThread: '記事は、このメッセージのスレッドでお読みいただけます。',
  otherArticles: (count: number) => `ほか${count}件の記事も、スレッドでお読みいただけます。`,
  otherLines: (count: number) => `ほか${count}件は、協DOボットの一覧でご確認ください。`,
  readers: (count: number) => `「読みました」${count}人`,
  partLine: (when: string, what: string, rest: string) => `${when} ${what}${rest}`,
  detail: (detail: string) => `(${detail})`,
  count: (count: number) => ` 参加者${count}名`,
  thanks: '「読みました」を受け付けました。お読みいただき、ありがとうございます。',
  thanksBefore: '「読みました」は受付済みです。お読みいただき、ありがとうございます。',
  notPublished: 'この号は、まだ発行されていません。',
  backTitle: 'きょうどう通信 協DO バックナンバー',
  backLine: (title: string, day: string) => `${title}\n${day}発行`,
  noBack: '発行した号は、まだありません。',
  olderIssues: (count: number) => `ほかに${count}号あります。事務局にお問合せください。`,
} as const;

/** A line of an automatic part, as it is read in Slack and in the archive. */
export const partLineText = ({ when, what, detail, count }: PartLine): string =>
  issueText.partLine(
    when,
    what,
    `${detail === '' ? '' : issueText.detail(detail)}${count === null ? '' : issueText.count(count)}`,
  );

/** What the secretariat reads while making one. */
export const issueDeskText = {
  savedDraft: '号を下書きで保存しました。ホームの「きょうどう通信 協DO」から続きを編集できます。',
  scheduled: (title: string, when: string) => `${title}を、${when}に発行します。`,
  publishing: (title: string, channels: number) =>
    `${title}を、${channels}件のチャンネルに投稿し始めました。`,
  confirmWhen: (when: string) => `発行:${when}`,
  now: '今すぐ',
  confirmWhere: (names: string) => `投稿先:${names}`,
  preparing: '号の内容を準備しています。しばらくお待ちください。',
  confirmLead: '次のとおり発行します。全文は「自分に試し送信」で、届くとおりに確かめられます。',
  /** `part` is the name of an automatic part. */
  emptyPart: (part: string) => `自動掲載の「${part}」は、載せるものがないため、この号には出ません。`,
  unusualHour: {
    'closing-day': (hour: string) => `${hour}は、閉庁日です。このまま発行することもできます。`,
    'outside-hours': (hour: string) =>
      `${hour}は、開庁時間(8:30から17:15まで)の外です。このまま発行することもできます。`,
  } satisfies Readonly<Record<UnusualHour, (hour: string) => string>>,
  hourSet: (when: string) => `発行日時の${when}`,
  hourNow: '今',
  notBegun: '次の号の下書きは、まだありません。掲載を待っている記事をすべて載せると、次のようになります。',
  trialSent: '試し送信しました。このボットとのメッセージでご確認ください。',
  logTrialSent: '運用ログのチャンネルに試し送信しました。',
  noLogChannel: '運用ログのチャンネルが、まだ設定されていません。「設定」で選んでください。',
  homeTitle: 'きょうどう通信 協DO',
  draft: (title: string) => `${title}\n下書き`,
  scheduledLine: (title: string, when: string) => `${title}\n${when}に発行予定`,
  lateLine: (title: string, when: string) => `${title}\n発行日時(${when})を過ぎています`,
  publishedLine: (title: string, when: string, readers: number, silent: number) =>
    `${title}\n${when}に発行。読みました${readers}人、まだ一人もいない課・室等${silent}件`,
  offered: (count: number) => `掲載を待っている記事:${count}件`,
  monthly: (when: string) => `次の毎月の発行日:${when}`,
  noArticles: '掲載できる記事が、まだありません。先に「記事を書く」から記事を用意してください。',
  cancelLead: (title: string) => `${title}の発行を取りやめます。`,
  cancelNumbers: (articles: number, channels: number) => `記事${articles}件、投稿先${channels}件`,
  cancelNote: '記事はそのまま残り、ほかの号に載せられます。',
  cancelled: '発行を取りやめました。',
  added: (count: number) => `記事を${count}件追加しました。投稿済みの号のスレッドに続けて投稿します。`,
  savedMonthly: (when: string) => `毎月の発行日を保存しました。次は${when}です。`,
  removedMonthly: '毎月の発行日を定めないことにしました。',
  reactions: (count: number) => `リアクション${count}件`,
  statusNumbers: (readers: number, silent: number) =>
    `「読みました」${readers}人。まだ一人も押していない課・室等は${silent}件です。`,
  askedTitle: '号の発行の確認のお願い',
  asked: {
    late: (title: string, when: string) =>
      `${title}は、発行日時(${when})を2時間以上過ぎたため、自動では発行しませんでした。今すぐ発行するか、日時を改めてください。`,
    nothing: (title: string, when: string) =>
      `${title}は、掲載する記事がないため、発行日時(${when})に発行しませんでした。記事を選び直してください。`,
    unconfirmed: (title: string, when: string) =>
      `${title}は、下書きのままのため、発行日時(${when})に発行しませんでした。内容を確認して発行してください。`,
    draft: (title: string) =>
      `${title}の発行日が近づいていますが、下書きがまだありません。記事を選んで準備してください。`,
  },
  askedSettled: 'この号について、お願いすることはありません。',
  troubleTitle: '投稿先の確認のお願い',
  trouble: {
    gone: (name: string) =>
      `#${name}に投稿できません(アーカイブされたか、ボットが参加していません)。先にそのチャンネルで /invite @協DOボット を実行するか、投稿先を選び直してください。`,
    renamed: (name: string) =>
      `#${name}のチャンネル名が変わりました。投稿先がこのままでよいか、ご確認ください。`,
  } satisfies Readonly<Record<Exclude<ChannelTrouble, 'refused'>, (name: string) => string>>,
  refused: (why: string) =>
    `次のチャンネルに、メッセージを投稿できませんでした。${why}直したあと、ホームの「送れなかったメッセージ」から再送できます。`,
  /** `channel` is a mention. */
  troubleWhere: (channel: string) => `チャンネル:${channel}`,
  troubleIssues: (titles: string) => `発行予定の号:${titles}`,
  troubleBodies: (names: string) => `通知先にしている会議体:${names}`,
  troubleLog: '運用ログのチャンネルです。',
  troubleSettled: 'この投稿先について、お願いすることはありません。',
} as const;
