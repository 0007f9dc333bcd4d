import type { PlacedAction } from '../../domain/action-item/line.ts';
import { mayManageActions, maySeeAction } from '../../domain/action-item/permission.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { type BodyMember, isMemberOn } from '../../domain/body/member.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { ABOUT_ONE_ASKED } from '../../domain/delivery/delivery.ts';
import { type MeetingChange, meetingChanges } from '../../domain/meeting/history.ts';
import { hasContents, type Meeting } from '../../domain/meeting/meeting.ts';
import { mayRecordContents, mayRecordMeeting, maySeeContents } from '../../domain/meeting/permission.ts';
import { firstDayOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readActionsOf, readEarlierActions } from '../../queries/action-item.ts';
import { readRefsOfMeeting } from '../../queries/meeting.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A meeting opened to be changed: with its body, the bodies it may be moved to, its newest changes, and how many messages tell of it. */
export type OpenedMeeting = {
  readonly meeting: Meeting;
  readonly body: Body;
  readonly bodies: readonly Body[];
  readonly history: readonly MeetingChange[];
  readonly messages: number;
  /** Who is thought to have come: the members of that day, while nothing is kept of a meeting whose day has come. */
  readonly presumed: readonly BodyMember[];
  /** 対応事項 of the meeting, as far as the reader may see its contents, and whether they may add to them. */
  readonly actions: readonly PlacedAction[];
  readonly mayAddAction: boolean;
  /** 前回からの対応事項, those of them that the reader may see; only with the contents. */
  readonly earlier: readonly PlacedAction[];
};

const MOST_CHANGES = 5;
/** Opens a meeting for one who may change its facts, or its contents. */
export const openMeeting = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
  part: 'facts' | 'contents' = 'facts',
): Promise<Result<OpenedMeeting, Refusal>> => {
  const at = clock.now();
  return db.act<OpenedMeeting, Refusal>(
    { actor, action: 'open-meeting', at, subject: subjectOf('meeting', meetingId) },
    async (record) => {
      const meeting = await record.meetings.find(meetingId);
      if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
      const mayOpen = part === 'facts' ? mayChangeOccasion : mayRecordContents;
      if (!mayOpen(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'recorder' });
      const bodies = await record.bodies.nameable(meeting.fiscalYear);
      const body = bodies.find(({ id }) => id === meeting.bodyId);
      if (body === undefined) return refuse({ kind: 'gone' });
      const day = firstDayOfRecord(meeting.date);
      const isHeld = hasBegun(meeting.date, todayInTokyo(at));
      const isToFill = part === 'contents' && !hasContents(meeting) && isHeld;
      const members = isToFill ? await record.bodyMembers.all(body.id) : [];
      const subject = subjectOf('meeting', meetingId);
      const telling = await record.deliveries.postedOf(...(await readRefsOfMeeting(record, meetingId)));
      const lines = await record.auditLines.of(subject, 20);
      const actions = maySeeContents(actor, meeting) ? await readActionsOf(record, meeting) : [];
      const earlier = part === 'contents' ? await readEarlierActions(record, meeting) : [];
      return succeed({
        meeting,
        body,
        bodies: bodies.filter(
          (candidate) =>
            candidate.id === body.id || (candidate.kind === 'meeting' && mayRecordMeeting(actor, candidate)),
        ),
        history: meetingChanges(lines).slice(0, MOST_CHANGES),
        messages:
          (await record.deliveries.postedOf(subject)).length +
          telling.filter(({ kind }) => ABOUT_ONE_ASKED.includes(kind)).length,
        presumed: members.filter((member) => isMemberOn(member, day)),
        actions,
        mayAddAction: isHeld && mayManageActions(actor, meeting),
        earlier: earlier.filter(({ item }) => maySeeAction(actor, item)),
      });
    },
  );
};
