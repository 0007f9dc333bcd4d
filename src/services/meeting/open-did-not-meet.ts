import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Programme } from '../../domain/training/programme.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What may be recorded as 開催なし: bodies that hold meetings, and programmes, both in order. */
export type DidNotMeetChoices = {
  readonly bodies: readonly Body[];
  readonly programmes: readonly Programme[];
};

/** The choices of the present fiscal year, for the secretariat; refused where there are none. */
export const openDidNotMeet = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<DidNotMeetChoices, Refusal>> => {
  const at = clock.now();
  const year = currentFiscalYear(todayInTokyo(at));
  return db.look<DidNotMeetChoices, Refusal>({ actor, action: 'list-bodies', at }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const bodies = (await record.bodies.nameable(year)).filter(({ kind }) => kind === 'meeting');
    const programmes = await record.programmes.nameable(year);
    return bodies.length + programmes.length === 0
      ? refuse({ kind: 'no-bodies' })
      : succeed({ bodies, programmes });
  });
};
