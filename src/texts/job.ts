import type { DeliveryKind } from '../domain/delivery/delivery.ts';
import type { LineKind } from '../domain/morning/morning.ts';

/** What jobs count, in words. */
const COUNT_WORD: Readonly<Record<string, string>> = {
  messages: '回答・確認のお願い',
  skippedAway: '見送り(不在)',
  skippedWithoutSlack: '見送り(Slack未利用。協働推進員(主任)・事務局にお知らせ)',
  skippedDeactivated: '見送り(アカウントの停止。協働推進員(主任)・事務局にお知らせ)',
  told: '研修日程の確認のお願い',
  guides: '役割のご案内',
  guidesWithoutSlack: '役割のご案内の見送り(Slack未利用)',
  guidesAway: '役割のご案内の見送り(不在)',
  changed: '職員の変更',
  connected: 'Slackのアカウントがつながった職員',
  deactivated: 'うちアカウントの停止',
  copied: '次年度の名簿への写し(未確認)',
  published: 'きょうどう通信 協DOの発行',
  asked: '号の発行の確認のお願い',
  troubles: '投稿先の確認のお願い',
  writtenClosed: '書面開催の受付の終了',
  sectionEnded: '写さないもの(課・室等の廃止)',
  known: '写さないもの(次年度の名簿に登録済み)',
};

/** The same where the count means another thing in that job. */
const COUNT_WORD_OF: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  retention: { told: '保存期間の過ぎたもののお知らせ' },
  'roster-rollover': { deactivated: '写さないもの(アカウントの停止)' },
};

/** Messages by what they are. */
export const DELIVERY_WORD: Readonly<Record<DeliveryKind, string>> = {
  'meeting-recorded': '記録しました',
  'meeting-announced': '会議の記録のお知らせ',
  'did-not-meet-recorded': '開催なしの記録のお知らせ',
  'schedule-recorded': '年間スケジュールの登録のお知らせ',
  morning: '回答・確認のお願い',
  'inquiry-asked': '照会のお願い',
  'training-asked': '受講の確認のお願い',
  'inquiry-trial': '照会の試し送信',
  'inquiry-returned': '回答の差戻し',
  'delegate-asked': '担当の変更の依頼',
  'written-meeting-asked': '開催案内(書面開催)',
  'written-meeting-asked-now': '開催案内(書面開催)',
  'written-meeting-trial': '書面開催の試し送信',
  'written-meeting-amended': '書面開催の案件の訂正',
  'written-meeting-cancelled': '書面開催の中止',
  'written-result': '書面開催の結果通知',
  'written-result-now': '書面開催の結果通知',
  'written-result-trial': '書面開催の結果通知の試し送信',
  'role-guide': '協働推進員の役割のご案内',
  'free-text-answer': 'メッセージへのご案内',
  'training-recorded': '研修の記録のお知らせ',
  'training-lag': '研修日程の確認のお願い',
  retention: '保存期間の過ぎたもののお知らせ',
  'newsletter-issue': 'きょうどう通信 協DO',
  'newsletter-article': 'きょうどう通信 協DOの記事',
  'newsletter-part': 'きょうどう通信 協DOの自動掲載',
  'newsletter-asked': '号の発行の確認のお願い',
  'article-consent': '掲載の承諾のお願い',
  'article-published': '記事の掲載のお知らせ',
  'article-withdrawn': '記事の取下げのお知らせ',
  'article-proposed': '記事の変更の承認のお願い',
  'article-judged': '記事の変更の承認の結果',
  'channel-trouble': '投稿先の確認のお願い',
  'job-report': '運用ログへの報告',
  'failure-noted': '運用ログへの失敗の報告',
  'update-refused': '書き換えられなかった投稿のお知らせ',
  correction: '投稿の訂正',
  continued: 'メッセージの続き',
};

const LINE_WORD: Readonly<Record<LineKind, string>> = {
  inquiry: '照会への回答',
  'inquiry-answered': '前任の回答のお知らせ',
  'written-meeting': '書面開催への回答',
  'written-told': '書面開催の回答期限のお知らせ',
  'written-closed': '書面開催の結果のとりまとめ',
  collect: '部局のとりまとめ',
  'action-item': '対応事項',
  'roster-report': '選任報告',
  video: '受講の確認',
  guide: '役割のご案内の確認',
  'held-meeting': '会議の実施のお尋ね',
  'held-training': '研修の実施のお尋ね',
  preparation: '会議の準備',
  'away-over-due': '期限の日の不在',
  'department-unanswered': '部局の未回答',
  unanswered: '未回答',
  'report-missing': '未報告の部局',
  deactivated: 'アカウントの停止',
};

/** Kinds of lines with how many there are of each, in their order. */
const linesInWords = (kinds: readonly LineKind[]): string =>
  [...new Set(kinds)]
    .map((kind) => `${LINE_WORD[kind]}${kinds.filter((one) => one === kind).length}件`)
    .join('・');

/** The command `job`. */
export const jobText = {
  description: 'ジョブを1つ、その時刻のものとして実行します',
  name: 'ジョブの名前(remind など)',
  at: '時刻(2026-11-24T09:00 のように。時差を書かなければ日本時間。省くと今)',
  dryRun: '確認だけして、何も変えない',
  unknown: (name: string, names: readonly string[]) =>
    `ジョブ「${name}」はありません。次のどれかを指定してください:${names.join('、')}`,
  unreadable: (at: string) =>
    `時刻「${at}」を読み取れません。2026-11-24T09:00 や 2026-11-24T09:00:00+09:00 のように指定してください。`,
  notDue: (name: string, at: string) => `${name} は、${at}に実行するものではありません。何もしませんでした。`,
  needsSlack: (name: string) =>
    `${name} はSlackに接続して動きます。SLACK_BOT_TOKEN などを設定してから実行してください。`,
  done: (name: string, at: string) => `${name} を${at}のものとして実行しました。`,
  wouldDo: (name: string, at: string) =>
    `${name} を${at}に実行すると、次のとおりです(確認だけで、何も変えていません)。`,
  count: (job: string, what: string, count: number) =>
    `・${COUNT_WORD_OF[job]?.[what] ?? COUNT_WORD[what] ?? what}:${count}件`,
  sends: 'お送りするもの',
  /** The morning's message is of many lines; what another one is about, its kind says. */
  delivery: (kind: DeliveryKind, lines: readonly LineKind[], to: string) =>
    `・${DELIVERY_WORD[kind]}${kind === 'morning' ? `(${linesInWords(lines)})` : ''} → ${to}`,
  sendsNothing: '送るものはありません。',
  leaves: 'お送りするものは、動いているボットから送られます。',
} as const;
