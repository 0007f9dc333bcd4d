import type { Actor } from '../../domain/actor.ts';
import { joinParts } from '../../domain/parts.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import {
  isResultComplete,
  resultProblem,
  type WrittenResultProblem,
} from '../../domain/written-meeting/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 自分に試し送信: 結果通知 as it will look, to oneself alone, at once; pressed twice it is sent once, until the result is put otherwise. */
export const tryWrittenResult = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<null, WrittenResultProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'try-written-result', at, subject };
  return db.act<null, WrittenResultProblem | Refusal>(act, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const meeting = await record.writtenMeetings.find(meetingId);
    if (meeting === undefined || !isResultComplete(meeting)) return refuse({ kind: 'gone' });
    const problem = resultProblem(meeting, at);
    if (problem !== undefined) return refuse(problem);
    const key = joinParts('written-result-trial', meetingId, meeting.revision, actor.id);
    await record.deliveries.plan({ key, kind: 'written-result-trial', recipient: actor.id, subject }, at);
    await record.audit({ subject });
    return succeed(null);
  });
};
