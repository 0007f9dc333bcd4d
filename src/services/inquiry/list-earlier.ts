import type { Actor } from '../../domain/actor.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Every inquiry that was sent, of all years, the newest first: from each a new one can be made. */
export const listEarlierInquiries = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly Inquiry[], Refusal>> => {
  const act = { actor, action: 'list-inquiries', at: clock.now() };
  return db.look<readonly Inquiry[], Refusal>(act, async (record) =>
    may(actor, 'manage-inquiry')
      ? succeed(await record.inquiries.inState(['open', 'closed', 'tallied', 'cancelled']))
      : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
};
