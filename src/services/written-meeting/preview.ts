import type { Actor } from '../../domain/actor.ts';
import { type DueText, dueTextOn } from '../../domain/calendar/deadline.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Sending } from '../../domain/inquiry/inquiry.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { askedOnOf, type NoDraft } from '../../domain/written-meeting/asking.ts';
import type { Invitations } from '../../domain/written-meeting/invited.ts';
import type { Voter, VotersProblem } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { readInvitations } from '../../queries/written-meeting/invitations.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 送信の確認 shows of a draft. */
export type WrittenMeetingPreview = Invitations & {
  readonly meeting: WrittenMeeting;
  readonly bodyName: string;
  readonly sending: Exclude<Sending, 'draft'>;
  readonly voters: readonly Voter[];
  /** The day on which it is asked, and the hour of that morning. */
  readonly askedOn: LocalDate;
  readonly morningAt: string;
  readonly due: DueText;
  /** The next working day where the 回答期限 is a closing day. */
  readonly warnOf: LocalDate | undefined;
  readonly contact: string;
};

/** Reads what sending a draft would do, by the members of the day on which it goes. */
export const previewWrittenMeeting = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  sending: WrittenMeetingPreview['sending'],
  actor: Actor,
): Promise<Result<WrittenMeetingPreview, VotersProblem | NoDraft | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'preview-written-meeting', at, subject };
  return db.look<WrittenMeetingPreview, VotersProblem | NoDraft | Refusal>(act, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const meeting = await record.writtenMeetings.find(meetingId);
    if (meeting === undefined) return refuse({ kind: 'gone' });
    if (meeting.state !== 'draft') return refuse({ kind: 'written-meeting-sent' });
    const settings = await record.settings.read();
    const calendar = calendarOf(settings);
    const askedOn = askedOnOf(sending, at, settings);
    const invitations = await readInvitations(record, meeting, askedOn, settings);
    if (!invitations.ok) return invitations;
    const { dueOn } = meeting;
    return succeed({
      ...invitations.value,
      meeting,
      bodyName: (await record.bodies.find(meeting.bodyId, fiscalYearOf(dueOn)))?.name ?? '',
      sending,
      askedOn,
      morningAt: settings.morningAt,
      due: dueTextOn(askedOn, calendar)(dueOn),
      warnOf: calendar.isWorkingDay(dueOn) ? undefined : calendar.nextWorkingDay(dueOn),
      contact: settings.contact,
    });
  });
};
