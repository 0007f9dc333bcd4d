/** 結果 of a 案件: 承認, 修正のうえ承認, 継続, 不承認. */
export const WRITTEN_RESULTS = ['approved', 'amended', 'continued', 'rejected'] as const;
export type WrittenResult = (typeof WRITTEN_RESULTS)[number];

/** What the secretariat puts of one 案件: its 結果, null where it is not deliberated, and 意見への回答. */
export type WrittenDecision = {
  readonly position: number;
  readonly result: WrittenResult | null;
  readonly reply: string;
};
