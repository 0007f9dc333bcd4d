import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { PlannedDelivery } from '../../domain/delivery/delivery.ts';
import type { Sending } from '../../domain/inquiry/inquiry.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { askedOnOf, askingDayProblem, type NoDraft } from '../../domain/written-meeting/asking.ts';
import { type BegunAlready, begunAlready } from '../../domain/written-meeting/begun.ts';
import {
  type Invited,
  isVoterReached,
  leavesAt,
  reachedUntil,
} from '../../domain/written-meeting/invited.ts';
import type { VotersProblem } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeeting, WrittenMeetingProblem } from '../../domain/written-meeting/written-meeting.ts';
import { readInvitations, readReached } from '../../queries/written-meeting/invitations.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';
import type { WrittenMeetingToSave } from './save.ts';

/** How many are asked, whether 開催案内 reaches one of them, on which day, and the hour of its morning. */
export type OpenedWrittenMeeting = {
  readonly voters: number;
  readonly isReached: boolean;
  readonly askedOn: LocalDate;
  readonly morningAt: string;
};

type Problem = BegunAlready | NoDraft | WrittenMeetingProblem | VotersProblem | Refusal;

/** 開催案内(書面開催): at once, or on the morning of the day on which it is to be there. */
const messageOf = (
  meetingId: string,
  { slackId, position, on }: Invited,
  { at, morningAt }: { readonly at: Date; readonly morningAt: string | null },
): PlannedDelivery => {
  const notBefore = morningAt === null ? undefined : leavesAt(on, morningAt, at);
  return {
    key: joinParts('written-meeting-asked', meetingId, slackId),
    kind: morningAt === null ? 'written-meeting-asked-now' : 'written-meeting-asked',
    recipient: slackId,
    subject: subjectOf('written-meeting', meetingId, ...(position === null ? [] : [String(position)])),
    ...(notBefore === undefined ? {} : { notBefore }),
  };
};

/** 開催なし of its year that was recorded since it was drafted; none is recorded until it is open. */
const didNotMeetProblem = async (
  { bodies, didNotMeet }: ActingRecord,
  { bodyId, dueOn }: WrittenMeeting,
): Promise<WrittenMeetingProblem | undefined> => {
  await bodies.lockDay(bodyId, dueOn);
  const fiscalYear = fiscalYearOf(dueOn);
  if ((await didNotMeet.find(bodyId, fiscalYear)) === undefined) return undefined;
  const bodyName = (await bodies.find(bodyId, fiscalYear))?.name ?? '';
  return { field: 'dueOn', kind: 'did-not-meet-stands', bodyName, fiscalYear };
};

/**
 * The 予定 that it is begun from: that of its form, or else the one of the body for that day that is to be decided in writing. It is held
 * until the transaction ends. Refused where another that was begun from that of its form is asked already.
 */
const findPlanned = async (
  { meetings }: ActingRecord,
  { plannedId, bodyId, dueOn }: WrittenMeeting,
): Promise<Result<string | undefined, BegunAlready>> => {
  if (plannedId !== null) {
    const other = (await meetings.findToChange(plannedId))?.begunInWritingId ?? null;
    return other === null ? succeed(plannedId) : refuse(begunAlready({ id: other, state: 'open' }));
  }
  const { meetings: sameDay } = await meetings.beside(bodyId, { kind: 'until', day: dueOn });
  const waiting = sameDay.find(
    ({ way, heldConfirmedAt, begunInWritingId }) =>
      way === 'written' && heldConfirmedAt === null && begunInWritingId === null,
  );
  const planned = waiting && (await meetings.findToChange(waiting.id));
  return succeed(planned?.begunInWritingId === null ? planned.id : undefined);
};

/**
 * Opens a draft for answers: who answers is fixed by the members of the day on which it is asked, and they are sent 開催案内, those who
 * are 不在 when they are back. Pressed twice it is opened once. Refused when the draft is not as it was shown any more, or another
 * that was begun from the same 予定 is asked.
 */
export const openWrittenMeeting = async (
  { clock, db }: ServiceDeps,
  { meetingId, revision }: WrittenMeetingToSave,
  { key, draft: sending }: FormInput<Exclude<Sending, 'draft'>>,
  actor: Actor,
): Promise<Result<OpenedWrittenMeeting, Problem>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'open-written-meeting', at, subject };
  return db.submit<OpenedWrittenMeeting, Problem>(act, { key, content: sending }, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const meeting = await record.writtenMeetings.findToChange(meetingId);
    if (meeting === undefined) return refuse({ kind: 'gone' });
    const settings = await record.settings.read();
    const { morningAt } = settings;
    if (meeting.state === 'open' && meeting.askedOn !== null) {
      const voters = await record.writtenAnswers.votersOf(meetingId);
      const reached = await readReached(
        record,
        { bodyId: meeting.bodyId, voters },
        meeting.askedOn,
        settings,
      );
      const isReached = isVoterReached(reachedUntil(reached, voters, meeting.dueOn));
      return succeed({ voters: voters.length, isReached, askedOn: meeting.askedOn, morningAt });
    }
    if (meeting.state !== 'draft') return refuse({ kind: 'written-meeting-sent' });
    if (meeting.revision !== revision) return refuse(await record.changedMeanwhile(subject));
    const askedOn = askedOnOf(sending, at, settings);
    const problem = askingDayProblem(meeting, askedOn) ?? (await didNotMeetProblem(record, meeting));
    if (problem !== undefined) return refuse(problem);
    const read = await readInvitations(record, meeting, askedOn, settings);
    if (!read.ok) return read;
    const { voters, invited } = read.value;
    const planned = await findPlanned(record, meeting);
    if (!planned.ok) return planned;
    const plannedId = planned.value;
    await record.writtenAnswers.fixVoters(meetingId, voters);
    await record.writtenMeetings.putCourse(meetingId, {
      state: 'open',
      sentAt: at,
      askedOn,
      ...(plannedId === undefined ? {} : { plannedId }),
    });
    if (plannedId !== undefined) await record.deliveries.refreshLines([subjectOf('meeting', plannedId)]);
    await record.deliveries.planAll(
      invited.map((one) => {
        const isNow = sending === 'now' && one.on === askedOn;
        return messageOf(meetingId, one, { at, morningAt: isNow ? null : morningAt });
      }),
      at,
    );
    await record.audit({ subject, after: { state: 'open', askedOn, voters: voters.length } });
    return succeed({ voters: voters.length, isReached: isVoterReached(read.value), askedOn, morningAt });
  });
};
