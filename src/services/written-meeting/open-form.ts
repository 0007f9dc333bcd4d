import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { isMemberOn } from '../../domain/body/member.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { may } from '../../domain/permission.ts';
import { isReachable } from '../../domain/person/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { type BegunAlready, begunAlready } from '../../domain/written-meeting/begun.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { readBegunFrom } from '../../queries/written-meeting/begun.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Whom the form offers as 回答者: by Slack id, and by name those whom Slack does not reach. */
export type OfferedVoters = { readonly voters: readonly string[]; readonly withoutSlack: readonly string[] };

/** What 書面開催を始める is made of; `meetingId` is that of a new one, or of the draft that is continued. */
export type OpenedWrittenMeetingForm = {
  readonly meetingId: string;
  readonly bodies: readonly Body[];
  readonly meeting: WrittenMeeting | undefined;
  /** The members of the body that was asked for. */
  readonly offered: OfferedVoters | undefined;
  /** The 予定 that it is begun from, with the members of its body. */
  readonly planned: Meeting | undefined;
  readonly today: LocalDate;
};

/**
 * Opens 書面開催を始める: empty, filled from a 予定, with the draft that is continued, or with the members of a body that was chosen in it
 * (`membersOf`). From a 予定 of which there is a draft, that is continued; of one that is asked already, none is begun again.
 */
export const openWrittenMeetingForm = async (
  { clock, db }: ServiceDeps,
  {
    meetingId,
    membersOf,
    plannedId,
  }: { readonly meetingId?: string; readonly membersOf?: string; readonly plannedId?: string },
  actor: Actor,
): Promise<Result<OpenedWrittenMeetingForm, BegunAlready | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const subject = meetingId === undefined ? 'none' : subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'open-written-meeting-form', at, subject };
  return db.look<OpenedWrittenMeetingForm, BegunAlready | Refusal>(act, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const bodies = (await record.bodies.nameable(currentFiscalYear(today))).filter(
      ({ kind }) => kind === 'meeting',
    );
    if (bodies.length === 0) return refuse({ kind: 'no-bodies' });
    const planned = plannedId === undefined ? undefined : await record.meetings.find(plannedId);
    if (plannedId !== undefined && (planned === undefined || planned.cancelled !== null))
      return refuse({ kind: 'gone' });
    const begun = planned && (await readBegunFrom(record, planned.id));
    if (begun !== undefined && begun.state !== 'draft') return refuse(begunAlready(begun));
    const meeting =
      begun ?? (meetingId === undefined ? undefined : await record.writtenMeetings.find(meetingId));
    const bodyId = planned?.bodyId ?? membersOf;
    const members = bodyId === undefined ? undefined : await record.bodyMembers.all(bodyId);
    const people = members?.filter((member) => isMemberOn(member, today)).map(({ person }) => person);
    return succeed({
      meetingId: begun?.id ?? meetingId ?? randomUUID(),
      bodies,
      meeting,
      planned: begun === undefined ? planned : undefined,
      today,
      offered: people && {
        voters: people.filter(isReachable).flatMap(({ slackId }) => slackId ?? []),
        withoutSlack: people.filter((person) => !isReachable(person)).map(({ name }) => name),
      },
    });
  });
};
