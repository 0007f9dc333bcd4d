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
import { readTargetInPlace } from '../../queries/inquiry/target-in-place.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One of those asked, with who was named for it, by name. */
export type Oversight = TargetInPlace & { readonly delegateName: string | null };

/** Reads it for the forms 回答を差し戻す, which wants an answer, and 担当を決める, which wants none yet. */
export const openOversight = async (
  { clock, db }: ServiceDeps,
  key: TargetKey,
  wanted: 'answered' | 'unanswered',
  actor: Actor,
): Promise<Result<Oversight, OverseeProblem | Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'open-oversight', at, subject: targetRef(key) };
  return db.look<Oversight, OverseeProblem | Refusal>(act, async (record) => {
    const found = await readTargetInPlace(record, key, false);
    if (found === undefined) return refuse({ kind: 'gone' });
    const { inquiry, target, place } = found;
    if (!mayOversee(actor, place.departmentId)) return refuse({ kind: 'not-allowed', who: 'chief' });
    const closed = closedProblem(inquiry);
    if (closed !== undefined) return refuse(closed);
    if (wanted === 'answered' && target.answer === null) return refuse({ kind: 'nothing-to-return' });
    if (wanted === 'unanswered' && target.answer !== null) return refuse({ kind: 'already-answered' });
    const named = target.delegateId === null ? undefined : await record.people.find(target.delegateId);
    return succeed({ ...found, delegateName: named?.name ?? null });
  });
};
