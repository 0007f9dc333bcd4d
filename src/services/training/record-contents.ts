import type { Actor } from '../../domain/actor.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { TrainingContentsDraft } from '../../domain/training/training.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Keeps who taught what, and where the material is. Earlier contents stay in the audit log. */
export const recordTrainingContents = async (
  { clock, db }: ServiceDeps,
  target: { readonly sessionId: string; readonly revision: number },
  { key, draft }: FormInput<TrainingContentsDraft>,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('training', target.sessionId);
  const act = { actor, action: 'record-training-contents', at, subject };
  return db.submit<null, Refusal>(act, { key, content: draft }, async (record) => {
    const session = await record.trainings.findToChange(target.sessionId);
    if (session === undefined || session.cancelled !== null) return refuse({ kind: 'gone' });
    if (!mayChangeOccasion(actor, session)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if (session.revision !== target.revision) return refuse(await record.changedMeanwhile(subject));

    await record.trainings.putContents(target.sessionId, draft);
    await record.audit({ subject, before: session.contents, after: draft });
    await record.deliveries.refresh(subject);
    return succeed(null);
  });
};
