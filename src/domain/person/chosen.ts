import { z } from 'zod';
import { indexPeople, type Named, whoIsMeant } from './match.ts';
import type { Person } from './person.ts';

/** What Slack says of those chosen whom the record does not know, as far as it is needed here; it may know nothing of one. */
export const AskedOfSlack = z.array(
  z
    .object({ id: z.string(), email: z.string().nullable(), name: z.string(), isMember: z.boolean() })
    .optional(),
);
export type AskedOfSlack = readonly z.infer<typeof AskedOfSlack>[number][];

/** By Slack id, whom the record does not know to have left; and all of `taken`, by their own id. */
const knownBySlackId = (
  people: readonly Person[],
  taken: readonly string[] = [],
): ReadonlyMap<string | null, Person> =>
  new Map(
    people
      .filter(({ id, deactivatedAt }) => deactivatedAt === null || taken.includes(id))
      .map((person) => [person.slackId, person]),
  );

/** Of Slack users chosen in a form, those of whom only Slack can say whether they are members of the workspace. */
export const strangersAmong = (slackIds: readonly string[], people: readonly Person[]): readonly string[] => {
  const known = knownBySlackId(people);
  return [...new Set(slackIds)].filter((slackId) => !known.has(slackId));
};

/**
 * Who is meant by Slack users chosen in a form, each once; `asked` is what Slack says of the strangers among them.
 * Undefined when one of them is no member of the workspace. Who was `taken` before, by their id in the record, may have
 * left since.
 */
export const chosenPeople = (
  slackIds: readonly string[],
  people: readonly Person[],
  asked: AskedOfSlack,
  taken: readonly string[] = [],
): readonly Named[] | undefined => {
  const known = knownBySlackId(people, taken);
  const index = indexPeople(people);
  const answers = new Map(asked.map((person) => [person?.id, person]));
  const named = [...new Set(slackIds)].map((slackId): Named | undefined => {
    const person = known.get(slackId);
    if (person !== undefined) return { kind: 'known', person, learned: {} };
    const answer = answers.get(slackId);
    if (answer?.isMember !== true) return undefined;
    const meant = whoIsMeant(
      { slackId, email: answer.email, name: answer.name, nameFromSlack: true },
      index,
      () => [],
    );
    return meant.ok ? meant.value : undefined;
  });
  return named.every((one) => one !== undefined) ? named : undefined;
};

/** The most people the fields 対象者 and 受講者 take at once. */
export const MOST_CHOSEN = 100;
