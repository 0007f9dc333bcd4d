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

/** What stands in the way, and what to do. */
export const writtenProblemText = {
  tooManyItems: (count: number, most: number) =>
    `案件は${most}件までです(入力:${count}件)。分けて開催してください。`,
  itemTooLong: (position: number | undefined, letters: number, most: number) =>
    `${position === undefined ? '' : `${position}件めの案件が長すぎます。`}1件${most.toLocaleString('ja-JP')}字までです(入力:${letters.toLocaleString('ja-JP')}字)。詳しい内容は資料にしてください。`,
  noAddress: (line: string) => `「${line}」にURLがありません。1行に「資料名 URL」の順で入力してください。`,
  noVoters: '回答者を1人以上選んでください。',
  notMembers: (names: string) =>
    `${names}は、この会議体の委員として登録されていません。委員を登録してから、もう一度お試しください。`,
  notMembersChosen: (count: number) =>
    `選んだうち${count}人は、この会議体の委員として登録されていません。委員を登録してから、もう一度お試しください。`,
  notAllAnswered: (count: number) =>
    `まだ回答していない方が${count}人います。全員の回答がそろうか、回答期限を過ぎると、受付を終了できます。`,
  unknownItem: 'この案件はありません。もう一度選んでください。',
  severalItems: '案件は1件だけ入力してください。',
  sameItem: '内容が変わっていません。訂正後の案件を入力してください。',
  opinionNeeded: '意見を入力してください。',
  opinionNotChosen: '意見があるときは、「意見あり」か「異議あり」を選んでください。',
  answeredMeanwhile:
    'この画面を開いたあとに、別の回答がありました。閉じてから開き直し、回答をご確認ください。',
  announced: '結果を通知したため、回答を受け付けていません。',
  cancelled: 'この書面開催は中止されました。',
  closed: '回答の受付を終了しているため、変更できません。先に再開してください。',
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
