import type { PlacedAction } from '../../domain/action-item/line.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { type BodyMember, isMemberOn } from '../../domain/body/member.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { maySeeContents } from '../../domain/meeting/permission.ts';
import { firstDayOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { isTold } from '../../domain/written-meeting/result.ts';
import { readActionsOf, readEarlierActions } from '../../queries/action-item.ts';
import { readOutcomeOfRecord, type WrittenOutcome } from '../../queries/written-meeting/outcome.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What minutes are made of: a meeting that was held, its body as of that year, and the members of its first day, in order. */
export type MinutesFacts = {
  readonly meeting: Meeting;
  readonly body: Body;
  readonly members: readonly BodyMember[];
  /** 前回からの対応事項, and what was promised at this one, each as it stands now. */
  readonly earlierActions: readonly PlacedAction[];
  readonly actions: readonly PlacedAction[];
  /** What was asked and answered, where it was held in writing through the bot. */
  readonly written: WrittenOutcome | null;
};

/** Gives what 会議録 says to one who may see the meeting's contents; of one that is still to come there are none. */
export const readMinutes = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<MinutesFacts, Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'read-minutes', at, subject: subjectOf('meeting', meetingId) };
  return db.look<MinutesFacts, Refusal>(act, async (record) => {
    const meeting = await record.meetings.find(meetingId);
    if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
    if (!maySeeContents(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'member' });
    if (!hasBegun(meeting.date, todayInTokyo(at))) return refuse({ kind: 'no-minutes-yet' });
    const body = await record.bodies.find(meeting.bodyId, meeting.fiscalYear);
    if (body === undefined) return refuse({ kind: 'gone' });
    const day = firstDayOfRecord(meeting.date);
    const members = (await record.bodyMembers.all(body.id)).filter((member) => isMemberOn(member, day));
    const earlierActions = await readEarlierActions(record, meeting);
    const actions = await readActionsOf(record, meeting);
    const written = await readOutcomeOfRecord(record, meeting);
    if (written !== null && !may(actor, 'manage-written-meeting') && !isTold(written.meeting, at))
      return refuse({ kind: 'result-not-told' });
    return succeed({ meeting, body, members, earlierActions, actions, written });
  });
};
