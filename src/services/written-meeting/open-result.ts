import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { WrittenResultProblem } from '../../domain/written-meeting/result.ts';
import { readOutcomeToTell, type WrittenOutcome } from '../../queries/written-meeting/outcome.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What the secretariat puts a result together from: who said what to each 案件. */
export type OpenedWrittenResult = WrittenOutcome;

/** Reads what was answered, for the form 書面開催の結果をまとめる: answers must have ended. */
export const openWrittenResult = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<OpenedWrittenResult, WrittenResultProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'open-written-result', at, subject };
  return db.look<OpenedWrittenResult, WrittenResultProblem | Refusal>(act, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    return readOutcomeToTell(record, meetingId, at, false);
  });
};
