import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import {
  type BodyMember,
  type BodyMemberDraft,
  type BodyMemberProblem,
  type MemberOffice,
  termOf,
} from '../../domain/body/member.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { overlap, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { factsOfDraft, indexPeople, whoIsNamed } from '../../domain/person/match.ts';
import type { Person, PersonFacts, PersonProblem } from '../../domain/person/person.ts';
import { nameKey } from '../../domain/person/written-name.ts';
import { lastPosition } from '../../domain/position.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { People } from '../../slack/people.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The member that a form is to change, and the revision it was opened with. */
export type MemberToChange = { readonly memberId: string; readonly revision: number };

/** Who became a member of what. */
export type RegisteredMember = {
  readonly name: string;
  readonly bodyName: string;
  readonly personId: string;
  readonly office: MemberOffice;
};

/** Whether the form still names the member it was opened with: also one whose account has been deactivated since. */
const namesStill = ({ slackId, name, email }: Person, draft: BodyMemberDraft): boolean =>
  slackId === null
    ? draft.user === undefined &&
      draft.name !== undefined &&
      nameKey(draft.name) === nameKey(name) &&
      (draft.email ?? null) === email
    : draft.user === slackId && draft.name === undefined && draft.email === undefined;

type Slack = PersonFacts & { readonly isMember: boolean };

/** Sees to it that who is meant is in the record. */
const keepPerson = async (
  record: ActingRecord,
  draft: BodyMemberDraft,
  slack: Slack | undefined,
  at: Date,
): Promise<Result<Person, PersonProblem>> => {
  const facts = factsOfDraft(draft, slack);
  if (!facts.ok) return facts;
  const today = todayInTokyo(at);
  const people = await record.people.all();
  const departments = await record.departments.all();
  const appointments = await record.appointments.between(today, today);
  const names = new Map(departments.flatMap(({ sections }) => sections.map(({ id, name }) => [id, name])));
  const sectionsOf = (person: Person): readonly string[] =>
    appointments
      .filter((appointment) => appointment.person.id === person.id)
      .flatMap(({ sectionId }) => names.get(sectionId) ?? []);
  const named = whoIsNamed(facts.value, indexPeople(people), sectionsOf);
  if (named.ok) return succeed(await record.people.keep(named.value, at));
  const { error } = named;
  if (error.kind !== 'ambiguous-name') return named;
  // In the order in which the departments stand, not that of the people.
  const sections = [...new Set(names.values())].filter((name) => error.sections.includes(name));
  return refuse({ ...error, sections });
};

/** What a member is in the audit log. */
const factsOf = ({ person, id: _, revision: __, ...facts }: BodyMember) => ({
  personId: person.id,
  ...facts,
});

/**
 * Registers 委員 of a 会議体 (`target` null) or changes one. The same person is a member of a body once at a time. Refused
 * when the member was changed since the form was opened.
 */
export const registerBodyMember = async (
  { clock, db, people }: ServiceDeps & { readonly people: People },
  target: MemberToChange | null,
  { key, draft }: FormInput<BodyMemberDraft>,
  actor: Actor,
): Promise<Result<RegisteredMember, BodyMemberProblem | Refusal>> => {
  const at = clock.now();
  const found = draft.user === undefined ? undefined : await people.find(draft.user);
  const slack = found && {
    slackId: found.id,
    email: found.email,
    name: found.name,
    isMember: found.isMember,
  };
  const act = { actor, action: 'register-body-member', at };
  return db.submit<RegisteredMember, BodyMemberProblem | Refusal>(
    act,
    { key, content: draft },
    async (record) => {
      if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      // People come into the record through the roster too: one at a time.
      await record.appointments.lock();
      await record.bodies.lockAll();
      const body = await record.bodies.find(draft.bodyId, currentFiscalYear(todayInTokyo(at)));
      if (body === undefined) return refuse({ field: 'bodyId', kind: 'unknown-body' });
      const before = target === null ? undefined : await record.bodyMembers.find(target.memberId);
      if (target !== null && before === undefined) return refuse({ kind: 'gone' });
      if (before?.revision !== target?.revision)
        return refuse(await record.changedMeanwhile(subjectOf('body-member', target?.memberId ?? '')));

      const { bodyId, title, office, copiedTo, proxies, startsOn, endsOn = null } = draft;
      if (endsOn !== null && endsOn < startsOn) return refuse({ field: 'endsOn', kind: 'ends-before-start' });
      const same = before !== undefined && namesStill(before.person, draft);
      const person = same ? succeed(before.person) : await keepPerson(record, draft, slack, at);
      if (!person.ok) return person;
      const { id: personId, name } = person.value;
      const others = (await record.bodyMembers.all(bodyId)).filter(({ id }) => id !== before?.id);
      const isTwice = others.some(
        (other) => other.person.id === personId && overlap(termOf(other), termOf({ startsOn, endsOn })),
      );
      if (isTwice) return refuse({ field: 'startsOn', kind: 'already-member', name });

      const id = before?.id ?? randomUUID();
      const position = draft.position ?? before?.position ?? lastPosition(others);
      const after = { bodyId, personId, title, office, position, copiedTo, proxies, startsOn, endsOn };
      if (before === undefined) await record.bodyMembers.create(id, after, { by: actor.id, at });
      else await record.bodyMembers.put(id, after);
      await record.audit({ subject: subjectOf('body-member', id), before: before && factsOf(before), after });
      return succeed({ name, bodyName: body.name, personId, office });
    },
  );
};
