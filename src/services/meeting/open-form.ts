import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { mayRecordMeeting } from '../../domain/meeting/permission.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The bodies for which this person may record a meeting, in order; refused where there are none. */
export const bodiesToRecord = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly Body[], Refusal>> => {
  const at = clock.now();
  return db.look<readonly Body[], Refusal>({ actor, action: 'open-meeting-form', at }, async (record) => {
    const bodies = await record.bodies.nameable(currentFiscalYear(todayInTokyo(at)));
    const allowed = bodies.filter((body) => mayRecordMeeting(actor, body));
    if (allowed.length === 0 && !isSecretariat(actor))
      return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const holding = allowed.filter(({ kind }) => kind === 'meeting');
    return holding.length === 0 ? refuse({ kind: 'no-bodies' }) : succeed(holding);
  });
};

/** All bodies of the present fiscal year, in order, for the secretariat. */
export const bodiesToManage = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly Body[], Refusal>> => {
  const at = clock.now();
  return db.look<readonly Body[], Refusal>({ actor, action: 'list-bodies', at }, async (record) =>
    isSecretariat(actor)
      ? succeed(await record.bodies.nameable(currentFiscalYear(todayInTokyo(at))))
      : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
};
