import type { FailedWhat } from '../domain/delivery/content.ts';

/** Jobs as 運用ログ names them. */
const JOB_WORD: Readonly<Record<string, string>> = {
  remind: '朝の通知',
  'training-lag': '研修日程の確認',
  retention: '保存期間の確認',
  'check-people': '職員の確認',
  'connect-people': '新しい職員のSlackアカウントの確認',
  'roster-rollover': '次年度の名簿の写し',
  'post-newsletter': 'きょうどう通信の発行',
  'newsletter-draft': 'きょうどう通信の準備',
  'check-channels': '投稿先の確認',
  'close-written-meetings': '書面開催の受付の終了',
};

/** Why something was not sent. */
const SKIPPED_WORD: Readonly<Record<string, string>> = {
  skippedAway: '不在',
  guidesAway: '不在(役割のご案内)',
  skippedWithoutSlack: 'Slack未利用',
  guidesWithoutSlack: 'Slack未利用(役割のご案内)',
  skippedDeactivated: 'アカウントの停止',
  settled: '回答済み',
  superseded: '翌開庁日の通知にまとめたもの',
  'recipient is no member': 'アカウントの停止',
  restored: '戻した記録の、送らないことにしたもの',
};

/** What a job counts that is no message. */
const COUNT_WORD: Readonly<Record<string, string>> = {
  changed: '職員の変更',
  connected: 'つながった職員',
  deactivated: 'うちアカウントの停止',
  copied: '次年度の名簿への写し',
  published: '発行',
  asked: '事務局への確認のお願い',
  troubles: '投稿できない・名前の変わった投稿先',
  writtenClosed: '受付の終了',
  sectionEnded: '写さないもの(課・室等の廃止)',
  known: '写さないもの(登録済み)',
};

export const jobReportText = {
  title: (job: string, time: string) => `${JOB_WORD[job] ?? job} ${time}`,
  sent: (count: number, retried: number) =>
    `送信${count}件${retried === 0 ? '' : `(うち再試行${retried}件)`}`,
  sending: (sent: number, all: number) => `送信中 ${sent}/${all}件`,
  skipped: (count: number, reasons: string) => `見送り${count}件(${reasons})`,
  reason: (reason: string, count: number) => `${SKIPPED_WORD[reason] ?? reason}${count}`,
  reasons: '・',
  failed: (count: number) => `失敗${count}件`,
  nothing: '送るものはありません',
  noChange: '変更なし',
  count: (what: string, count: number) => `${COUNT_WORD[what] ?? what}${count}件`,
  separator: '、',
  line: (title: string, said: string) => `${title} ${said}`,
} as const;

/** Whether a job's count is told as such. */
export const isToldCount = (what: string): boolean => what in COUNT_WORD;
/** Whether a job's count is a reason for which something was not sent. */
export const isSkippedCount = (what: string): boolean => what in SKIPPED_WORD;

const FAILED_WORD: Readonly<Record<FailedWhat, (count: number) => string>> = {
  request: (count) => `操作を${count}件、処理できませんでした。`,
  process: (count) => `予期しない不具合が${count}件ありました。`,
  job: (count) => `定時の処理を${count}件、行えませんでした。`,
  delivery: (count) =>
    `お送りできなかったメッセージが${count}件あります。事務局のホームの「送れなかったメッセージ」から、再送できます。`,
};

export const failureNotedText = {
  sentence: (what: FailedWhat, id: string, count: number) =>
    `${FAILED_WORD[what](count)}(${count === 1 ? '' : '最初の'}受付番号 ${id})`,
} as const;
