import type { Actor } from '../../domain/actor.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { NoDraft } from '../../domain/written-meeting/asking.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 自分に試し送信: 開催案内 of a draft as it will look, to oneself alone, at once; pressed twice it is sent once, until the draft is saved anew. */
export const tryWrittenMeeting = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<null, NoDraft | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  return db.act<null, NoDraft | Refusal>(
    { actor, action: 'try-written-meeting', at, subject },
    async (record) => {
      if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      const meeting = await record.writtenMeetings.find(meetingId);
      if (meeting === undefined) return refuse({ kind: 'gone' });
      if (meeting.state !== 'draft') return refuse({ kind: 'written-meeting-sent' });
      const key = joinParts('written-meeting-trial', meetingId, meeting.revision, actor.id);
      await record.deliveries.plan({ key, kind: 'written-meeting-trial', recipient: actor.id, subject }, at);
      await record.audit({ subject });
      return succeed(null);
    },
  );
};
