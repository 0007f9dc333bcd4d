import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { unshownSubjects } from '../../domain/delivery/unshown.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * 再送 (`send`), or not, of a message that was given up or that shows what is no longer so. Whether an earlier try had posted it
 * is looked up before it is sent.
 */
export const settleDeadDelivery = async (
  { clock, db }: ServiceDeps,
  deliveryId: string,
  send: boolean,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('delivery', deliveryId);
  const action = send ? 'resend-delivery' : 'forgo-delivery';
  return db.act<null, Refusal>({ actor, action, at, subject }, async (record) => {
    if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const { revive, forgo } = record.deliveries;
    // Another may have settled it meanwhile.
    if (!(await (send ? revive : forgo)(deliveryId))) return refuse({ kind: 'changed-meanwhile' });
    for (const told of Object.values(unshownSubjects(deliveryId, todayInTokyo(at))))
      await record.deliveries.refresh(told);
    await record.audit({ subject });
    return succeed(null);
  });
};
