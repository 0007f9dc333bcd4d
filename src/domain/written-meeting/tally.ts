import { groupBy } from '../group-by.ts';
import { isLate, type Vote, type WrittenAnswer } from './answer.ts';
import type { Voter } from './voter.ts';
import type { WrittenItem, WrittenMeeting } from './written-meeting.ts';

type Asked = Pick<WrittenMeeting, 'dueOn' | 'endedAt' | 'items'>;

/** What counts of a 回答者 to one 案件: the vote, and the answer that it was part of. */
export type CountingVote = { readonly vote: Vote; readonly answer: WrittenAnswer };

/**
 * What counts of one 回答者, by position of the 案件: of the answers that came in time the last to the 案件 as it reads now. An
 * answer to an earlier version of it stays in the record and counts no more.
 */
export const countingVotes = (
  meeting: Asked,
  answers: readonly WrittenAnswer[],
): ReadonlyMap<number, CountingVote> => {
  const versions = new Map(meeting.items.map(({ position, version }) => [position, version]));
  const inTime = answers
    .filter((answer) => !isLate(meeting, answer))
    .toSorted((one, other) => one.number - other.number);
  return new Map(
    inTime.flatMap((answer) =>
      answer.votes
        .filter(({ position, version }) => versions.get(position) === version)
        .map((vote): [number, CountingVote] => [vote.position, { vote, answer }]),
    ),
  );
};

/** The 案件 to which a 回答者 has given no answer that counts. */
export const openItems = (meeting: Asked, answers: readonly WrittenAnswer[]): readonly WrittenItem[] => {
  const counting = countingVotes(meeting, answers);
  return meeting.items.filter(({ position }) => !counting.has(position));
};

/** The numbers of one 案件. Every one is a count over the 回答者. */
export type ItemTally = {
  readonly item: WrittenItem;
  /** 異議なし, and of them 意見あり. */
  readonly agreed: number;
  readonly withOpinion: number;
  /** 異議あり. */
  readonly objected: number;
  /** 未回答. */
  readonly unanswered: number;
};

/** What each 回答者 said to a 案件, in their order; undefined of who has not answered. */
export type VoterVote = { readonly voter: Voter; readonly counting: CountingVote | undefined };

/** The 案件 in their order, each with what every 回答者 said. */
export const votesByItem = (
  meeting: Asked,
  voters: readonly Voter[],
  answers: readonly WrittenAnswer[],
): readonly { readonly item: WrittenItem; readonly votes: readonly VoterVote[] }[] => {
  const byVoter = groupBy(answers, ({ voter }) => voter);
  const counting = voters.map((voter) => ({
    voter,
    votes: countingVotes(meeting, byVoter.get(voter.position) ?? []),
  }));
  return meeting.items.map((item) => ({
    item,
    votes: counting.map(({ voter, votes }) => ({ voter, counting: votes.get(item.position) })),
  }));
};

/** The numbers of every 案件, in their order. */
export const tallyOf = (
  meeting: Asked,
  voters: readonly Voter[],
  answers: readonly WrittenAnswer[],
): readonly ItemTally[] =>
  votesByItem(meeting, voters, answers).map(({ item, votes }) => {
    const said = votes.map(({ counting }) => counting?.vote.choice);
    const count = (...choices: readonly (Vote['choice'] | undefined)[]): number =>
      said.filter((choice) => choices.includes(choice)).length;
    return {
      item,
      agreed: count('agree', 'agreeWithOpinion'),
      withOpinion: count('agreeWithOpinion'),
      objected: count('object'),
      unanswered: count(undefined),
    };
  });

/** How many 回答者 there are, and how many of them have answered every 案件. */
export const progressOf = (
  meeting: Asked,
  voters: readonly Voter[],
  answers: readonly WrittenAnswer[],
): { readonly asked: number; readonly answered: number } => {
  const byVoter = groupBy(answers, ({ voter }) => voter);
  return {
    asked: voters.length,
    answered: voters.filter(({ position }) => openItems(meeting, byVoter.get(position) ?? []).length === 0)
      .length,
  };
};
