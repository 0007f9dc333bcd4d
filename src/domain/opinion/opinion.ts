import type { FiscalYear } from '../calendar/fiscal-year.ts';

/** 種別 of what the citizens' committee gives: 評価, 意見. */
export const OPINION_KINDS = ['evaluation', 'opinion'] as const;
export type OpinionKind = (typeof OPINION_KINDS)[number];

/** 対応の区分: 対応済み, 対応する, 検討を続ける, 対応しない. */
export const OPINION_RESPONSES = ['done', 'will_do', 'continuing', 'declined'] as const;
export type OpinionResponse = (typeof OPINION_RESPONSES)[number];

/** An opinion as it was given, of the year that it evaluates. The number is text as the committee writes it, e.g. `3` or `3-1`. */
export type OpinionFacts = {
  readonly fiscalYear: FiscalYear;
  readonly number: string;
  readonly item: string;
  readonly kind: OpinionKind;
  readonly words: string;
  /** 関係課, in order. */
  readonly sectionIds: readonly string[];
};

/** Who did something, by Slack id, and when. */
type DoneBy = { readonly by: string; readonly at: Date };

/** What 市の調査・検討を記録 keeps. */
export type ConsiderationFacts = {
  /** 市の調査・検討. */
  readonly consideration: string;
  readonly response: OpinionResponse | null;
  /** 対応時期. */
  readonly responseWhen: string;
  /** 審議した会議. */
  readonly meetingIds: readonly string[];
};

/** 市の調査・検討 in one fiscal year: the opinion's own, or one into which it is carried (前年度からの継続). */
export type OpinionYear = ConsiderationFacts & {
  readonly fiscalYear: FiscalYear;
  readonly saved: DoneBy | null;
  readonly published: DoneBy | null;
  /** Counts every change, so that a form opened before another's does not undo it. */
  readonly revision: number;
};

/** 評価・意見 as the record holds it. */
export type Opinion = OpinionFacts & {
  readonly id: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly cancelled: { readonly at: Date; readonly reason: string } | null;
  /** How it was considered, the oldest year first. */
  readonly years: readonly OpinionYear[];
  /** Counts changes of what was given and of 取消し; those of a year count in the year. */
  readonly revision: number;
};

/** How it was considered in a fiscal year, where it was. */
export const consideredIn = ({ years }: Pick<Opinion, 'years'>, year: FiscalYear): OpinionYear | undefined =>
  years.find(({ fiscalYear }) => fiscalYear === year);

/** How it was last considered before a fiscal year: what stands above the form of 前年度からの継続. */
export const lastConsideredBefore = (
  { years }: Pick<Opinion, 'years'>,
  year: FiscalYear,
): OpinionYear | undefined => years.findLast(({ fiscalYear }) => fiscalYear < year);

/** What goes on next year: 対応する, 検討を続ける. */
export const GOES_ON: readonly OpinionResponse[] = ['will_do', 'continuing'];

/**
 * Whether it is 前年度からの継続 in a year: it was given on an earlier year and when it was last considered before, it was to go on; or it
 * was considered in that year, whatever was changed since in an earlier one, so that the document of a year prints again as it was.
 */
export const isCarriedInto = (opinion: Pick<Opinion, 'fiscalYear' | 'years'>, year: FiscalYear): boolean => {
  if (opinion.fiscalYear >= year) return false;
  if (consideredIn(opinion, year) !== undefined) return true;
  const response = lastConsideredBefore(opinion, year)?.response ?? null;
  return response !== null && GOES_ON.includes(response);
};

const NUMBERS = new Intl.Collator('ja', { numeric: true });

/** In order of number, as people count: 2 before 10, 3-1 before 3-2; those of an earlier year first. */
export const inOrderOfNumber = <T extends Pick<Opinion, 'fiscalYear' | 'number' | 'id'>>(
  opinions: readonly T[],
): readonly T[] =>
  opinions.toSorted(
    (a, b) => a.fiscalYear - b.fiscalYear || NUMBERS.compare(a.number, b.number) || (a.id < b.id ? -1 : 1),
  );
