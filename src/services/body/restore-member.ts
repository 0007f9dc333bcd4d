import type { Actor } from '../../domain/actor.ts';
import { type BodyMemberProblem, termOf } from '../../domain/body/member.ts';
import { overlap } from '../../domain/calendar/local-date.ts';
import { isUndoable } from '../../domain/calendar/undo.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * 元に戻す of 委員 who were taken out, within 30 days: they are in lists and have their rights again as they had. Refused when they
 * were registered anew since. Done twice, it changes nothing the second time.
 */
export const restoreBodyMember = async (
  { clock, db }: ServiceDeps,
  memberId: string,
  actor: Actor,
): Promise<Result<null, BodyMemberProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('body-member', memberId);
  const act = { actor, action: 'restore-body-member', at, subject };
  return db.act<null, BodyMemberProblem | Refusal>(act, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.bodies.lockAll();
    if ((await record.bodyMembers.find(memberId)) !== undefined) return succeed(null);
    const removed = await record.bodyMembers.findRemoved(memberId);
    if (removed === undefined) return refuse({ kind: 'gone' });
    if (!isUndoable(removed.at, at)) return refuse({ kind: 'undo-over' });
    const { member } = removed;
    const isTwice = (await record.bodyMembers.all(member.bodyId)).some(
      (other) => other.person.id === member.person.id && overlap(termOf(other), termOf(member)),
    );
    if (isTwice) return refuse({ field: 'startsOn', kind: 'already-member', name: member.person.name });
    await record.bodyMembers.restore(memberId);
    await record.audit({ subject, before: { cancelled: true }, after: { cancelled: false } });
    return succeed(null);
  });
};
