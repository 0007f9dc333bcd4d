import type { WorkspaceRecord } from '../../db/database.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import type { WrittenAnswer } from '../../domain/written-meeting/answer.ts';
import type { Voter } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';

/** A 書面開催 with all that was asked and answered. */
export type AskedInWriting = {
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  readonly voters: readonly Voter[];
  readonly answers: readonly WrittenAnswer[];
};

/** Reads it as it stands now. */
export const readAskedInWriting = async (
  { bodies, writtenAnswers }: Pick<WorkspaceRecord, 'bodies' | 'writtenAnswers'>,
  meeting: WrittenMeeting,
): Promise<AskedInWriting> => {
  const [body, voters, answers] = await Promise.all([
    bodies.find(meeting.bodyId, fiscalYearOf(meeting.dueOn)),
    writtenAnswers.votersOf(meeting.id),
    writtenAnswers.answersOf(meeting.id),
  ]);
  return { meeting, bodyName: body?.name ?? '', voters, answers };
};
