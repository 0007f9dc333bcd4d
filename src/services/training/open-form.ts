import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { mayRecordTraining } from '../../domain/training/permission.ts';
import type { Programme } from '../../domain/training/programme.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The programmes of the present fiscal year, in order, for one who may record a 研修. */
export const openTrainingForm = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly Programme[], Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'open-training-form', at };
  return db.look<readonly Programme[], Refusal>(act, async (record) =>
    mayRecordTraining(actor)
      ? succeed(await record.programmes.nameable(currentFiscalYear(todayInTokyo(at))))
      : refuse({ kind: 'not-allowed', who: 'promoter' }),
  );
};
