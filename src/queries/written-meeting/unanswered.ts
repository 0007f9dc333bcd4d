import type { WorkspaceRecord } from '../../db/database.ts';
import { NEUTRAL_RULES } from '../../domain/body/body.ts';
import type { BodyMember } from '../../domain/body/member.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { WrittenMeetingToPlan } from '../../domain/morning/morning.ts';
import { answeredBy, lastAskedOn } from '../../domain/written-meeting/owed.ts';
import type { Voter } from '../../domain/written-meeting/voter.ts';
import { UNDER_WAY } from '../../domain/written-meeting/written-meeting.ts';

type Sources = Pick<WorkspaceRecord, 'bodies' | 'bodyMembers' | 'writtenAnswers' | 'writtenMeetings'>;

/**
 * 書面開催 that are open for answers, the earliest due first, with who has not answered; only those whose 回答者 and members
 * `concern` whoever it is read for.
 */
export const readUnansweredBallots = async (
  { bodies, bodyMembers, writtenAnswers, writtenMeetings }: Sources,
  concern: (voters: readonly Voter[], members: readonly BodyMember[]) => boolean = () => true,
): Promise<readonly WrittenMeetingToPlan[]> => {
  // The question that the other parts of an answer ask too.
  const open = (await writtenMeetings.inState(UNDER_WAY)).filter(({ state }) => state === 'open');
  const read = await Promise.all(
    open.map(async (meeting): Promise<readonly WrittenMeetingToPlan[]> => {
      const { id, bodyId, dueOn, askedOn } = meeting;
      const [voters, members] = await Promise.all([writtenAnswers.votersOf(id), bodyMembers.all(bodyId)]);
      if (askedOn === null || !concern(voters, members)) return [];
      const [body, answers, versions] = await Promise.all([
        bodies.find(bodyId, fiscalYearOf(dueOn)),
        writtenAnswers.answersOf(id),
        writtenMeetings.versionsOf(id),
      ]);
      const byVoter = groupBy(answers, ({ voter }) => voter);
      const unanswered = voters.flatMap((voter) => {
        const own = byVoter.get(voter.position) ?? [];
        return answeredBy(meeting, own) === 'all'
          ? []
          : [{ voter, askedOn: lastAskedOn({ ...meeting, askedOn }, own, versions) }];
      });
      return [{ id, dueOn, askedOn, voters, unanswered, rules: body ?? NEUTRAL_RULES, members }];
    }),
  );
  return read.flat();
};
