import type { OpinionKind, OpinionResponse } from '../domain/opinion/opinion.ts';
import type { OpinionState } from '../domain/opinion/state.ts';
import { SECTION_FIND_HINT } from './department.ts';
import { NO_PRIVATE_MATTERS } from './occasion.ts';

/** 評価・意見 of the citizens' committee, and what the city considered. */

export const OPINION_STATE_WORD: Readonly<Record<OpinionState, string>> = {
  registered: '登録',
  asked: '依頼中',
  drafted: '案あり',
  committee: '幹事会審議済',
  headquarters: '本部会議審議済',
  published: '公表済',
};

export const OPINION_KIND_WORD: Readonly<Record<OpinionKind, string>> = {
  evaluation: '評価',
  opinion: '意見',
};

export const OPINION_RESPONSE_WORD: Readonly<Record<OpinionResponse, string>> = {
  done: '対応済み',
  will_do: '対応する',
  continuing: '検討を続ける',
  declined: '対応しない',
};

export const OPINION_LABEL = {
  fiscalYear: '年度',
  number: '番号',
  item: '項目',
  kind: '種別',
  words: '評価・意見',
  sections: '関係課',
  reason: '変更の理由',
} as const;

/** The form 市の調査・検討を記録. */
export const CONSIDERATION_LABEL = {
  consideration: '市の調査・検討',
  response: '対応の区分',
  responseWhen: '対応時期',
  meetingIds: '審議した会議',
  published: '公表',
} as const;

export const OPINION_FORM = {
  register: '評価・意見を登録',
  edit: '評価・意見を編集',
  show: '評価・意見',
} as const;

export const OPINION_HINT = {
  fiscalYear: '評価の対象になった年度です。',
  number: '委員会の文書の番号のまま入力してください。空欄なら、その年度の続きの番号になります。',
  item: '例:第5章 職員の育成',
  words: '委員会の文書のとおりに入力してください。',
  sections: `調査・検討をお願いする課・室等です。あとから決めることもできます。${SECTION_FIND_HINT}`,
  reason: `直した理由です(任意)。変更の記録に残ります。${NO_PRIVATE_MATTERS}`,
  cancel: `一覧と出力から外れます。内容と理由は変更の記録に残ります。${NO_PRIVATE_MATTERS}`,
} as const;

export const OPINION_BUTTON = {
  list: '評価・意見の一覧',
  register: '評価・意見を登録',
  registerShort: '登録',
  show: '全文を見る',
  edit: '編集',
  cancel: '取り消す',
} as const;

export const OPINION_HELP = {
  menu: '評価・意見の一覧を表示します',
  list: 'その年度の評価・意見を番号の順に表示します(年度を省くと前年度。事務局のほかの方には公表済のもの)',
  listArgument: '年度',
  register: '委員会の評価・意見を登録します',
} as const;

export const opinionText = {
  listTitle: (year: string) => `${year}の評価・意見`,
  none: 'この年度の評価・意見は、まだ登録がありません。',
  nonePublished: 'この年度の評価・意見で、公表されたものはまだありません。',
  homeTitle: (year: string, count: number) => `${year}の評価・意見(${count}件)`,
  ownTitle: '評価・意見',
  carriedTitle: '前年度からの継続',
  /** How many stand where: 登録 3件・案あり 2件. */
  counts: (counts: readonly (readonly [state: string, count: number])[]) =>
    counts.map(([state, count]) => `${state} ${count}件`).join('・'),
  number: (number: string) => `No ${number}`,
  carriedNumber: (year: string, number: string) => `${year} No ${number}`,
  head: (no: string, kind: string, item: string) => `${no}(${kind}) ${item}`,
  state: (state: string) => `状態:${state}`,
  sections: (places: readonly string[]) => `関係課:${places.length === 0 ? '(未定)' : places.join('、')}`,
  place: (department: string, section: string) => `${department} ${section}`,
  words: (words: string) => `「${words}」`,
  consideration: (words: string) => `市の調査・検討:${words}`,
  considerationOf: (year: string, words: string) => `${year}の市の調査・検討:${words}`,
  response: (response: string, when: string) => `対応の区分:${response}${when === '' ? '' : `(${when})`}`,
  meetings: (meetings: readonly string[]) => `審議した会議:${meetings.join('、')}`,
  noConsideration: '市の調査・検討は、まだ記録がありません。',
  yearTitle: (year: string, state: string) => `${year}の市の調査・検討(${state})`,
  registered: (no: string, item: string) => `${no}「${item}」を登録しました。`,
  sectionsKept: (count: number) =>
    `関係課:${count}課・室等。100を超えるため、この画面では変えられません。変えるときは、CSVファイルで取り込んでください。`,
  changed: (no: string, item: string) => `${no}「${item}」の変更を保存しました。`,
  toCancel: (year: string, ofYear: number) => `${year}の評価・意見${ofYear}件のうち、1件を取り消します。`,
  toCancelAsked: (sections: number) =>
    `${sections}課・室等に、調査・検討をお願いしています。取り消すと、回答は要らなくなります。`,
  toCancelConsidered: '記録した市の調査・検討も、一覧と出力から外れます。',
  cancelled: (no: string) => `${no}を取り消しました。`,
  restored: '元に戻しました。',
} as const;

export const OPINION_PROBLEM = {
  considered:
    '市の調査・検討を記録しているため、年度は変えられません。取り消して、正しい年度で登録してください。',
  asked:
    '関係課に調査・検討をお願いしているため、年度は変えられません。取り消して、正しい年度で登録してください。',
  numberTaken: (number: string, year: string) =>
    `${year}の番号「${number}」は、ほかの評価・意見にあります。別の番号にしてください。`,
} as const;
