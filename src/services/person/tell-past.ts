import { trusted } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { joinParts } from '../../domain/parts.ts';
import { succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readPast } from '../../queries/retention.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * Tells the secretariat, once each on the day it runs, that something is past 保存期間. It erases nothing. Gives the number told: none
 * where nothing is past, or everything is kept.
 */
export const tellPast = async (
  deps: ServiceDeps & SecretariatDeps,
  workspaceId: string,
  run: string,
): Promise<number> => {
  const { clock, db } = deps;
  const at = clock.now();
  const today = todayInTokyo(at);
  const recipients = await secretariatOf(deps, await db.record(workspaceId).settings.read());
  const actor = trusted(workspaceId, 'job:retention', 'job');
  const subject = subjectOf('settings');
  const told = await db.act<number, never>({ actor, action: 'tell-past', at, subject }, async (record) => {
    if ((await readPast(record, today, recipients)).limit === undefined) return succeed(0);
    for (const recipient of recipients)
      await record.deliveries.plan(
        { key: joinParts('retention', today, recipient), kind: 'retention', recipient, subject, run },
        at,
      );
    await record.audit({ subject, after: { told: recipients } });
    return succeed(recipients.length);
  });
  return told.ok ? told.value : 0;
};
