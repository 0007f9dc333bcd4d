import type { Choice } from '../domain/written-meeting/answer.ts';

export const WRITTEN_ANSWER_FORM = {
  answer: '書面開催に回答',
  onBehalf: '代理入力',
  shown: '書面開催への回答',
  copy: '文面をコピー',
} as const;

export const WRITTEN_ANSWER_BUTTON = {
  answer: '回答する',
  change: '回答を変更する',
  onBehalf: '代理入力',
  late: '期限後の回答を入力',
  show: '回答を見る',
} as const;

/** 案件1 and 案件1への意見. */
export const writtenAnswerLabel = {
  item: (position: number) => `案件${position}`,
  opinion: (position: number) => `案件${position}への意見`,
} as const;

/** What may be chosen for a 案件 that is deliberated. */
export const CHOICE_WORD: Readonly<Record<Choice, string>> = {
  agree: '異議なし',
  agreeWithOpinion: '異議なし(意見あり)',
  object: '異議あり',
};

/** And for every other. */
export const CONFIRMED_CHOICE_WORD: Readonly<Record<Exclude<Choice, 'object'>, string>> = {
  agree: '確認しました',
  agreeWithOpinion: '確認しました(意見あり)',
};

/** A 書面開催 as those read it who answer. */
export const writtenAnswerText = {
  title: (body: string) => `${body}(書面開催)`,
  documentNumber: (number: string) => `文書番号:${number}`,
  /** Where there is no 文書番号. */
  firstItem: (text: string, others: number) => `案件:「${text}」${others === 0 ? '' : `ほか${others}件`}`,
  dueOn: (due: string) => `回答期限:${due}`,
  voter: (title: string, name: string) => `回答者:${title} ${name}`,
  asProxy: (title: string, name: string) => `${title} ${name}さんの代理として回答します。`,
  onBehalf: (title: string, name: string) => `${title} ${name}さんから受け取った回答を入力します。`,
  amended: 'この案件は訂正されました。お手数ですが、改めて回答をお願いします。',
  over: '回答期限を過ぎています。入力した回答は期限後の回答として記録し、集計には入りません。',
  endedEarly: '回答の受付は終了しました。入力した回答は期限後の回答として記録し、集計には入りません。',
  opinionHint: '「意見あり」または「異議あり」のときに書いてください。',
  howTo: (title: string, name: string) =>
    `回答の仕方:${title} ${name}さんの回答を、案件ごとにお知らせください。審議の案件は「異議なし」「異議なし(意見あり)」「異議あり」、そのほかの案件は「確認しました」「確認しました(意見あり)」から選び、意見があるときはその内容もお願いします。紙、電話、口頭、メールのどれでも結構です。`,
  confirmedOpinionHint: '「意見あり」のときに書いてください。',
} as const;

/** 回答を見る, and 文面をコピー. */
export const writtenShownText = {
  choice: (word: string) => `回答:${word}`,
  opinion: (words: string) => `意見:${words}`,
  nothing: 'この案件への回答はまだありません。',
  answeredAt: (when: string) => `${when}に回答`,
  byProxy: (title: string, name: string) => `(代理:${title} ${name})`,
  mayChange: (due: string) => `回答期限(${due})までは、何度でも変更できます。前の回答も記録に残ります。`,
  over: '回答の受付は終了しました。これからの回答は期限後の回答として記録し、集計には入りません。',
  keptLate: (when: string) => `${when}の回答は、期限後の回答として記録しています。集計には入りません。`,
  announced: '結果をお知らせしました。回答の変更はできません。',
  recordCancelled: 'この会議の記録を取り消しました。回答の変更はできません。',
  cancelled: 'この書面開催は中止になりました。回答は不要です。',
} as const;

/** What a 回答者 reads on Home of a 書面開催 that they have answered, or that was closed. */
export const ownBallotText = {
  title: '書面開催への回答',
  answered: (when: string) => `${when}に回答しました。`,
  mayChange: (due: string) => `回答期限(${due})までは変更できます。`,
  over: '回答の受付は終了しました。結果は、後日お知らせします。',
} as const;

/** What is owed of a 書面開催, as the morning message, Home and `/kyodo` say it. */
export const writtenLineText = {
  ask: (title: string) => `${title}への回答をお願いします。`,
  items: (count: number) => `案件:${count}件`,
  asProxy: (title: string, name: string) => `${title} ${name}さんの代理として回答をお願いします。`,
  onBehalf: (title: string, name: string) => `${title} ${name}さんの分です。代わりに回答を入力できます。`,
  deactivated: (title: string, name: string) =>
    `${title} ${name}さんの分です。Slackのアカウントが停止されています。文面を渡すか、回答を代理入力してください。`,
  withoutSlack: (title: string, name: string) =>
    `${title} ${name}さんの分です。Slackを使っていません。文面を渡すか、回答を代理入力してください。`,
  asked: (title: string, name: string) => `${title} ${name}さんにお願いしています。`,
  askedAgain: (positions: readonly number[]) =>
    `案件${positions.join('、')}が訂正されました。お手数ですが、改めて回答をお願いします。`,
  answered: '回答を受け付けました。回答期限までは変更できます。',
  closed: (title: string) => `${title}(回答の受付は終了しました)`,
  announced: (title: string) => `${title}(結果をお知らせしました)`,
  recordCancelled: (title: string) => `${title}(会議の記録を取り消しました)`,
  cancelled: (title: string, reason: string) =>
    `${title}\nこの書面開催は中止になりました。回答は不要です。理由:${reason}`,
} as const;

/** After 回答する. */
export const writtenAnsweredText = {
  answered: '回答を記録しました。',
  said: (position: number, choice: string) => `案件${position}:${choice}`,
  late: '回答期限を過ぎているため、期限後の回答として記録しました。集計には入りません。',
  lateBeforeDue: '回答の受付が終了しているため、期限後の回答として記録しました。集計には入りません。',
  mayChange: (due: string) => `回答期限(${due})までは、回答を変更できます。`,
  amended: (positions: readonly number[]) =>
    `画面を開いたあとに案件${positions.join('、')}が訂正されました。お手数ですが、改めて回答をお願いします。`,
  change: '回答を変更する',
  answerAmended: '訂正後の案件に回答する',
} as const;

/** What the bot sends, as the help says it. */
export const WRITTEN_ANSWER_HELP = {
  sends:
    '回答期限のお知らせ(書面開催で回答をお願いしていて、まだ回答がないとき、期限の3開庁日前と1開庁日前の朝に)',
} as const;
