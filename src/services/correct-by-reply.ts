import type { Actor } from '../domain/actor.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { unshownSubjects } from '../domain/delivery/unshown.ts';
import { joinParts } from '../domain/parts.ts';
import { may } from '../domain/permission.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import { subjectOf } from '../domain/subject.ts';
import type { ServiceDeps } from './service-deps.ts';

/** A reply that corrects comes after all others of its thread. */
const LAST_PLACE = 10_000;

/**
 * 投稿に返信で訂正: says in the thread of a message that can't be changed what it should say. From then on the reply follows the
 * record in its stead.
 */
export const correctByReply = async (
  { clock, db }: ServiceDeps,
  deliveryId: string,
  actor: Actor,
): Promise<Result<null, Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('delivery', deliveryId);
  return db.act<null, Refusal>({ actor, action: 'correct-by-reply', at, subject }, async (record) => {
    if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const { deliveries } = record;
    const delivery = await deliveries.find(deliveryId);
    const root = delivery?.threadOf == null ? delivery : await deliveries.find(delivery.threadOf);
    if (delivery?.posted == null || root === undefined) return refuse({ kind: 'changed-meanwhile' });
    // Another may have settled it meanwhile.
    if (!(await deliveries.forgo(deliveryId))) return refuse({ kind: 'changed-meanwhile' });
    await deliveries.plan(
      {
        key: joinParts('correction', deliveryId, delivery.wanted),
        kind: 'correction',
        recipient: delivery.recipient,
        subject,
        thread: { key: root.key, place: LAST_PLACE },
      },
      at,
    );
    await deliveries.nextInThread(root.id);
    for (const told of Object.values(unshownSubjects(deliveryId, todayInTokyo(at))))
      await deliveries.refresh(told);
    await record.audit({ subject });
    return succeed(null);
  });
};
