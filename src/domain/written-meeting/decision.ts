import { z } from 'zod';
import { BodyRules } from '../body/body.ts';

/** 結果 of a 案件: 承認, 修正のうえ承認, 継続, 不承認. */
export const WRITTEN_RESULTS = ['approved', 'amended', 'continued', 'rejected'] as const;
export type WrittenResult = (typeof WRITTEN_RESULTS)[number];

/** What the secretariat puts of one 案件: its 結果, null where it is not deliberated, and 意見への回答. */
export type WrittenDecision = {
  readonly position: number;
  readonly result: WrittenResult | null;
  readonly reply: string;
};

/** What a result is put together from: how many answers count, and the rules of the body by which they are judged. */
export const ResultBasis = BodyRules.pick({ quorum: true, unanswered: true, tie: true }).extend({
  answers: z.number().int(),
});
export type ResultBasis = Readonly<z.infer<typeof ResultBasis>>;

/** 定足数, 未回答の扱い and 可否同数. */
export type JudgingRules = Omit<ResultBasis, 'answers'>;

/** Whether nothing that counts has come or changed between the two. */
export const isSameBasis = (one: ResultBasis | null, other: ResultBasis | null): boolean =>
  one?.answers === other?.answers &&
  one?.quorum === other?.quorum &&
  one?.unanswered === other?.unanswered &&
  one?.tie === other?.tie;

/** A result as it was put together: nothing of it until it was. */
export type KeptResult = {
  readonly decisions: readonly WrittenDecision[];
  /** 通知文. */
  readonly notice: string;
  /** Whether 通知文 stands as it was offered. */
  readonly noticeOffered: boolean;
  readonly basis: ResultBasis | null;
};
