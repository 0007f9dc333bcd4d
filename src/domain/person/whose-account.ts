import type { Person } from './person.ts';

/** What is asked of an account of Slack. */
type Account = { readonly id: string; readonly email: string | null; readonly isMember: boolean };

/** Who an account of Slack is in the record; `other` has its address and an account that is at work. */
export type Meant = { readonly person?: Person | undefined; readonly other?: Person | undefined };

/**
 * Who somebody of Slack is in the record: by the Slack id, else by an e-mail that no account has yet, or one that is
 * stopped: an account made anew takes over. A living one is never pushed out.
 */
export const matcherOf = (people: readonly Person[]): ((slack: Account) => Meant) => {
  const bySlackId = new Map(people.map((person) => [person.slackId, person]));
  const byEmail = new Map(people.map((person) => [person.email, person]));
  return (slack) => {
    const known = bySlackId.get(slack.id);
    if (slack.email === null || !slack.isMember) return { person: known };
    const named = byEmail.get(slack.email);
    if (named === undefined || named === known) return { person: known };
    if (known !== undefined) return { person: known, other: named };
    const isFree = named.slackId === null || named.deactivatedAt !== null;
    return isFree ? { person: named } : { other: named };
  };
};
