import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { WrittenLine } from '../../domain/written-meeting/line.ts';
import { ballotReceivers, mayConcern } from '../../domain/written-meeting/owed.ts';
import { type LineSources, readLineReading } from '../morning/reading.ts';
import { readWrittenLine } from '../morning/written-lines.ts';
import { readUnansweredBallots } from './unanswered.ts';

/** What of 書面開催 somebody may answer, for themselves or in another's place, and has not. */
export const readOwedBallots = async (
  record: LineSources,
  { id, isSecretariat }: Pick<Actor, 'id' | 'isSecretariat'>,
  now: Date,
): Promise<readonly WrittenLine[]> => {
  const day = todayInTokyo(now);
  const meetings = await readUnansweredBallots(
    record,
    (voters, members) => isSecretariat || mayConcern(id, voters, members),
  );
  const refs = meetings
    .filter(({ askedOn, dueOn }) => askedOn <= day && day <= dueOn)
    .flatMap(({ unanswered, voters, ...meeting }) =>
      unanswered.flatMap(({ voter }) => {
        const secretariat = isSecretariat ? [id] : [];
        const { reminded, aides } = ballotReceivers(voter, voters, { ...meeting, day }, secretariat);
        return reminded.includes(id) || aides.includes(id)
          ? [subjectOf('written-meeting', meeting.id, String(voter.position))]
          : [];
      }),
    );
  if (refs.length === 0) return [];
  const reading = await readLineReading(record, id, now);
  const lines = await Promise.all(refs.map((ref) => readWrittenLine(reading, 'written-meeting', ref)));
  return lines.flatMap((line) => line ?? []);
};
