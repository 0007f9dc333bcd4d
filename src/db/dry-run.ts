import type { PlannedDelivery } from '../domain/delivery/delivery.ts';
import { refuse, succeed } from '../domain/result.ts';
import type { Database } from './database.ts';

/** The same record, of which nothing that is done in an act stays. */
export type DryRun = {
  readonly db: Database;
  /** What would have been sent, in the order of planning. */
  readonly planned: readonly PlannedDelivery[];
};

/**
 * A record for seeing what would be done: every act runs to its end, gives what it would give, and is taken back. An act
 * sees nothing of the one before it.
 */
export const dryRunOf = (db: Database): DryRun => {
  const planned: PlannedDelivery[] = [];
  const act: Database['act'] = async (what, work) => {
    type Outcome = Awaited<ReturnType<typeof work>>;
    type Value = Extract<Outcome, { ok: true }>['value'];
    type Problem = Extract<Outcome, { ok: false }>['error'];
    const taken = await db.act<never, { readonly kind: 'dry-run'; readonly value: Value } | Problem>(
      what,
      async (record) => {
        const result = await work({
          ...record,
          deliveries: {
            ...record.deliveries,
            plan: async (delivery, at) => {
              await record.deliveries.plan(delivery, at);
              planned.push(delivery);
            },
            planAll: async (deliveries, at) => {
              await record.deliveries.planAll(deliveries, at);
              planned.push(...deliveries);
            },
          },
        });
        return result.ok ? refuse({ kind: 'dry-run' as const, value: result.value }) : result;
      },
    );
    if (taken.ok) return taken;
    const { error } = taken;
    return isDryRun<Value>(error) ? succeed(error.value) : refuse(error);
  };
  return { db: { ...db, act }, planned };
};

const isDryRun = <Value>(error: {
  readonly kind: string;
}): error is { readonly kind: 'dry-run'; readonly value: Value } => error.kind === 'dry-run';
