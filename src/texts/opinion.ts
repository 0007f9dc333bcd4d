import type { OpinionKind, OpinionResponse } from '../domain/opinion/opinion.ts';
import type { OpinionState } from '../domain/opinion/state.ts';

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
} as const;

/** The form 市の調査・検討を記録. */
export const CONSIDERATION_LABEL = {
  consideration: '市の調査・検討',
  response: '対応の区分',
  responseWhen: '対応時期',
  meetingIds: '審議した会議',
  published: '公表',
} as const;
