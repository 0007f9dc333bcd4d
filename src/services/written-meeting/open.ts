import type { Actor } from '../../domain/actor.ts';
import { isMemberOn } from '../../domain/body/member.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Sending } from '../../domain/inquiry/inquiry.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { askedOnOf, askingDayProblem } from '../../domain/written-meeting/asking.ts';
import { type VotersProblem, votersOf } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeetingProblem } from '../../domain/written-meeting/written-meeting.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';
import type { WrittenMeetingToSave } from './save.ts';

/** How many are asked, and on which day. */
export type OpenedWrittenMeeting = { readonly voters: number; readonly askedOn: LocalDate };

type Problem = WrittenMeetingProblem | VotersProblem | Refusal;

/**
 * Opens a draft for answers: who answers is fixed by the members of the day on which it is asked. Pressed twice it is opened once.
 * Refused when the draft is not as it was shown any more.
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
    if (meeting.state === 'open' && meeting.askedOn !== null) {
      const voters = await record.writtenAnswers.votersOf(meetingId);
      return succeed({ voters: voters.length, askedOn: meeting.askedOn });
    }
    if (meeting.state !== 'draft') return refuse({ kind: 'gone' });
    if (meeting.revision !== revision) return refuse(await record.changedMeanwhile(subject));
    const askedOn = askedOnOf(sending, at, await record.settings.read());
    const tooEarly = askingDayProblem(meeting, askedOn);
    if (tooEarly !== undefined) return refuse(tooEarly);
    const members = await record.bodyMembers.all(meeting.bodyId);
    const voters = votersOf(
      meeting,
      members.filter((member) => isMemberOn(member, askedOn)),
    );
    if (!voters.ok) return voters;
    await record.writtenAnswers.fixVoters(meetingId, voters.value);
    await record.writtenMeetings.putCourse(meetingId, { state: 'open', sentAt: at, askedOn });
    await record.audit({ subject, after: { state: 'open', askedOn, voters: voters.value.length } });
    return succeed({ voters: voters.value.length, askedOn });
  });
};
