import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { TargetKey } from '../../domain/inquiry/inquiry.ts';
import { overseersOf } from '../../domain/inquiry/responsible.ts';
import {
  answersAs,
  closedProblem,
  type DelegateRequestDraft,
  type OverseeProblem,
  type TargetInPlace,
} from '../../domain/inquiry/standing.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import { joinParts } from '../../domain/parts.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { readResponsibles } from '../../queries/inquiry/responsibles.ts';
import { readTargetInPlace } from '../../queries/inquiry/target-in-place.ts';
import type { People } from '../../slack/people.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

type Problem = OverseeProblem | Refusal;

/**
 * 担当の変更を依頼: asks the 主任 of the department, without one whom Slack reaches the secretariat, to name somebody else for an
 * inquiry. Until then it stays with the one who asks.
 */
export const askDelegate = async (
  deps: ServiceDeps & SecretariatDeps & { readonly people: Pick<People, 'find'> },
  key: TargetKey,
  { key: formKey, draft }: FormInput<DelegateRequestDraft>,
  actor: Actor,
): Promise<Result<TargetInPlace, Problem>> => {
  const { clock, db, people } = deps;
  const at = clock.now();
  const { candidate, word } = draft;
  const isMember = candidate === undefined || (await people.find(candidate))?.isMember === true;
  const secretariat = await secretariatOf(deps, await db.record(actor.workspaceId).settings.read());
  const act = { actor, action: 'ask-delegate', at, subject: targetRef(key) };
  return db.submit<TargetInPlace, Problem>(act, { key: formKey, content: { key, draft } }, async (record) => {
    const found = await readTargetInPlace(record, key, true);
    if (found === undefined) return refuse({ kind: 'gone' });
    const { inquiry, target, place } = found;
    const { departmentId } = place;
    if (answersAs(actor, target, departmentId) !== 'own')
      return refuse({ kind: 'not-allowed', who: 'promoter' });
    const closed = closedProblem(inquiry);
    if (closed !== undefined) return refuse(closed);
    if (target.answer !== null) return refuse({ kind: 'already-answered' });
    if (!isMember) return refuse({ field: 'candidate', kind: 'delegate-not-member' });

    const id = randomUUID();
    const request = { id, at, by: actor.id, candidate: candidate ?? null, word };
    await record.delegateRequests.create({ ...key, ...request });
    // What they wrote is for the one who decides, and in no log.
    await record.audit({ subject: targetRef(key), after: { candidate: request.candidate } });
    const asker = await record.people.findBySlackId(actor.id);
    const responsibles = await readResponsibles(record, todayInTokyo(at), {
      departmentIds: [departmentId],
      delegateIds: [target.delegateId],
      secretariat,
    });
    await record.deliveries.planAll(
      overseersOf(responsibles, departmentId, asker === undefined ? [] : [asker]).map((recipient) => ({
        key: joinParts('delegate-asked', id, recipient),
        kind: 'delegate-asked',
        recipient,
        subject: targetRef(key),
      })),
      at,
    );
    return succeed(found);
  });
};
