import type { Actor } from '../actor.ts';
import type { Body } from '../body/body.ts';
import { mayChangeOccasion } from '../occasion/permission.ts';
import { may, postToRecordFor, type Target } from '../permission.ts';
import { hasContents, type Meeting } from './meeting.ts';

/** Recording a meeting: the secretariat any; promoters those of bodies that allow it, for their own section. */
export const mayRecordMeeting = (actor: Actor, body: Body): boolean =>
  body.recordableBy === 'promoters'
    ? may(actor, 'record-open-meeting', postToRecordFor(actor))
    : may(actor, 'record-other-meeting');

/** Whether there may be a body for which they record: what the button is shown by. */
export const mayRecordSomeMeeting = (actor: Actor): boolean =>
  may(actor, 'record-open-meeting', postToRecordFor(actor));

type Recorded = Pick<Meeting, 'recordedBy' | 'recordedFor' | 'bodyId'>;

/** Whose a meeting is, and of which body. */
export const meetingTarget = ({ recordedBy, recordedFor, bodyId }: Recorded): Target => ({
  owner: recordedBy,
  bodyId,
  ...recordedFor,
});

/** Reading what was decided and who came. */
export const maySeeContents = (actor: Actor, meeting: Recorded): boolean =>
  may(actor, 'see-contents', meetingTarget(meeting));

/** 内容を記録: the form shows what is kept already, so who may not see that may add contents only where there are none. */
export const mayRecordContents = (actor: Actor, meeting: Meeting): boolean =>
  mayChangeOccasion(actor, meeting) && (maySeeContents(actor, meeting) || !hasContents(meeting));
