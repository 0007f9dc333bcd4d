import type { WrittenResult } from '../domain/written-meeting/decision.ts';
import type { Ruling } from '../domain/written-meeting/ruling.ts';
import { CHOICE_WORD } from './written-answer.ts';

/** The result of a 書面開催: the form, the notice, and what is said around them. */

export const WRITTEN_RESULT_FORM = {
  result: '書面開催の結果をまとめる',
  shown: '書面開催の結果',
} as const;

export const WRITTEN_RESULT_LABEL = {
  result: (position: number) => `案件${position}の結果`,
  reply: (position: number) => `案件${position}の意見への回答`,
  notice: '通知文',
} as const;

/** 結果 of a 案件. */
export const WRITTEN_RESULT_WORD: Readonly<Record<WrittenResult, string>> = {
  approved: '承認',
  amended: '修正のうえ承認',
  continued: '継続',
  rejected: '不承認',
};

export const WRITTEN_RESULT_BUTTON = {
  summarise: '結果をまとめる',
  announce: '結果を通知する',
  show: '結果を見る',
  trial: '自分に試し送信',
} as const;

/** What the body's rules give. */
export const writtenRuling = {
  /** Said wherever silence is taken for 異議なし. */
  deemed: (count: number) => `会議体の決まりにより、未回答の${count}名を異議なしとみなしています。`,
  label: (ruling: string) => `会議体の決まりによる集計:${ruling}`,
} as const;

const chairSentence = (chair: 'agree' | 'object' | null): string => {
  if (chair === null) return '委員長の回答はありません。';
  return `委員長の回答は「${CHOICE_WORD[chair]}」です。`;
};

/** What the rules give of the numbers, in a sentence. */
export const rulingSentence = (ruling: Ruling): string => {
  switch (ruling.kind) {
    case 'carried':
      return '異議なしが異議ありより多くなっています。';
    case 'not-carried':
      return '異議ありが異議なしより多くなっています。';
    case 'tie':
      return '異議なしと異議ありが同数です。';
    case 'chair-decides':
      return `可否同数のため、委員長が決します。${chairSentence(ruling.chair)}`;
    case 'no-quorum':
      return `定足数に達していません(回答${ruling.answered}名、必要な回答${ruling.needed}名)。`;
    case 'nobody-answered':
      return '回答がありません。';
  }
};

/** The notice as those read it who were asked. */
export const writtenNotice = {
  title: '書面開催の結果のお知らせ',
  trial: '書面開催の結果のお知らせ(試し送信)',
  trialNote: '試し送信です。まだだれにも送っていません。',
  of: (body: string) => `${body}(書面開催)`,
  documentNumber: (number: string) => `文書番号:${number}`,
  dueOn: (day: string) => `回答期限:${day}`,
  result: (word: string) => `結果:${word}`,
  opinions: '意見',
  opinion: (words: string) => `・${words}`,
  objection: (words: string) => `・(異議あり)${words}`,
  reply: (words: string) => `意見への回答:${words}`,
  inList: 'ほかの結果は、会議の一覧からご覧ください。',
  /** In place of what it said, once its record was cancelled. */
  cancelled: 'この会議の記録を取り消しました。お知らせした結果も取消しとなります。',
  contact: (contact: string) => `問合せ:${contact}`,
  /** 通知文, before anybody has changed it. */
  prefilled: (body: string, due: string, numbers: readonly string[]) =>
    [
      `${body}(書面開催、回答期限:${due})の結果を、次のとおりお知らせします。`,
      ...numbers,
      'ご回答いただき、ありがとうございました。',
    ].join('\n'),
  numbers: (position: number, tally: string) => `案件${position} ${tally}`,
} as const;

/** What is said in the form 書面開催の結果をまとめる. */
export const writtenResultText = {
  opinionsElsewhere: '意見が長いため、ここには表示していません。「状況」でご覧ください。',
  lead: '案件ごとに結果を選び、通知文を確かめてください。保存しただけでは、だれにも通知しません。',
  asked: (voters: number, answered: number) =>
    `回答者${voters}名のうち${answered}名が全案件に回答しています。`,
  late: (count: number) => `期限後の回答${count}件は、集計に入れていません。`,
  fixed:
    '書面開催で回答を受けた会議です。会議体、回答期限、案件は変えられません。誤りがあるときは、記録を取り消してください。',
  dateNoteHint: '例:開催案内送付。「(書面開催)」は自動で付きます。',
  noticeHint:
    '回答者に、案件ごとの結果、意見(氏名なし)、意見への回答と一緒に送ります。回答者の氏名は書かないでください。',
  noticeOlder:
    '通知文を保存したあとに、回答または会議体の決まりが変わりました。通知文の数が集計と合っているか、お確かめください。',
  replyHint: '通知に載せる回答です。なければ空欄のままにしてください。',
} as const;

/** 送信の確認 of a result, and what follows. */
export const writtenAnnounceText = {
  count: (count: number) => `${count}名に、Slackでお知らせします。`,
  away: (count: number) => `うち不在の${count}名には、戻られた日の朝に届きます。`,
  withoutSlack: (names: string) =>
    `Slackで届かない回答者:${names}。お手数ですが、別の方法でお知らせください。`,
  recorded:
    '結果を通知すると、回答期限の日の会議として会議の記録に載り、第5章にも載ります。結果は変えられなくなります。',
  /** The same before that day. */
  recordedAhead: (due: string) =>
    `結果を通知すると、回答期限の日の会議として会議の記録に載ります。一覧には予定として載り、${due}から第5章に載ります。結果は変えられなくなります。`,
  preview: '送る内容',
  tooLong: '内容が長いため、ここには通知文だけを表示しています。全文は「自分に試し送信」でご確認ください。',
  trialSent: '試し送信を、協DOボットとのダイレクトメッセージにお送りしました。',
  announcedNow: (count: number) => `${count}名に結果を通知しました。会議の記録に載せました。`,
  announced: (count: number, when: string) =>
    `${when}の朝に、${count}名に結果を通知します。会議の記録に載せました。`,
} as const;
