import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { Programme } from '../../domain/training/programme.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Every 研修の種類 of the present fiscal year, in order, for the secretariat. */
export const listProgrammes = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly Programme[], Refusal>> => {
  const at = clock.now();
  return db.look<readonly Programme[], Refusal>({ actor, action: 'list-programmes', at }, async (record) =>
    isSecretariat(actor)
      ? succeed(await record.programmes.nameable(currentFiscalYear(todayInTokyo(at))))
      : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
};
