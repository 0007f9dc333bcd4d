import { partsOf } from '../../domain/subject.ts';
import { endOf } from '../../domain/written-meeting/answer.ts';
import type { WrittenLine } from '../../domain/written-meeting/line.ts';
import {
  answeredBy,
  ballotReceivers,
  ballotRelation,
  itemsAskedAgain,
} from '../../domain/written-meeting/owed.ts';
import { readBallot } from '../written-meeting/ballot.ts';
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
    meeting,
    bodyName,
    voter,
    relation: ballotRelation(reader, voter, voters, body),
    answered: answeredBy(meeting, answers),
    askedAgain: itemsAskedAgain(meeting, answers),
    isUnreachable: ballotReceivers(voter, voters, body, []).unreachable !== undefined,
    isOver: now >= endOf(meeting),
    ...dueText(meeting.dueOn),
  };
};
