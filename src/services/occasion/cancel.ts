import type { Actor } from '../../domain/actor.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import type { CancelDraft, OccasionName } from '../../domain/occasion/record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readRefsOfMeeting } from '../../queries/meeting.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

const KINDS = {
  meeting: { table: 'meetings', action: 'cancel-meeting' },
  training: { table: 'trainings', action: 'cancel-training' },
} as const;

/**
 * Takes a meeting or 研修 out of lists and report, and the reception code of a 研修 out of use; the row, its attendances and
 * its history stay. Cancelling twice changes nothing. Refused when the record has not the `revision` any more with
 * which the form was opened.
 */
export const cancelOccasion = async (
  { clock, db }: ServiceDeps,
  { kind, id, revision }: OccasionName & { readonly revision?: number },
  { key, draft }: FormInput<CancelDraft>,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const { table, action } = KINDS[kind];
  const { reason } = draft;
  const at = clock.now();
  const subject = subjectOf(kind, id);
  return db.submit<null, Refusal>({ actor, action, at, subject }, { key, content: draft }, async (record) => {
    const occasion = await record[table].findToChange(id);
    if (occasion === undefined) return refuse({ kind: 'gone' });
    if (!mayChangeOccasion(actor, occasion)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if (occasion.cancelled !== null) return succeed(null);
    if (revision !== undefined && occasion.revision !== revision)
      return refuse(await record.changedMeanwhile(subject));
    await record[table].cancel(id, at, reason);
    await record.audit({ subject, before: { cancelled: false }, after: { cancelled: true }, reason });
    await record.deliveries.refresh(subject);
    if (kind === 'meeting') await record.deliveries.refreshLines(await readRefsOfMeeting(record, id));
    if (kind === 'training') await record.deliveries.refresh(subjectOf('training-lag', occasion.fiscalYear));
    return succeed(null);
  });
};
