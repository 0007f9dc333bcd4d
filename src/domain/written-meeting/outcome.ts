import { type Choice, isDecided, isLate, type WrittenAnswer } from './answer.ts';
import type { JudgingRules, ResultBasis, WrittenDecision } from './decision.ts';
import { type Ruling, rulingOf } from './ruling.ts';
import { type ItemTally, tallyOf, votesByItem } from './tally.ts';
import type { Voter } from './voter.ts';
import type { WrittenMeeting } from './written-meeting.ts';

/** An opinion that counts, and whose it is. */
export type Opinion = { readonly voter: Voter; readonly choice: Choice; readonly words: string };

/** One 案件 with what was said to it and what came of it. */
export type ItemOutcome = ItemTally & {
  /** In the order of the 回答者. */
  readonly opinions: readonly Opinion[];
  /** What the body's rules give; null of what is not deliberated. */
  readonly ruling: Ruling | null;
  /** What the secretariat has put; undefined until it has. */
  readonly decision: WrittenDecision | undefined;
};

type Outcome = Pick<WrittenMeeting, 'dueOn' | 'endedAt' | 'items' | 'decisions'>;

/** What a result is put together from now. */
export const basisOf = (
  meeting: Pick<WrittenMeeting, 'dueOn' | 'endedAt'>,
  answers: readonly WrittenAnswer[],
  { quorum, unanswered, tie }: JudgingRules,
): ResultBasis => ({
  answers: answers.filter((answer) => !isLate(meeting, answer)).length,
  quorum,
  unanswered,
  tie,
});

/** The rules by which it is judged: once it was told those by which it was put together, whatever they are made later. */
export const rulesFor = (
  { state, basis }: Pick<WrittenMeeting, 'state' | 'basis'>,
  rules: JudgingRules,
): JudgingRules => (state === 'announced' && basis !== null ? basis : rules);

/** The 案件 in their order, each with its numbers, opinions and result. */
export const outcomesOf = (
  meeting: Outcome,
  voters: readonly Voter[],
  answers: readonly WrittenAnswer[],
  rules: JudgingRules,
): readonly ItemOutcome[] => {
  const said = new Map(
    votesByItem(meeting, voters, answers).map(({ item, votes }) => [item.position, votes]),
  );
  return tallyOf(meeting, voters, answers).map((tally) => {
    const votes = said.get(tally.item.position) ?? [];
    return {
      ...tally,
      opinions: votes.flatMap(({ voter, counting }) =>
        counting === undefined || counting.vote.opinion === ''
          ? []
          : [{ voter, choice: counting.vote.choice, words: counting.vote.opinion }],
      ),
      ruling: isDecided(tally.item) ? rulingOf(tally, votes, rules) : null,
      decision: meeting.decisions.find(({ position }) => position === tally.item.position),
    };
  });
};

/** An opinion as others read it: not whose it is. */
export type NamelessOpinion = Pick<Opinion, 'choice' | 'words'>;

/** Opinions without names, in the order of their words: the order of the 回答者 would tell whose they are. */
export const withoutNames = (opinions: readonly Opinion[]): readonly NamelessOpinion[] =>
  opinions
    .map(({ choice, words }) => ({ choice, words }))
    .toSorted((one, other) => (one.words < other.words ? -1 : one.words > other.words ? 1 : 0));
