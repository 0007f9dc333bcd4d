import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { NoDraft } from '../../domain/written-meeting/asking.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 下書きを削除: what was opened is not removed but 中止. */
export const removeWrittenMeetingDraft = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<null, NoDraft | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'remove-written-meeting-draft', at, subject };
  return db.act<null, NoDraft | Refusal>(act, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const meeting = await record.writtenMeetings.findToChange(meetingId);
    if (meeting === undefined) return refuse({ kind: 'gone' });
    if (meeting.state !== 'draft') return refuse({ kind: 'written-meeting-sent' });
    await record.writtenMeetings.remove(meetingId);
    await record.audit({ subject, before: { bodyId: meeting.bodyId, dueOn: meeting.dueOn } });
    return succeed(null);
  });
};
