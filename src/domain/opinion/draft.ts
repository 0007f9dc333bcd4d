import { z } from 'zod';
import { type FiscalYear, readFiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { choosableOn, type DepartmentWithSections } from '../department.ts';
import { noDataInCell, refuseNoData } from '../no-data.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { OPINION_KINDS, type Opinion, type OpinionFacts } from './opinion.ts';

/** The most characters of 番号, 項目, 評価・意見. */
export const MOST_OPINION = { number: 20, item: 150, words: 3000 } as const;

/** The form 評価・意見を登録, as it arrives. The fiscal year is read by its own rule. */
export const OpinionDraft = z.object({
  fiscalYear: z.string().trim().min(1),
  number: z.string().trim().max(MOST_OPINION.number).default(''),
  item: z.string().trim().min(1).max(MOST_OPINION.item).superRefine(refuseNoData(noDataInCell)),
  kind: z.enum(OPINION_KINDS),
  words: z.string().trim().min(1).max(MOST_OPINION.words).superRefine(refuseNoData(noDataInCell)),
  sectionIds: z.array(z.uuid()).default([]),
  /** Why it is changed. */
  reason: z.string().trim().max(300).default(''),
});
export type OpinionDraft = z.infer<typeof OpinionDraft>;

/** Why an opinion can't be registered or changed so. */
export type OpinionProblem =
  | { readonly field: 'fiscalYear'; readonly kind: 'year-unreadable' }
  /** What was considered or asked in one year is not moved to another. */
  | { readonly field: 'fiscalYear'; readonly kind: 'opinion-considered' | 'opinion-asked' }
  | {
      readonly field: 'number';
      readonly kind: 'opinion-number-taken';
      readonly number: string;
      readonly fiscalYear: FiscalYear;
    }
  | { readonly field: 'sectionIds'; readonly kind: 'unknown-section' };

/** A number as it is compared: width and spaces do not count. E.g. `３−１` is `3-1`. */
export const numberKey = (number: string): string =>
  number
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replaceAll(/[‐‑‒–—−]/gu, '-')
    .toLowerCase();

type Numbered = Pick<Opinion, 'id' | 'number'>;

/** The opinion of a year that has this number. */
export const withNumber = <T extends Numbered>(opinions: readonly T[], number: string): T | undefined =>
  opinions.find((opinion) => numberKey(opinion.number) === numberKey(number));

/** The number behind all others of a year, where none was typed. */
const nextNumber = (opinions: readonly Numbered[]): string => {
  const numbers = opinions.map(({ number }) => Number.parseInt(numberKey(number), 10));
  return String(Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1);
};

/** What a draft is judged by: the opinions on its year, the places of the record, and the one that is changed, with whether sections were asked about it. */
export type OpinionSurroundings = {
  readonly ofYear: readonly Opinion[];
  readonly departments: readonly DepartmentWithSections[];
  readonly before: Opinion | undefined;
  readonly isAsked: boolean;
};

/** The year that a draft names. */
export const yearOfDraft = (
  { fiscalYear }: Pick<OpinionDraft, 'fiscalYear'>,
  today: LocalDate,
): Result<FiscalYear, OpinionProblem> => {
  const year = readFiscalYear(fiscalYear, today);
  return year === undefined ? refuse({ field: 'fiscalYear', kind: 'year-unreadable' }) : succeed(year);
};

/**
 * The opinion that a draft describes, of a year that was read. 関係課 stand in the order of the city, each once; a section that is no more
 * may stay where it was chosen before.
 */
export const opinionFrom = (
  draft: OpinionDraft,
  fiscalYear: FiscalYear,
  { ofYear, departments, before, isAsked }: OpinionSurroundings,
  today: LocalDate,
): Result<OpinionFacts, OpinionProblem> => {
  if (before !== undefined && before.fiscalYear !== fiscalYear && before.years.length > 0)
    return refuse({ field: 'fiscalYear', kind: 'opinion-considered' });
  if (before !== undefined && before.fiscalYear !== fiscalYear && isAsked)
    return refuse({ field: 'fiscalYear', kind: 'opinion-asked' });
  const others = ofYear.filter(({ id }) => id !== before?.id);
  const number = draft.number === '' ? (before?.number ?? nextNumber(others)) : draft.number;
  if (withNumber(others, number) !== undefined)
    return refuse({ field: 'number', kind: 'opinion-number-taken', number, fiscalYear });
  const sections = choosableOn(departments, today, before?.sectionIds)
    .flatMap((department) => department.sections)
    .filter(({ id }) => draft.sectionIds.includes(id));
  if (sections.length < new Set(draft.sectionIds).size)
    return refuse({ field: 'sectionIds', kind: 'unknown-section' });
  const { item, kind, words } = draft;
  return succeed({ fiscalYear, number, item, kind, words, sectionIds: sections.map(({ id }) => id) });
};

/** The facts of an opinion alone, as audit lines keep them. */
export const factsOfOpinion = ({
  fiscalYear,
  number,
  item,
  kind,
  words,
  sectionIds,
}: OpinionFacts): OpinionFacts => ({ fiscalYear, number, item, kind, words, sectionIds });
