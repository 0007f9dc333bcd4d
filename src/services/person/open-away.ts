import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { mayEnterAway } from '../../domain/promoter/away.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** For whom 不在期間を登録 is opened. */
export type AwayPerson = { readonly id: string; readonly name: string };

/** Opens 不在期間を登録 for another person: the secretariat for anybody, a 主任 for people of the own department. */
export const openAway = async (
  { clock, db }: ServiceDeps,
  personId: string,
  actor: Actor,
): Promise<Result<AwayPerson, Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = { actor, action: 'open-away', at, subject: subjectOf('person', personId) } as const;
  return db.look<AwayPerson, Refusal>(act, async (record) => {
    const person = await record.people.find(personId);
    const departments = await record.departments.all();
    const appointments = await record.appointments.ofPerson(personId);
    if (!mayEnterAway(actor, { personId, appointments, departments, today }))
      return refuse({ kind: 'not-allowed', who: 'chief' });
    return person === undefined ? refuse({ kind: 'gone' }) : succeed({ id: person.id, name: person.name });
  });
};
