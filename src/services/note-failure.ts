import { trusted } from '../domain/actor.ts';
import type { FailedWhat } from '../domain/delivery.ts';
import { succeed } from '../domain/result.ts';
import { logChannelOf } from '../domain/settings.ts';
import type { Household } from './identify.ts';
import type { ServiceDeps } from './service-deps.ts';

type NoteDeps = ServiceDeps & { readonly household: Pick<Household, 'workspaceId' | 'logChannel'> };

/** Tells 運用ログ that something failed, once, by the id under which the log has it; where none is set, nobody. */
export const noteFailure = async (
  { clock, db, household }: NoteDeps,
  { id, what }: { readonly id: string; readonly what: FailedWhat },
): Promise<void> => {
  const { workspaceId, logChannel } = household;
  const channel = logChannelOf(await db.record(workspaceId).settings.read(), logChannel);
  if (channel === null) return;
  const at = clock.now();
  const actor = trusted(workspaceId, 'job:note-failure', 'job');
  await db.act<null, never>({ actor, action: 'note-failure', at }, async (record) => {
    await record.deliveries.plan(
      { key: `failure:${id}`, kind: 'failure-noted', recipient: channel, subject: `failure:${id}:${what}` },
      at,
    );
    return succeed(null);
  });
};
