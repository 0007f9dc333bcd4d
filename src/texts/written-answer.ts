import type { Choice } from '../domain/written-meeting/answer.ts';

export const WRITTEN_ANSWER_FORM = {
  answer: '書面開催に回答',
  onBehalf: '代理入力',
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
  dueOn: (due: string) => `回答期限:${due}`,
  voter: (title: string, name: string) => `回答者:${title} ${name}`,
  asProxy: (title: string, name: string) => `${title} ${name}さんの代理として回答します。`,
  onBehalf: (title: string, name: string) => `${title} ${name}さんから受け取った回答を入力します。`,
  amended: 'この案件は訂正されました。お手数ですが、改めて回答をお願いします。',
  over: '回答期限を過ぎています。入力した回答は期限後の回答として記録し、集計には入りません。',
  opinionHint: '「意見あり」または「異議あり」のときに書いてください。',
  confirmedOpinionHint: '「意見あり」のときに書いてください。',
} as const;

/** After 回答する. */
export const writtenAnsweredText = {
  answered: '回答を記録しました。',
  late: '回答期限を過ぎているため、期限後の回答として記録しました。集計には入りません。',
  mayChange: (due: string) => `回答期限(${due})までは、回答を変更できます。`,
  amended: (positions: readonly number[]) =>
    `画面を開いたあとに案件${positions.join('、')}が訂正されました。お手数ですが、改めて回答をお願いします。`,
  change: '回答を変更する',
  answerAmended: '訂正後の案件に回答する',
} as const;
