import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import type { Subject } from '../../domain/subject.ts';
import { isStanding } from '../../queries/morning/standing.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * 翌開庁日に再通知 of one line, or taking that back (`postponed` false). It moves neither the due day nor an escalation. Only who
 * was told of something, or reads of it where all that is open stands, may be told again. Gives the day on which they are.
 */
export const postponeLine = async (
  { clock, db }: ServiceDeps,
  ref: Subject,
  postponed: boolean,
  actor: Actor,
): Promise<Result<LocalDate | null, Refusal>> => {
  const at = clock.now();
  const action = postponed ? 'postpone-line' : 'take-back-postponed';
  return db.act<LocalDate | null, Refusal>({ actor, action, at, subject: ref }, async (record) => {
    const isTold = await record.morningLines.isTold(actor.id, ref);
    if (!isTold && !(await isStanding(record, actor, ref, at)))
      return refuse({ kind: 'not-allowed', who: 'self' });
    const calendar = calendarOf(await record.settings.read());
    const until = postponed ? calendar.nextWorkingDay(todayInTokyo(at)) : null;
    const before = await record.postponedLines.find(actor.id, ref);
    if ((before ?? null) === until) return succeed(until);
    if (until === null) await record.postponedLines.remove(actor.id, ref);
    else await record.postponedLines.put([{ slackId: actor.id, ref, until }]);
    await record.audit({ subject: ref, before: { until: before ?? null }, after: { until } });
    await record.deliveries.refresh(ref, [actor.id]);
    return succeed(until);
  });
};
