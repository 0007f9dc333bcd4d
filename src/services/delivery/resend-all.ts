import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { unshownSubjects } from '../../domain/delivery/unshown.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * すべて再送: every message that was given up, each looked for before it is sent, and every one that shows what is no longer so.
 * `draft` is how many the person has seen; gives how many there were.
 */
export const resendAll = async (
  { clock, db }: ServiceDeps,
  { key, draft: expected }: FormInput<number>,
  actor: Actor,
): Promise<Result<number, Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'resend-all-deliveries', at, subject: subjectOf('delivery', 'all') };
  return db.submit<number, Refusal>(act, { key, content: expected }, async (record) => {
    if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.settings.lock();
    const counts = await record.deliveries.countFailed();
    if (counts.reduce((sum, { count }) => sum + count, 0) !== expected)
      return refuse({ kind: 'changed-meanwhile' });
    const count = await record.deliveries.reviveAll();
    await record.deliveries.refresh(unshownSubjects('', todayInTokyo(at)).secretariat);
    await record.audit({ subject: subjectOf('delivery', 'all'), after: { count } });
    return succeed(count);
  });
};
