import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { HeldMessages } from '../../domain/delivery/held.ts';
import { may } from '../../domain/permission.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What waits for a choice since the record was restored. It is the secretariat's; there is nothing for others. */
export const listHeld = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<HeldMessages | undefined> => {
  if (!may(actor, 'manage')) return undefined;
  const record = db.record(actor.workspaceId);
  // Home asks this in any case: what is hardly ever there is not asked for by itself.
  const { awaitsChoice } = await record.setup.rows(currentFiscalYear(todayInTokyo(clock.now())));
  return awaitsChoice ? record.restorations.held() : undefined;
};
