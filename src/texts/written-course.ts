import type { WrittenMeetingStep } from '../domain/written-meeting/course.ts';
import type { WrittenMeetingState } from '../domain/written-meeting/written-meeting.ts';

export const WRITTEN_STATE_WORD: Readonly<Record<WrittenMeetingState, string>> = {
  draft: '準備中',
  open: '回答受付中',
  closed: '受付終了',
  announced: '結果通知済',
  cancelled: '中止',
};

/** The button of each step. */
export const WRITTEN_STEP_BUTTON: Readonly<Record<WrittenMeetingStep, string>> = {
  extend: '回答期限を変更',
  close: '受付を終了',
  reopen: '再開',
  cancel: '中止',
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
  mark: (state: string, date: string) => `【${state}】${date}`,
  dueBefore: (day: string) => `前の回答期限:${day}`,
  askedOn: (day: string) => `開催案内の日:${day}`,
  leaving: (when: string) => `開催案内:${when}お送りします`,
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

export const WRITTEN_COURSE_FORM = {
  extend: '回答期限を変更',
  reopen: '書面開催の受付を再開',
  amend: '案件を訂正',
} as const;

export const WRITTEN_COURSE_SUBMIT = { reopen: '再開する', amend: '訂正する' } as const;

export const WRITTEN_COURSE_LABEL = {
  dueOn: '新しい回答期限',
  reason: '理由',
  item: '案件',
  text: '訂正後の案件',
  /** Of a 案件, in 変更の記録. */
  kind: '案件の種別',
} as const;

export const WRITTEN_COURSE_HINT = {
  newDueOn:
    '届いている開催案内の回答期限も変わります。まだ回答していない方に、次の開庁日の朝、一度だけお知らせします。回答した方には何も届きません。',
  kept: '変更の記録に残ります。',
  told: 'お知らせに載り、変更の記録に残ります。',
  text: '1件だけ入力してください。末尾に(審議)(報告)(協議)と書くと種別になります。',
} as const;

/** Changing the course of a 書面開催. */
export const writtenCourseText = {
  warnDue: (due: string, next: string) =>
    `回答期限の${due}は閉庁日です。期限はそのままですが、次の開庁日は${next}です。`,
  amending:
    '訂正すると、届いている開催案内の案件も変わり、その案件に回答済みの方に、理由とともに改めて回答をお願いします。前の回答は記録に残り、集計には入りません。',
  amended: (item: string, count: number) =>
    count === 0
      ? `${item}を訂正しました。回答済みの方はいないため、改めてのお願いは送りません。`
      : `${item}を訂正しました。回答済みだった${count}名に、改めて回答をお願いします。`,
  unreached: (names: readonly string[]) =>
    `Slackを使っていない方(${names.join('、')})には、別途ご連絡のうえ、代理入力をお願いします。`,
  closing: (answered: number, asked: number) => `回答${answered}/${asked}名で、回答の受付を終了します。`,
  closingStops:
    '終了したことのお知らせは送りません。このあとに届いた回答は、期限後の回答として記録し、集計には入りません。「再開」で、新しい回答期限を決めて受付を続けられます。',
  closed: '回答の受付を終了しました。',
  cancelling: (answered: number, unanswered: number) =>
    `回答済み${answered}名・未回答${unanswered}名の書面開催を中止します。`,
  cancellingStops:
    '開催案内が届いている方に、中止と理由をお知らせします。これまでの回答は記録に残りますが、結果にはなりません。中止したものは元に戻せません。',
  cancellingUnsent:
    '開催案内は、まだ送っていません。中止すると、開催案内は送りません。中止したものは元に戻せません。',
  cancelled: '書面開催を中止しました。',
} as const;

/** 案件の訂正 and 中止, as those read of it who were asked. */
export const writtenChangedText = {
  amendedTitle: '案件の訂正のお知らせ(書面開催)',
  amended: (item: string) =>
    `${item}を次のとおり訂正しました。先にいただいた回答は、この案件については集計に入りません。お手数ですが、改めて回答をお願いいたします。`,
  reason: (reason: string) => `理由:${reason}`,
  superseded: (item: string) => `${item}は、その後あらためて訂正しました。最新のお知らせをご覧ください。`,
  cancelledTitle: '書面開催の中止のお知らせ',
  cancelled: 'この書面開催は中止しました。回答は不要です。',
} as const;

/** 結果をまとめる, as the secretariat is told of it. */
export const writtenClosedText = {
  ask: (title: string, answered: number, asked: number) =>
    `${title}の回答の受付が終わりました(回答${answered}/${asked}名)。結果をまとめてください。`,
  announced: (title: string) => `${title}の結果を通知しました。`,
  reopened: (title: string, due: string) => `${title}の回答の受付を再開しました(回答期限:${due})。`,
} as const;
