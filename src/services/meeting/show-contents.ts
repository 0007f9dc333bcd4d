import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { maySeeContents } from '../../domain/meeting/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Gives a meeting with its contents to one who may see them. */
export const showMeetingContents = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<{ readonly meeting: Meeting; readonly body: Body }, Refusal>> => {
  const act = {
    actor,
    action: 'show-meeting-contents',
    at: clock.now(),
    subject: subjectOf('meeting', meetingId),
  };
  return db.look<{ readonly meeting: Meeting; readonly body: Body }, Refusal>(act, async (record) => {
    const meeting = await record.meetings.find(meetingId);
    if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
    if (!maySeeContents(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'member' });
    const body = await record.bodies.find(meeting.bodyId, meeting.fiscalYear);
    return body === undefined ? refuse({ kind: 'gone' }) : succeed({ meeting, body });
  });
};
