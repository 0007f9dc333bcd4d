import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type AwayDraft, type AwayPeriod, type AwayProblem, awayProblem } from '../../domain/person/away.ts';
import { indexPeople, whoIsMeant } from '../../domain/person/match.ts';
import type { Person, PersonFacts } from '../../domain/person/person.ts';
import { mayEnterAway } from '../../domain/promoter/away.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { People } from '../../slack/people.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** What was entered, for whom. */
export type RegisteredAway = { readonly period: AwayPeriod; readonly name: string };

/** The one who enters it for themself: their row, which is made when they have none. */
const ownRow = async (record: ActingRecord, facts: PersonFacts, at: Date): Promise<Person | undefined> => {
  // Of two forms at once one makes the row, and the other finds it.
  await record.appointments.lock();
  const named = whoIsMeant(facts, indexPeople(await record.people.all()), () => []);
  return named.ok ? record.people.keep(named.value, at) : undefined;
};

/**
 * Enters that a person is away (不在): dates only. Everybody for themself (`personId` null), the secretariat for anybody, a
 * 主任 for people of the own department.
 */
export const registerAway = async (
  { clock, db, people }: ServiceDeps & { readonly people: People },
  personId: string | null,
  { key, draft }: FormInput<AwayDraft>,
  actor: Actor,
): Promise<Result<RegisteredAway, AwayProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const slack = personId === null ? await people.find(actor.id) : undefined;
  const act = {
    actor,
    action: 'register-away',
    at,
    subject: subjectOf('person', personId ?? actor.id),
  } as const;
  return db.submit<RegisteredAway, AwayProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (personId !== null) {
      const departments = await record.departments.all();
      const appointments = await record.appointments.ofPerson(personId);
      if (!mayEnterAway(actor, { personId, appointments, departments, today }))
        return refuse({ kind: 'not-allowed', who: 'chief' });
    }
    const person =
      personId === null
        ? slack &&
          (await ownRow(
            record,
            { slackId: slack.id, email: slack.email, name: slack.name, nameFromSlack: true },
            at,
          ))
        : await record.people.find(personId);
    if (person === undefined) return refuse({ kind: 'gone' });

    const others = await record.awayPeriods.notOver(today, person.id);
    const problem = awayProblem(draft, today, others);
    if (problem !== undefined) return refuse(problem);
    const period = { ...draft, id: randomUUID(), personId: person.id, recordedBy: actor.id };
    await record.awayPeriods.create(period, at);
    await record.audit({ subject: subjectOf('away', period.id), after: period });
    return succeed({ period, name: person.name });
  });
};
