import type { BodyMember } from '../body/member.ts';
import type { WrittenAnswer } from './answer.ts';
import type { Voter } from './voter.ts';

/**
 * Who is told of a 書面開催 by Slack, by id and each once: the 回答者, 通知も受ける人 of the members that they are, and who has answered
 * for one as 代理.
 */
export const recipientsOf = (
  voters: readonly Voter[],
  members: readonly Pick<BodyMember, 'id' | 'copiedTo'>[],
  answers: readonly Pick<WrittenAnswer, 'by' | 'proxy'>[],
): readonly string[] => [
  ...new Set([
    ...voters.flatMap(({ slackId }) => (slackId === null ? [] : [slackId])),
    ...voters.flatMap(({ memberId }) => members.find(({ id }) => id === memberId)?.copiedTo ?? []),
    ...answers.flatMap(({ by, proxy }) => (proxy === null ? [] : [by])),
  ]),
];
