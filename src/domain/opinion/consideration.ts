import { z } from 'zod';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { MOST_CONSIDERED } from './gathered.ts';
import {
  type ConsiderationFacts,
  isCarriedInto,
  OPINION_RESPONSES,
  type Opinion,
  type OpinionYear,
} from './opinion.ts';

/** The most letters of 対応時期. */
export const MOST_WHEN = 100;

/** The form 市の調査・検討を記録, as it arrives. */
export const ConsiderationDraft = z.object({
  consideration: z.string().trim().min(1).max(MOST_CONSIDERED),
  response: z.enum(OPINION_RESPONSES),
  responseWhen: z.string().trim().max(MOST_WHEN).default(''),
  meetingIds: z.array(z.uuid()).default([]),
  /** 公表: ticked or not. */
  published: z.array(z.string()).default([]),
});
export type ConsiderationDraft = z.infer<typeof ConsiderationDraft>;

/** Why it can't be kept. */
export type ConsiderationProblem = { readonly field: 'meetingIds'; readonly kind: 'unknown-meeting' };

/** Whether an opinion is considered in a year: its own, or one into which it is carried. */
export const isConsideredIn = (
  opinion: Pick<Opinion, 'fiscalYear' | 'years' | 'cancelled'>,
  year: FiscalYear,
): boolean => opinion.cancelled === null && (opinion.fiscalYear === year || isCarriedInto(opinion, year));

/** What a draft says, without whether it is 公表済. */
export const considerationFrom = ({ published: _, ...facts }: ConsiderationDraft): ConsiderationFacts =>
  facts;

/** As audit lines keep it: `printed` are the names of its meetings. */
export const keptConsideration = (
  { consideration, response, responseWhen }: ConsiderationFacts,
  printed: readonly string[],
  published: boolean,
) => ({ consideration, response, responseWhen, meetingIds: printed, published });

/** The years of whose meetings one may choose: a year's report is evaluated, and deliberated about, in that year and the next. */
export const yearsOfDeliberation = (year: FiscalYear): readonly FiscalYear[] => [year, year + 1];

/** Counts every change of a year; 0 where nothing was kept yet. */
export const revisionOf = (considered: OpinionYear | undefined): number => considered?.revision ?? 0;
