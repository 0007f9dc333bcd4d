import { z } from 'zod';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { noDataInTitle, refuseNoData } from '../no-data.ts';
import { PositionDraft } from '../position.ts';
import type { YearlyFacts, YearlyProblem } from '../yearly.ts';

/** What holds of a 研修の種類, as of one fiscal year. */
export type ProgrammeFacts = {
  readonly name: string;
  readonly position: number;
  /** 協働推進員研修: the one whose lag is watched. */
  readonly forPromoters: boolean;
};

/** A 研修の種類 as it stands in a fiscal year. `since` is the year from which these facts hold. */
export type Programme = ProgrammeFacts & {
  readonly id: string;
  readonly since: FiscalYear;
  readonly example: boolean;
};

/** A 研修の種類 over the years, with those of 開催なし. */
export type ProgrammeHistory = YearlyFacts<Programme> & { readonly notHeldIn: readonly FiscalYear[] };

/** At most so many in a year: with その他 a Slack select holds no more. */
export const MOST_PROGRAMMES = 99;

/** The form 研修の種類を登録, as it arrives. The fiscal year is read by its own rule. */
export const ProgrammeDraft = z.object({
  name: z.string().trim().min(1).max(75).superRefine(refuseNoData(noDataInTitle)),
  fiscalYear: z.string().trim().min(1),
  position: PositionDraft,
  forPromoters: z.array(z.literal('promoters')).default([]),
});
export type ProgrammeDraft = z.infer<typeof ProgrammeDraft>;

/** Why a 研修の種類 can't be registered so. */
export type ProgrammeProblem =
  | YearlyProblem
  | { readonly field: 'name'; readonly kind: 'unknown-programme' | 'too-many-programmes' };

/** The programmes of a real city's report for fiscal 2023, as examples to start from. */
export const EXAMPLE_PROGRAMMES: readonly ProgrammeFacts[] = [
  { name: '新規採用職員ステップ研修', position: 10, forPromoters: false },
  { name: '係長級・技能長昇格前研修', position: 20, forPromoters: false },
  { name: '協働推進員研修', position: 30, forPromoters: true },
];
