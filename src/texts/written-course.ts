import type { WrittenMeetingState } from '../domain/written-meeting/written-meeting.ts';

export const WRITTEN_STATE_WORD: Readonly<Record<WrittenMeetingState, string>> = {
  draft: '準備中',
  open: '回答受付中',
  closed: '受付終了',
  announced: '結果通知済',
  cancelled: '中止',
};

export const WRITTEN_PROGRESS = {
  title: '書面開催の状況',
  open: '状況',
} as const;

/** The numbers of one 案件: what was said of one that is deliberated, and of any other. */
export const tallyText = {
  decided: (agreed: number, withOpinion: number, objected: number, unanswered: number) =>
    `異議なし ${agreed}(うち意見あり ${withOpinion})・異議あり ${objected}・未回答 ${unanswered}`,
  confirmed: (confirmed: number, withOpinion: number, unanswered: number) =>
    `確認しました ${confirmed}(うち意見あり ${withOpinion})・未回答 ${unanswered}`,
} as const;

/** How far a 書面開催 is, to the secretariat. */
export const writtenProgressText = {
  name: (body: string, state: string) => `${body}(書面開催) ${state}`,
  dueBefore: (day: string) => `前の回答期限:${day}`,
  askedOn: (day: string) => `開催案内の日:${day}`,
  closedAt: (when: string) => `受付を終了した日時:${when}`,
  cancelledAt: (when: string, reason: string) => `中止した日時:${when} 理由:${reason}`,
  answered: (answered: number, asked: number) => `回答${answered}/${asked}名`,
  item: (label: string, tally: string) => `${label} ${tally}`,
  others: (count: number) => `ほか${count}件`,
  voters: '回答者',
  voter: (title: string, name: string) => `${title} ${name}`,
  withoutSlack: '(Slack未利用)',
  said: (word: string) => `${word}:`,
  saidGoesOn: (word: string) => `${word}(続き):`,
  opinion: (voter: string, word: string, opinion: string) => `${voter} ${word}\n「${opinion}」`,
  unanswered: '未回答',
  openItems: (labels: readonly string[]) => `未回答(${labels.join('、')})`,
  answeredAt: (when: string) => `回答済み(${when})`,
  byProxy: (title: string, name: string) => `代理:${title} ${name}`,
  late: (count: number) => `期限後の回答${count}件(集計には入りません)`,
  separator: '、',
} as const;
