import type { Actor } from '../../domain/actor.ts';
import { type AbsenceProblem, absencesOf } from '../../domain/meeting/absent-member.ts';
import { contentsFrom, type MeetingContentsDraft } from '../../domain/meeting/meeting.ts';
import { draftAgain, makesDraftAgain } from '../../domain/meeting/minutes.ts';
import { mayRecordContents } from '../../domain/meeting/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Keeps who came and what was decided. Earlier contents stay in the audit log. */
export const recordMeetingContents = async (
  { clock, db }: ServiceDeps,
  target: { readonly meetingId: string; readonly revision: number },
  { key, draft }: FormInput<MeetingContentsDraft>,
  actor: Actor,
): Promise<Result<null, AbsenceProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('meeting', target.meetingId);
  const contents = contentsFrom(draft);
  return db.submit<null, AbsenceProblem | Refusal>(
    { actor, action: 'record-meeting-contents', at, subject },
    { key, content: draft },
    async (record) => {
      const meeting = await record.meetings.findToChange(target.meetingId);
      if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
      if (!mayRecordContents(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'recorder' });
      if (meeting.revision !== target.revision) return refuse(await record.changedMeanwhile(subject));
      const members = (await record.bodyMembers.all(meeting.bodyId)).map(({ person }) => person);
      const absences = absencesOf(contents.absences, meeting.contents.absences, members);
      if (!absences.ok) return absences;

      await record.meetings.putContents(target.meetingId, contents);
      const isDraftAgain = makesDraftAgain(meeting, { contents });
      if (isDraftAgain) await record.meetings.putChairConfirmed(target.meetingId, null);
      const { before, after } = draftAgain(isDraftAgain);
      await record.audit({
        subject,
        before: { ...meeting.contents, ...before },
        after: { ...contents, ...after },
      });
      await record.deliveries.refresh(subject);
      return succeed(null);
    },
  );
};
