import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { AwayPeriod } from '../../domain/person/away.ts';
import { mayEnterAway } from '../../domain/promoter/away.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 取り消す of a period: by who may enter it. */
export const cancelAway = async (
  { clock, db }: ServiceDeps,
  periodId: string,
  actor: Actor,
): Promise<Result<AwayPeriod, Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const subject = subjectOf('away', periodId);
  return db.act<AwayPeriod, Refusal>({ actor, action: 'cancel-away', at, subject }, async (record) => {
    const period = await record.awayPeriods.find(periodId);
    if (period === undefined) return refuse({ kind: 'gone' });
    const { personId } = period;
    const departments = await record.departments.all();
    const appointments = await record.appointments.ofPerson(personId);
    if (!mayEnterAway(actor, { personId, appointments, departments, today }))
      return refuse({ kind: 'not-allowed', who: 'chief' });
    await record.awayPeriods.cancel(periodId, at);
    await record.audit({ subject, before: period });
    return succeed(period);
  });
};
