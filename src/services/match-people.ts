import { trusted } from '../domain/actor.ts';
import type { Person } from '../domain/person.ts';
import { succeed } from '../domain/result.ts';
import type { SlackPerson } from '../slack/people.ts';
import type { ServiceDeps } from './service-deps.ts';

/** What Slack knows of somebody changes in the record: the account, the address, the name, whether they have left. */
const changeOf = (person: Person, slack: SlackPerson, at: Date): Partial<Omit<Person, 'id'>> | undefined => {
  const wanted = {
    slackId: slack.id,
    email: slack.email ?? person.email,
    name: slack.name,
    deactivatedAt: slack.isDeactivated ? (person.deactivatedAt ?? at) : null,
  };
  const isSame =
    wanted.slackId === person.slackId &&
    wanted.email === person.email &&
    wanted.name === person.name &&
    wanted.deactivatedAt?.getTime() === person.deactivatedAt?.getTime();
  return isSame ? undefined : wanted;
};

/** Who somebody of Slack is in the record: by the Slack id, else by an e-mail that no account has yet. */
const matcherOf = (people: readonly Person[]) => {
  const bySlackId = new Map(people.map((person) => [person.slackId, person]));
  const byEmail = new Map(people.map((person) => [person.email, person]));
  return (slack: SlackPerson): Person | undefined => {
    const known = bySlackId.get(slack.id);
    if (known !== undefined || slack.email === null || !slack.isMember) return known;
    const named = byEmail.get(slack.email);
    return named?.slackId === null ? named : undefined;
  };
};

/** An address that another row bears already stays with that row. */
const withoutTakenEmail = (
  change: Partial<Omit<Person, 'id'>>,
  person: Person,
  people: readonly Person[],
): Partial<Omit<Person, 'id'>> =>
  people.some(({ id, email }) => id !== person.id && email !== null && email === change.email)
    ? { ...change, email: person.email }
    : change;

/** How many rows were changed, and how many of them by a deactivated account. */
export type Matched = { readonly changed: number; readonly deactivated: number };

/**
 * Brings people of the record to what Slack says of them: e-mail match, new names, deactivated accounts. Nobody is added:
 * only who is in the record already is looked after.
 */
export const matchPeople = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
  slackPeople: readonly SlackPerson[],
  by: string,
): Promise<Matched> => {
  const at = clock.now();
  const actor = trusted(workspaceId, by, 'job');
  const matched = await db.act<Matched, never>({ actor, action: 'match-people', at }, async (record) => {
    const people = await record.people.all();
    const match = matcherOf(people);
    const counts = { changed: 0, deactivated: 0 };
    for (const slack of slackPeople) {
      const person = match(slack);
      const change = person && changeOf(person, slack, at);
      if (person === undefined || change === undefined) continue;
      const kept = withoutTakenEmail(change, person, people);
      await record.people.put(person.id, kept);
      await record.audit({ subject: `person:${person.id}`, before: person, after: kept });
      counts.changed += 1;
      if (person.deactivatedAt === null && slack.isDeactivated) counts.deactivated += 1;
    }
    return succeed(counts);
  });
  return matched.ok ? matched.value : { changed: 0, deactivated: 0 };
};
