import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { noticeOf, resultsOnly, type WrittenNotice } from '../../domain/written-meeting/notice.ts';
import { isTold } from '../../domain/written-meeting/result.ts';
import { readWrittenOutcome } from '../../queries/written-meeting/outcome.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The result of a 書面開催, as far as the reader may see it. */
export type ShownWrittenResult = {
  readonly meetingId: string;
  readonly notice: WrittenNotice;
  /** Whether who said what may be seen, too. */
  readonly maySeeProgress: boolean;
};

/**
 * Shows a result: to the secretariat, the members of its body and its 回答者 what 結果通知 says, to everybody else what was decided;
 * before it was told to the secretariat alone.
 */
export const showWrittenResult = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<ShownWrittenResult, Refusal>> => {
  const subject = subjectOf('written-meeting', meetingId);
  const at = clock.now();
  const act = { actor, action: 'show-written-result', at, subject };
  return db.look<ShownWrittenResult, Refusal>(act, async (record) => {
    const meeting = await record.writtenMeetings.find(meetingId);
    if (meeting?.recordId == null) return refuse({ kind: 'gone' });
    const recorded = await record.meetings.find(meeting.recordId);
    const outcome = await readWrittenOutcome(record, meeting);
    if (recorded?.cancelled !== null || outcome === undefined) return refuse({ kind: 'gone' });
    const manages = may(actor, 'manage-written-meeting');
    if (!manages && !isTold(meeting, at)) return refuse({ kind: 'result-not-told' });
    const { items, body, voters } = outcome;
    const isAsked = voters.some(({ personId }) => personId === actor.personId);
    const seesAll = isAsked || may(actor, 'see-contents', { bodyId: meeting.bodyId });
    const { contact } = await record.settings.read();
    const notice = noticeOf(meeting, items, body.name, contact);
    return succeed({
      meetingId,
      notice: seesAll ? notice : resultsOnly(notice),
      maySeeProgress: manages,
    });
  });
};
