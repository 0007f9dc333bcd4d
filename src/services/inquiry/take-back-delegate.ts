import type { Actor } from '../../domain/actor.ts';
import type { TargetKey } from '../../domain/inquiry/inquiry.ts';
import {
  closedProblem,
  mayOversee,
  type OverseeProblem,
  type TargetInPlace,
} from '../../domain/inquiry/standing.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readTargetInPlace } from '../../queries/inquiry/target-in-place.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 担当を元に戻す: what somebody was named for falls to the section again. */
export const takeBackDelegate = async (
  { clock, db }: ServiceDeps,
  key: TargetKey,
  actor: Actor,
): Promise<Result<TargetInPlace, OverseeProblem | Refusal>> => {
  const at = clock.now();
  const ref = targetRef(key);
  const act = { actor, action: 'take-back-delegate', at, subject: ref };
  return db.act<TargetInPlace, OverseeProblem | Refusal>(act, async (record) => {
    const found = await readTargetInPlace(record, key, true);
    if (found === undefined) return refuse({ kind: 'gone' });
    const { inquiry, target, place } = found;
    if (!mayOversee(actor, place.departmentId)) return refuse({ kind: 'not-allowed', who: 'chief' });
    const closed = closedProblem(inquiry);
    if (closed !== undefined) return refuse(closed);
    const { delegateId } = target;
    if (delegateId !== null) {
      await record.inquiryTargets.putDelegate(key, null);
      await record.audit({ subject: ref, before: { delegateId }, after: { delegateId: null } });
      await record.deliveries.refreshLines([
        ref,
        subjectOf('inquiry-department', key.inquiryId, place.departmentId),
      ]);
    }
    return succeed({ ...found, target: { ...target, delegateId: null } });
  });
};
