import type { WorkspaceRecord } from '../../db/database.ts';
import { isMemberOn } from '../../domain/body/member.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { type Result, succeed } from '../../domain/result.ts';
import { calendarOf, type Settings } from '../../domain/settings.ts';
import { type Invitations, invitationsOf } from '../../domain/written-meeting/invited.ts';
import { type Voter, type VotersProblem, votersOf } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeetingFacts } from '../../domain/written-meeting/written-meeting.ts';

/** Who answers a 書面開催 that is asked on a day, by the members of that day, and whom 開催案内 reaches. */
export const readInvitations = async (
  record: Pick<WorkspaceRecord, 'awayPeriods' | 'bodyMembers' | 'people'>,
  facts: WrittenMeetingFacts,
  askedOn: LocalDate,
  settings: Settings,
): Promise<Result<Invitations & { readonly voters: readonly Voter[] }, VotersProblem>> => {
  const [all, away] = await Promise.all([
    record.bodyMembers.all(facts.bodyId),
    record.awayPeriods.notOver(askedOn),
  ]);
  const members = all.filter((member) => isMemberOn(member, askedOn));
  const voters = votersOf(facts, members);
  if (!voters.ok) return voters;
  const people = await record.people.ofSlackIds(members.flatMap(({ copiedTo }) => copiedTo));
  const known = { members, people, away };
  return succeed({
    voters: voters.value,
    ...invitationsOf(voters.value, known, askedOn, calendarOf(settings)),
  });
};
