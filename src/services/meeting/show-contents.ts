import type { PlacedAction } from '../../domain/action-item/line.ts';
import { mayManageActions } from '../../domain/action-item/permission.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { maySeeContents } from '../../domain/meeting/permission.ts';
import { hasBegun } from '../../domain/occasion/date.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readActionsOf } from '../../queries/action-item.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A meeting with its contents and what was promised at it, to be read; of one that was held there is 会議録 too. */
export type ShownMeeting = {
  readonly meeting: Meeting;
  readonly body: Body;
  readonly actions: readonly PlacedAction[];
  /** Whether the reader may add to what was promised. */
  readonly mayAddAction: boolean;
  readonly mayTakeMinutes: boolean;
};

/** Gives a meeting with its contents to one who may see them. */
export const showMeetingContents = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<ShownMeeting, Refusal>> => {
  const at = clock.now();
  const act = {
    actor,
    action: 'show-meeting-contents',
    at,
    subject: subjectOf('meeting', meetingId),
  };
  return db.look<ShownMeeting, Refusal>(act, async (record) => {
    const meeting = await record.meetings.find(meetingId);
    if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
    if (!maySeeContents(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'member' });
    const body = await record.bodies.find(meeting.bodyId, meeting.fiscalYear);
    if (body === undefined) return refuse({ kind: 'gone' });
    const actions = await readActionsOf(record, meeting);
    const isHeld = hasBegun(meeting.date, todayInTokyo(at));
    const mayAddAction = mayManageActions(actor, meeting) && isHeld;
    return succeed({ meeting, body, actions, mayAddAction, mayTakeMinutes: isHeld });
  });
};
