import type { WorkspaceRecord } from '../../db/database.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { partsOf } from '../../domain/subject.ts';
import type { WrittenAskedContent } from '../../domain/written-meeting/asked.ts';
import { asOthersSee } from '../../domain/written-meeting/result.ts';
import { openItems } from '../../domain/written-meeting/tally.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';

type Sources = Pick<WorkspaceRecord, 'bodies' | 'settings' | 'writtenAnswers' | 'writtenMeetings'>;

/** Of one 回答者 nothing but their own answers. */
const readReader = async (
  { writtenAnswers }: Sources,
  meeting: WrittenMeeting,
  position: number,
): Promise<Pick<WrittenAskedContent, 'voter' | 'answered'>> => {
  const voter = (await writtenAnswers.votersOf(meeting.id)).find((one) => one.position === position);
  if (voter === undefined) return { voter: null, answered: 'no' };
  const answers = await writtenAnswers.answersOf(meeting.id, position);
  if (answers.length === 0) return { voter, answered: 'no' };
  return { voter, answered: openItems(meeting, answers).length === 0 ? 'all' : 'some' };
};

/** 開催案内(書面開催), for the 回答者 whose position stands behind the meeting's id, or for others. */
export const readWrittenAsked =
  (kind: WrittenAskedContent['kind']) =>
  async (
    record: Sources,
    { subject }: Pick<Delivery, 'subject'>,
    now: Date,
  ): Promise<WrittenAskedContent | undefined> => {
    const [id = '', position] = partsOf('written-meeting', subject) ?? [];
    const found = await record.writtenMeetings.find(id);
    if (found === undefined) return undefined;
    const meeting = asOthersSee(found, now);
    const body = await record.bodies.find(meeting.bodyId, fiscalYearOf(meeting.dueOn));
    const reader =
      position === undefined
        ? { voter: null, answered: 'no' as const }
        : await readReader(record, meeting, Number(position));
    const { contact } = await record.settings.read();
    return { kind, meeting, bodyName: body?.name ?? '', ...reader, day: todayInTokyo(now), contact };
  };
