import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { meetingAnnouncement, type PlannedDelivery } from '../../domain/delivery/delivery.ts';
import type { Sending } from '../../domain/inquiry/inquiry.ts';
import { nextMorningOf } from '../../domain/inquiry/sending.ts';
import {
  bodyToRecord,
  factsOf,
  type Meeting,
  type MeetingFacts,
  type MeetingProblem,
} from '../../domain/meeting/meeting.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { isSameMeeting } from '../../domain/meeting/same-day.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { refsOfWritten } from '../../domain/written-meeting/ballot.ts';
import { isSameBasis } from '../../domain/written-meeting/decision.ts';
import { type Invited, leavesAt } from '../../domain/written-meeting/invited.ts';
import {
  isResultComplete,
  recordedFrom,
  type WrittenResultProblem,
} from '../../domain/written-meeting/result.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { readReached } from '../../queries/written-meeting/invitations.ts';
import { readOutcomeToTell } from '../../queries/written-meeting/outcome.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';
import type { WrittenMeetingToSave } from './save.ts';

/** How many are told, and which meeting of the record it is. */
export type AnnouncedWrittenResult = {
  readonly told: number;
  /** The day on whose morning they are told; null at once. */
  readonly leavesOn: LocalDate | null;
  readonly recordId: string;
};

type Problem = WrittenResultProblem | MeetingProblem | Refusal;

/** 結果通知: at once, or on the morning of the day on which it is to be there. */
const noticeTo = (
  meetingId: string,
  { slackId, on }: Invited,
  { at, morningAt }: { readonly at: Date; readonly morningAt: string | null },
): PlannedDelivery => {
  const notBefore = morningAt === null ? undefined : leavesAt(on, morningAt, at);
  return {
    key: joinParts('written-result', meetingId, slackId),
    kind: morningAt === null ? 'written-result-now' : 'written-result',
    recipient: slackId,
    subject: subjectOf('written-meeting', meetingId),
    ...(notBefore === undefined ? {} : { notBefore }),
  };
};

/** The 予定 that it was begun from, where that still waits to become its record. */
const readPlanned = async (
  { meetings }: ActingRecord,
  { plannedId, bodyId }: WrittenMeeting,
): Promise<Meeting | undefined> => {
  const planned = plannedId === null ? undefined : await meetings.findToChange(plannedId);
  const waits =
    planned?.cancelled === null &&
    planned.heldConfirmedAt === null &&
    planned.writtenMeetingId === null &&
    planned.bodyId === bodyId;
  return waits ? planned : undefined;
};

/**
 * 結果を通知する: the 書面開催 is a meeting of the record from now on, and its 回答者, 通知も受ける人 and who answered as 代理 are told, each
 * once, those who are 不在 when they are back. Refused when the result is not as it was shown any more, when answers came or the rules
 * changed since it was put together, or when it stands in the record already.
 */
export const announceWrittenResult = async (
  { clock, db }: ServiceDeps,
  { meetingId, revision }: WrittenMeetingToSave,
  { key, draft: sending }: FormInput<Exclude<Sending, 'draft'>>,
  actor: Actor,
): Promise<Result<AnnouncedWrittenResult, Problem>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'announce-written-result', at, subject };
  return db.submit<AnnouncedWrittenResult, Problem>(act, { key, content: sending }, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const read = await readOutcomeToTell(record, meetingId, at, true);
    if (!read.ok) return read;
    const outcome = read.value;
    const { meeting } = outcome;
    if (meeting.revision !== revision || !isResultComplete(meeting))
      return refuse(await record.changedMeanwhile(subject));
    if (!isSameBasis(meeting.basis, outcome.basis)) return refuse({ kind: 'basis-changed' });
    await record.bodies.lockDay(meeting.bodyId, meeting.dueOn);
    const facts: MeetingFacts = recordedFrom(meeting, outcome.body);
    const { didNotMeet, meetings } = await record.meetings.beside(meeting.bodyId, facts.date);
    const body = bodyToRecord(outcome.body, didNotMeet);
    if (!body.ok) return body;
    const planned = await readPlanned(record, meeting);
    const same = meetings.find((other) => other.id !== planned?.id && isSameMeeting(facts, other));
    if (same !== undefined) return refuse({ kind: 'written-record-stands', printed: printMeetingDate(same) });

    const recordId = planned?.id ?? meetingId;
    const recorded = subjectOf('meeting', recordId);
    const printed = printMeetingDate(facts);
    const made = { by: actor.id, forSection: null, at, confirmed: true, heldConfirmed: true };
    if (planned === undefined) await record.meetings.create(recordId, facts, made);
    else await record.meetings.putFacts(recordId, facts, { heldConfirmedAt: at, isToAsk: false });
    const settings = await record.settings.read();
    const leavesOn = sending === 'now' ? null : nextMorningOf(at, settings);
    const leaves = leavesOn === null ? undefined : leavesAt(leavesOn, settings.morningAt, at);
    await record.writtenMeetings.putCourse(meetingId, {
      state: 'announced',
      announcedAt: leaves ?? at,
      recordId,
      ...(meeting.endedAt === null ? { endedAt: at } : {}),
    });
    await record.audit({ subject, before: { state: meeting.state }, after: { state: 'announced' } });
    await record.audit({
      subject: recorded,
      ...(planned === undefined
        ? {}
        : { before: { ...factsOf(planned), printed: printMeetingDate(planned) } }),
      after: { ...facts, printed },
      names: { [body.value.id]: body.value.name, [recorded]: `${body.value.name} ${printed}` },
    });
    const { voters, answers } = outcome;
    const also = answers.flatMap(({ by, proxy }) => (proxy === null ? [] : [by]));
    const day = leavesOn ?? todayInTokyo(at);
    const reached = await readReached(record, { bodyId: meeting.bodyId, voters, also }, day, settings);
    await record.deliveries.planAll(
      reached.invited.map((one) => {
        const isNow = leavesOn === null && one.on === day;
        return noticeTo(meetingId, one, { at, morningAt: isNow ? null : settings.morningAt });
      }),
      at,
    );
    await record.deliveries.planAll(
      [
        {
          key: joinParts('meeting-recorded', recordId),
          kind: 'meeting-recorded',
          recipient: actor.id,
          subject: recorded,
        },
        // The body's channel hears of it with the notices.
        ...meetingAnnouncement(recordId, body.value).map((announcement) => ({
          ...announcement,
          ...(leaves === undefined ? {} : { notBefore: leaves }),
        })),
      ],
      at,
    );
    if (planned !== undefined) await record.deliveries.refresh(recorded);
    await record.deliveries.refreshLines(refsOfWritten(meetingId, voters));
    return succeed({ told: reached.invited.length, leavesOn, recordId });
  });
};
