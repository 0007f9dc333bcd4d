import { type FiscalYear, printFiscalYear } from '../calendar/fiscal-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type DepartmentWithSections, existsOn } from '../department.ts';
import type { AnswerFacts } from '../inquiry/inquiry.ts';
import { consideredIn, type Opinion } from './opinion.ts';

/** 調査・検討を依頼, as the record holds it: about which opinion a section is asked, and for which year. */
export type AskedQuestion = {
  readonly sectionId: string;
  readonly opinionId: string;
  /** Among those of the section, from 1. */
  readonly position: number;
  /** The year for which it is considered. */
  readonly fiscalYear: FiscalYear;
};

/** One question as a section reads it. */
export type Question = Omit<AskedQuestion, 'sectionId'> & {
  readonly opinion: Pick<Opinion, 'fiscalYear' | 'number' | 'item' | 'kind' | 'words'>;
  /** The opinion was cancelled since: nothing is to be answered any more. */
  readonly isCancelled: boolean;
};

/** Of opinions those that may be asked about, each with the 関係課 to ask. */
export type ToAsk = { readonly opinion: Opinion; readonly sectionIds: readonly string[] };

/** What may be asked about now, and what of it is left out and why. */
export type Askable = {
  readonly toAsk: readonly ToAsk[];
  /** Without a 関係課 that is there. */
  readonly withoutSection: readonly Opinion[];
  /** Of which every 関係課 was asked. */
  readonly asked: readonly Opinion[];
};

/** A section that was asked about an opinion for the year. */
type AskedPair = { readonly opinionId: string; readonly sectionId: string };

/**
 * What may be asked about for a year: of each opinion the 関係課 that are there on the day and were not asked about it for that
 * year. One is asked once: what it said is changed by 差し戻す, and a section that came to the 関係課 later is asked alone.
 */
export const askable = (
  opinions: readonly Opinion[],
  asked: readonly AskedPair[],
  departments: readonly DepartmentWithSections[],
  day: LocalDate,
): Askable => {
  const there = new Set(
    departments.flatMap(({ sections }) => sections.filter((one) => existsOn(one, day)).map(({ id }) => id)),
  );
  const isAsked = (opinionId: string, sectionId: string): boolean =>
    asked.some((pair) => pair.opinionId === opinionId && pair.sectionId === sectionId);
  const all = opinions.map((opinion) => {
    const here = opinion.sectionIds.filter((id) => there.has(id));
    return { opinion, here, sectionIds: here.filter((id) => !isAsked(opinion.id, id)) };
  });
  return {
    toAsk: all.flatMap(({ opinion, sectionIds }) =>
      sectionIds.length === 0 ? [] : [{ opinion, sectionIds }],
    ),
    withoutSection: all.flatMap(({ opinion, here }) => (here.length === 0 ? [opinion] : [])),
    asked: all.flatMap(({ opinion, here, sectionIds }) =>
      here.length > 0 && sectionIds.length === 0 ? [opinion] : [],
    ),
  };
};

/** Whether it waits for being asked about with all others: it was not considered in the year yet. */
export const awaitsAsking = (opinion: Pick<Opinion, 'cancelled' | 'years'>, year: FiscalYear): boolean =>
  opinion.cancelled === null && (consideredIn(opinion, year)?.saved ?? null) === null;

/** The questions that an inquiry puts, section by section in the order of the opinions. */
export const questionsOf = (toAsk: readonly ToAsk[], fiscalYear: FiscalYear): readonly AskedQuestion[] => {
  const count = new Map<string, number>();
  return toAsk.flatMap(({ opinion, sectionIds }) =>
    sectionIds.map((sectionId) => {
      const position = (count.get(sectionId) ?? 0) + 1;
      count.set(sectionId, position);
      return { sectionId, opinionId: opinion.id, position, fiscalYear };
    }),
  );
};

/** Whether two sets of questions ask the same sections about the same opinions. */
export const asksTheSame = (one: readonly AskedQuestion[], other: readonly AskedQuestion[]): boolean => {
  const named = (questions: readonly AskedQuestion[]): ReadonlySet<string> =>
    new Set(
      questions.map(({ sectionId, opinionId, fiscalYear }) => `${sectionId} ${opinionId} ${fiscalYear}`),
    );
  const [ours, theirs] = [named(one), named(other)];
  return ours.size === theirs.size && [...ours].every((name) => theirs.has(name));
};

/**
 * So many questions a page of the answering form has: ten of 3,000 letters with answers of 3,000 are at most 40 of Slack's 100 blocks and
 * 190 of its 250 KB, and what was typed is kept each time one goes on.
 */
const QUESTIONS_ON_PAGE = 10;

/** All in pages, which stay the same whatever is cancelled. One page there is in any case. */
const inPages = (questions: readonly Question[]): readonly (readonly Question[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(questions.length / QUESTIONS_ON_PAGE)) }, (_, page) =>
    questions.slice(page * QUESTIONS_ON_PAGE, (page + 1) * QUESTIONS_ON_PAGE),
  );

/** Those that are still to be answered. */
export const openQuestions = <T extends Pick<Question, 'isCancelled'>>(
  questions: readonly T[],
): readonly T[] => questions.filter(({ isCancelled }) => !isCancelled);

/** What is said to an opinion, by its id. */
export type Parts = ReadonlyMap<string, string>;

/** The questions that a page of the form asks, and whether the answer is given with it. Pages are counted from 1. */
export const pageOfQuestions = (
  questions: readonly Question[],
  page: number,
): { readonly shown: number; readonly pages: number; readonly here: readonly Question[] } => {
  const pages = inPages(questions);
  const shown = Math.min(Math.max(page, 1), pages.length);
  return { shown, pages: pages.length, here: openQuestions(pages[shown - 1] ?? []) };
};

/** What a page says to its questions, by opinion. */
export const partsOfPage = (here: readonly Question[], said: ReadonlyMap<number, string>): Parts =>
  new Map(here.map(({ opinionId, position }) => [opinionId, said.get(position) ?? '']));

/** The page of the first question that was not answered; undefined where every one was. */
export const pageWithout = (questions: readonly Question[], said: Parts): number | undefined => {
  const page = inPages(questions).findIndex((here) =>
    openQuestions(here).some(({ opinionId }) => (said.get(opinionId) ?? '') === ''),
  );
  return page < 0 ? undefined : page + 1;
};

/** What an opinion is called among those of a year: `No 3`, of an earlier year with that before it. */
export const questionName = ({ opinion, fiscalYear }: Pick<Question, 'opinion' | 'fiscalYear'>): string =>
  opinion.fiscalYear === fiscalYear
    ? `No ${opinion.number}`
    : `${printFiscalYear(opinion.fiscalYear)} No ${opinion.number}`;

/** A whole answer: one text, question by question, each headed by what it was called then. */
export const answerOfQuestions = (questions: readonly Question[], said: Parts): AnswerFacts => ({
  applicable: null,
  count: null,
  text: questions
    .flatMap((question) => {
      const text = said.get(question.opinionId);
      return text === undefined || question.isCancelled ? [] : [`${questionName(question)}\n${text}`];
    })
    .join('\n\n'),
});
