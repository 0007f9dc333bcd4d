import { trusted } from '../../domain/actor.ts';
import { fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { joinParts } from '../../domain/parts.ts';
import { succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { trainingLagOf } from '../../domain/training/lag.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

type GuardDeps = ServiceDeps & SecretariatDeps;

/**
 * Tells the secretariat, once each on the day it runs, that this year's promoter training has no date or one in the
 * second half. Gives the number told.
 */
export const guardTrainingLag = async (
  deps: GuardDeps,
  workspaceId: string,
  run: string,
): Promise<number> => {
  const { clock, db } = deps;
  const at = clock.now();
  const today = todayInTokyo(at);
  const year = fiscalYearOf(today);
  const recipients = await secretariatOf(deps, await db.record(workspaceId).settings.read());
  const actor = trusted(workspaceId, 'job:training-lag', 'job');
  const subject = subjectOf('training-lag', year);
  const told = await db.act<number, never>(
    { actor, action: 'guard-training-lag', at, subject },
    async (record) => {
      const programmes = await record.programmes.nameable(year);
      const sessions = await record.trainings.ofYear(year);
      if (!trainingLagOf(year, programmes, sessions).isLagging) return succeed(0);
      for (const recipient of recipients)
        await record.deliveries.plan(
          {
            key: joinParts('training-lag', year, today, recipient),
            kind: 'training-lag',
            recipient,
            subject,
            run,
          },
          at,
        );
      await record.audit({ subject, after: { told: recipients } });
      return succeed(recipients.length);
    },
  );
  return told.ok ? told.value : 0;
};
