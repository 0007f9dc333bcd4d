import { z } from 'zod';
import type { Actor } from '../domain/actor.ts';
import type { AuditLine } from '../domain/audit.ts';
import type { Body } from '../domain/body.ts';
import { meetingSubject } from '../domain/delivery.ts';
import type { Meeting } from '../domain/meeting.ts';
import { mayChangeMeeting, mayRecordMeeting } from '../domain/permission.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { ServiceDeps } from './service-deps.ts';

/** One earlier change of a meeting: when, by whom, what stood before, and why. */
export type MeetingChange = {
  readonly at: Date;
  readonly actor: string;
  readonly before: string;
  readonly reason: string;
};

/** A meeting opened to be changed: with its body, the bodies it may be moved to, and its newest changes. */
export type OpenedMeeting = {
  readonly meeting: Meeting;
  readonly body: Body;
  readonly bodies: readonly Body[];
  readonly history: readonly MeetingChange[];
};

const MOST_CHANGES = 5;
const Before = z.object({ printed: z.string() });

const changeOf = ({ at, actor, before, reason }: AuditLine): readonly MeetingChange[] => {
  const read = Before.safeParse(before);
  return read.success ? [{ at, actor, before: read.data.printed, reason }] : [];
};

/** Opens a meeting for one who may change it. */
export const openMeeting = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<OpenedMeeting, Refusal>> =>
  db.act<OpenedMeeting, Refusal>({ actor, action: 'open-meeting', at: clock.now() }, async (record) => {
    const meeting = await record.meetings.find(meetingId);
    if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
    if (!mayChangeMeeting(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    const bodies = await record.bodies.nameable(meeting.fiscalYear);
    const body = bodies.find(({ id }) => id === meeting.bodyId);
    if (body === undefined) return refuse({ kind: 'gone' });
    const lines = await record.auditLines.of(meetingSubject(meetingId), 20);
    return succeed({
      meeting,
      body,
      bodies: bodies.filter(
        (candidate) =>
          candidate.id === body.id || (candidate.kind === 'meeting' && mayRecordMeeting(actor, candidate)),
      ),
      history: lines.flatMap(changeOf).slice(0, MOST_CHANGES),
    });
  });
