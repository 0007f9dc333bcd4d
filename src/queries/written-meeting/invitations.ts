import type { WorkspaceRecord } from '../../db/database.ts';
import { isMemberOn } from '../../domain/body/member.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { type Result, succeed } from '../../domain/result.ts';
import { calendarOf, type Settings } from '../../domain/settings.ts';
import { type Invitations, invitationsOf, reachedUntil } from '../../domain/written-meeting/invited.ts';
import { type Voter, type VotersProblem, votersOf } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeetingFacts } from '../../domain/written-meeting/written-meeting.ts';

/**
 * Whom a message about a 書面開催 reaches on a day, and who of its 回答者 has no Slack to read it in. `also` are told beside them, by Slack id.
 */
export const readReached = async (
  record: Pick<WorkspaceRecord, 'awayPeriods' | 'bodyMembers' | 'people'>,
  {
    bodyId,
    voters,
    also = [],
  }: {
    readonly bodyId: string;
    readonly voters: readonly Voter[];
    readonly also?: readonly string[];
  },
  day: LocalDate,
  settings: Settings,
): Promise<Invitations> => {
  const [members, away] = await Promise.all([
    record.bodyMembers.all(bodyId),
    record.awayPeriods.notOver(day),
  ]);
  const told = [...members.flatMap(({ copiedTo }) => copiedTo), ...also];
  const asked = voters.flatMap(({ slackId }) => slackId ?? []);
  const people = await record.people.ofSlackIds([...asked, ...told]);
  return invitationsOf(voters, { members, people, away, also }, day, calendarOf(settings));
};

/** Who answers a 書面開催 that is asked on a day, by the members of that day, and whom 開催案内 reaches by the 回答期限. */
export const readInvitations = async (
  record: Pick<WorkspaceRecord, 'awayPeriods' | 'bodyMembers' | 'people'>,
  facts: WrittenMeetingFacts,
  askedOn: LocalDate,
  settings: Settings,
): Promise<Result<Invitations & { readonly voters: readonly Voter[] }, VotersProblem>> => {
  const members = (await record.bodyMembers.all(facts.bodyId)).filter((one) => isMemberOn(one, askedOn));
  const voters = votersOf(facts, members);
  if (!voters.ok) return voters;
  const { bodyId } = facts;
  const reached = await readReached(record, { bodyId, voters: voters.value }, askedOn, settings);
  return succeed({ voters: voters.value, ...reachedUntil(reached, voters.value, facts.dueOn) });
};
