import { z } from 'zod';
import type { Actor } from '../../domain/actor.ts';
import type { AuditLine } from '../../domain/audit.ts';
import type { Body } from '../../domain/body/body.ts';
import { AGENDA_KINDS, type AgendaItem } from '../../domain/meeting/agenda.ts';
import { MEETING_WAYS, type Meeting, type MeetingWay } from '../../domain/meeting/meeting.ts';
import { mayChangeMeeting, mayRecordContents, mayRecordMeeting } from '../../domain/meeting/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What a change replaced, as far as it replaced anything; `date` as the report would have printed it. */
export type MeetingBefore = {
  readonly bodyName?: string;
  readonly date?: string;
  readonly way?: MeetingWay;
  readonly place?: string;
  readonly items?: readonly AgendaItem[];
  /** The contents were changed; they are not shown here. */
  readonly contents?: true;
};

/** One earlier change of a meeting: when, by whom, what stood before, and why. */
export type MeetingChange = {
  readonly at: Date;
  readonly actor: string;
  readonly before: MeetingBefore;
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
/** The facts as an audit line keeps them. */
const Kept = z.object({
  bodyId: z.string(),
  way: z.enum(MEETING_WAYS),
  printed: z.string(),
  place: z.string(),
  items: z.array(z.object({ text: z.string(), kind: z.enum(AGENDA_KINDS).nullable() })),
});

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const replaced = (line: AuditLine, bodies: readonly Body[]): MeetingBefore | undefined => {
  if (line.action === 'record-meeting-contents') return { contents: true };
  const [before, after] = [Kept.safeParse(line.before).data, Kept.safeParse(line.after).data];
  if (before === undefined || after === undefined) return undefined;
  const bodyName = bodies.find(({ id }) => id === before.bodyId)?.name;
  return {
    ...(before.bodyId === after.bodyId || bodyName === undefined ? {} : { bodyName }),
    ...(before.printed === after.printed ? {} : { date: before.printed }),
    ...(before.way === after.way ? {} : { way: before.way }),
    ...(before.place === after.place ? {} : { place: before.place }),
    ...(isSame(before.items, after.items) ? {} : { items: before.items }),
  };
};

const changesOf = (lines: readonly AuditLine[], bodies: readonly Body[]): readonly MeetingChange[] =>
  lines.flatMap((line) => {
    const before = replaced(line, bodies);
    return before === undefined ? [] : [{ at: line.at, actor: line.actor, before, reason: line.reason }];
  });

/** Opens a meeting for one who may change its facts, or its contents. */
export const openMeeting = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
  part: 'facts' | 'contents' = 'facts',
): Promise<Result<OpenedMeeting, Refusal>> =>
  db.act<OpenedMeeting, Refusal>(
    { actor, action: 'open-meeting', at: clock.now(), subject: subjectOf('meeting', meetingId) },
    async (record) => {
      const meeting = await record.meetings.find(meetingId);
      if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
      const mayOpen = part === 'facts' ? mayChangeMeeting : mayRecordContents;
      if (!mayOpen(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'recorder' });
      const bodies = await record.bodies.nameable(meeting.fiscalYear);
      const body = bodies.find(({ id }) => id === meeting.bodyId);
      if (body === undefined) return refuse({ kind: 'gone' });
      const lines = await record.auditLines.of(subjectOf('meeting', meetingId), 20);
      return succeed({
        meeting,
        body,
        bodies: bodies.filter(
          (candidate) =>
            candidate.id === body.id || (candidate.kind === 'meeting' && mayRecordMeeting(actor, candidate)),
        ),
        history: changesOf(lines, bodies).slice(0, MOST_CHANGES),
      });
    },
  );
