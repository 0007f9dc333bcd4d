import type { WorkspaceRecord } from '../../db/database.ts';
import { NEUTRAL_RULES } from '../../domain/body/body.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { BodyOnDay, Voter } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';

/** What is asked of one 回答者, and the body as it stands on a day. */
export type Ballot = {
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  readonly voter: Voter;
  readonly voters: readonly Voter[];
  readonly body: BodyOnDay;
};

/** One of those asked, by position; `holds` keeps it and the 書面開催 so until the transaction ends. */
export const readBallot = async (
  record: Pick<WorkspaceRecord, 'bodies' | 'bodyMembers' | 'writtenAnswers' | 'writtenMeetings'>,
  { meetingId, position }: { readonly meetingId: string; readonly position: number },
  day: LocalDate,
  holds: boolean,
): Promise<Ballot | undefined> => {
  const { writtenMeetings, writtenAnswers } = record;
  const meeting = await (holds ? writtenMeetings.findToAnswer : writtenMeetings.find)(meetingId);
  if (meeting === undefined) return undefined;
  if (holds && !(await writtenAnswers.holdVoter(meetingId, position))) return undefined;
  const voters = await writtenAnswers.votersOf(meetingId);
  const voter = voters.find((one) => one.position === position);
  if (voter === undefined) return undefined;
  const body = await record.bodies.find(meeting.bodyId, fiscalYearOf(meeting.dueOn));
  const members = await record.bodyMembers.all(meeting.bodyId);
  const bodyName = body?.name ?? '';
  return { meeting, bodyName, voter, voters, body: { rules: body ?? NEUTRAL_RULES, members, day } };
};
