import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { type BodyMember, isMemberOn } from '../../domain/body/member.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { firstDayOfRecord } from '../../domain/occasion/date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 開催案内 of a meeting is written from; `members` are those of its first day. */
export type OpenedInvitation = {
  readonly meeting: Meeting;
  readonly body: Body;
  readonly members: readonly BodyMember[];
  readonly contact: string;
};

/** Opens 開催案内 of a meeting that does not decide in writing, for the secretariat: as words to be sent by other means. */
export const openInvitation = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<OpenedInvitation, Refusal>> => {
  const act = {
    actor,
    action: 'open-invitation',
    at: clock.now(),
    subject: subjectOf('meeting', meetingId),
  };
  return db.look<OpenedInvitation, Refusal>(act, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const meeting = await record.meetings.find(meetingId);
    if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
    const [body, members, { contact }] = await Promise.all([
      record.bodies.find(meeting.bodyId, meeting.fiscalYear),
      record.bodyMembers.all(meeting.bodyId),
      record.settings.read(),
    ]);
    if (body === undefined) return refuse({ kind: 'gone' });
    const day = firstDayOfRecord(meeting.date);
    return succeed({ meeting, body, members: members.filter((member) => isMemberOn(member, day)), contact });
  });
};
