import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { may } from '../../domain/permission.ts';
import type { AwayPeriod } from '../../domain/person/away.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Own periods that are not over, and those of others with their names where this person may see their dates. */
export type AwayList = {
  readonly own: readonly AwayPeriod[];
  readonly others: readonly { readonly period: AwayPeriod; readonly name: string }[];
};

/** 不在 with dates, as far as this person may see them: the own ones, and everybody's for the secretariat. */
export const listAway = async ({ clock, db }: ServiceDeps, actor: Actor): Promise<AwayList> => {
  const record = db.record(actor.workspaceId);
  const today = todayInTokyo(clock.now());
  const { personId } = actor;
  if (!may(actor, 'see-away-days'))
    return { own: personId === null ? [] : await record.awayPeriods.notOver(today, personId), others: [] };
  const [periods, people] = await Promise.all([record.awayPeriods.notOver(today), record.people.all()]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    own: periods.filter((period) => period.personId === personId),
    others: periods
      .filter((period) => period.personId !== personId)
      .map((period) => ({ period, name: names.get(period.personId) ?? '' })),
  };
};
