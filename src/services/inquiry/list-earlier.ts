import type { Actor } from '../../domain/actor.ts';
import { hasQuestions, type Inquiry } from '../../domain/inquiry/inquiry.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Every inquiry that was sent, of all years, the newest first, from which a new one can be made: 調査・検討を依頼 begins with its opinions. */
export const listEarlierInquiries = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly Inquiry[], Refusal>> => {
  const act = { actor, action: 'list-inquiries', at: clock.now() };
  return db.look<readonly Inquiry[], Refusal>(act, async (record) =>
    may(actor, 'manage-inquiry')
      ? succeed(
          (await record.inquiries.inState(['open', 'closed', 'tallied', 'cancelled'])).filter(
            (one) => !hasQuestions(one),
          ),
        )
      : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
};
