import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { groupBy } from '../group-by.ts';
import type { InquiryState } from '../inquiry/inquiry.ts';
import type { SectionPlace } from '../inquiry/standing.ts';
import { shorten } from '../letters.ts';

/** What became of asking a section about an opinion, in an inquiry that was sent and not called off. */
export type AskedOfSection = {
  readonly opinionId: string;
  readonly sectionId: string;
  readonly inquiry: {
    readonly id: string;
    readonly fiscalYear: FiscalYear;
    readonly number: number;
    readonly state: InquiryState;
  };
  /** The answer that counts and what it says about this opinion; null while there is none. */
  readonly answer: { readonly id: string; readonly at: Date; readonly text: string } | null;
  /** 差戻し, while it is open again. */
  readonly isReturned: boolean;
};

/** How one 関係課 answered about an opinion. */
export type SectionAnswer = AskedOfSection & { readonly place: SectionPlace };

/** Of several times that one was asked the last answer counts; without any the newest inquiry. */
const laterOf = (one: AskedOfSection, other: AskedOfSection): AskedOfSection => {
  const [mine, theirs] = [one.answer?.at.getTime() ?? 0, other.answer?.at.getTime() ?? 0];
  if (mine !== theirs) return mine > theirs ? one : other;
  return one.inquiry.fiscalYear * 1000 + one.inquiry.number >
    other.inquiry.fiscalYear * 1000 + other.inquiry.number
    ? one
    : other;
};

/** What each section says about one opinion, once, in the order in which `places` has them. */
export const answersAbout = (
  opinionId: string,
  asked: readonly AskedOfSection[],
  places: readonly SectionPlace[],
): readonly SectionAnswer[] => {
  const bySection = groupBy(
    asked.filter((one) => one.opinionId === opinionId),
    ({ sectionId }) => sectionId,
  );
  return places.flatMap((place): readonly SectionAnswer[] => {
    const [first, ...more] = bySection.get(place.sectionId) ?? [];
    return first === undefined ? [] : [{ ...more.reduce(laterOf, first), place }];
  });
};

/** The first text of 市の調査・検討: what the sections answered, each headed by its name. Nothing of those who have not. */
export const firstText = (
  answers: readonly SectionAnswer[],
  headed: (place: SectionPlace) => string,
): string =>
  answers
    .flatMap(({ answer, place }) => (answer === null ? [] : [`${headed(place)}\n${answer.text}`]))
    .join('\n\n');

/** So many letters a field of Slack's takes, and so 市の調査・検討 has at most. */
export const MOST_CONSIDERED = 3000;

/** As much of it as fits, whole sections first; of a section that alone is too long its beginning. */
export const fittingText = (
  answers: readonly SectionAnswer[],
  headed: (place: SectionPlace) => string,
): string => {
  const count = answers.findLastIndex(
    (_, index) => firstText(answers.slice(0, index + 1), headed).length <= MOST_CONSIDERED,
  );
  const fits = firstText(answers.slice(0, count + 1), headed);
  return fits === '' ? shorten(firstText(answers, headed), MOST_CONSIDERED) : fits;
};

/** So many letters of its id tell an answer from the others to an opinion. */
const MARK_LETTERS = 6;

const markOf = (answer: { readonly id: string }): string => answer.id.slice(0, MARK_LETTERS);

/** Which answers a form was filled with, in so few letters that those of 400 sections go into what Slack lets a form carry. */
export const marksOf = (answers: readonly Pick<SectionAnswer, 'answer'>[]): string =>
  answers.map(({ answer }) => (answer === null ? '' : markOf(answer))).join('');

/** The sections whose answers came or changed since a form was opened that carries `seen` (`marksOf`). */
export const changedSince = (seen: string, answers: readonly SectionAnswer[]): readonly SectionPlace[] => {
  const marks = new Set(
    Array.from({ length: Math.ceil(seen.length / MARK_LETTERS) }, (_, index) =>
      seen.slice(index * MARK_LETTERS, (index + 1) * MARK_LETTERS),
    ),
  );
  return answers
    .filter(({ answer }) => answer !== null && !marks.has(markOf(answer)))
    .map(({ place }) => place);
};
