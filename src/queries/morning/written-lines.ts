import type { WrittenEndToPlan } from '../../domain/morning/morning.ts';
import { partsOf } from '../../domain/subject.ts';
import { endedOnOf, endOf } from '../../domain/written-meeting/answer.ts';
import type { WrittenClosedLine, WrittenLine } from '../../domain/written-meeting/line.ts';
import {
  answeredBy,
  ballotReceivers,
  ballotRelation,
  itemsAskedAgain,
} from '../../domain/written-meeting/owed.ts';
import { asOthersSee } from '../../domain/written-meeting/result.ts';
import { progressOf } from '../../domain/written-meeting/tally.ts';
import { UNDER_WAY } from '../../domain/written-meeting/written-meeting.ts';
import { readBallot } from '../written-meeting/ballot.ts';
import { readAskedInWriting } from '../written-meeting/progress.ts';
import type { LineReading } from './reading.ts';

/** What a 回答者 owes, as the reader stands to it: of the answers nothing but that 回答者's own. */
export const readWrittenLine = async (
  { record, reader, now, today, dueText }: LineReading,
  kind: WrittenLine['kind'],
  ref: string,
): Promise<WrittenLine | undefined> => {
  const [meetingId = '', position] = partsOf('written-meeting', ref) ?? [];
  if (position === undefined) return undefined;
  const named = { meetingId, position: Number(position) };
  const [ballot, answers] = await Promise.all([
    readBallot(record, named, today, false),
    record.writtenAnswers.answersOf(meetingId, named.position),
  ]);
  if (ballot === undefined) return undefined;
  const { meeting, bodyName, voter, voters, body } = ballot;
  return {
    kind,
    meeting: asOthersSee(meeting, now),
    bodyName,
    voter,
    relation: ballotRelation(reader, voter, voters, body),
    answered: answeredBy(meeting, answers),
    askedAgain: itemsAskedAgain(meeting, answers),
    unreachable: ballotReceivers(voter, voters, body, []).unreachable,
    isOver: now >= endOf(meeting),
    ...dueText(meeting.dueOn),
  };
};

/** 結果をまとめる of a 書面開催, with how many have answered. */
export const readWrittenClosedLine = async (
  { record }: Pick<LineReading, 'record'>,
  ref: string,
): Promise<WrittenClosedLine | undefined> => {
  const [meetingId = ''] = partsOf('written-meeting', ref) ?? [];
  const meeting = await record.writtenMeetings.find(meetingId);
  if (meeting === undefined) return undefined;
  const { bodyName, voters, answers } = await readAskedInWriting(record, meeting);
  return { kind: 'written-closed', meeting, bodyName, progress: progressOf(meeting, voters, answers) };
};

/** 書面開催 without a result, with the day on which their answers end. */
export const readEndingInWriting = async ({
  writtenMeetings,
}: Pick<LineReading['record'], 'writtenMeetings'>): Promise<readonly WrittenEndToPlan[]> =>
  (await writtenMeetings.inState(UNDER_WAY)).map((meeting) => ({
    id: meeting.id,
    endedOn: endedOnOf(meeting),
  }));
