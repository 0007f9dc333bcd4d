import type { ActingRecord } from '../../db/database.ts';
import { trusted } from '../../domain/actor.ts';
import type { Log } from '../../domain/log.ts';
import { isReachable, type Person } from '../../domain/person/person.ts';
import { type Meant, matcherOf } from '../../domain/person/whose-account.ts';
import { succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { People, SlackPerson } from '../../slack/people.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What Slack knows of somebody changes in the record: the account, the address, a name nobody wrote, whether they have left. */
const changeOf = (person: Person, slack: SlackPerson, at: Date): Partial<Omit<Person, 'id'>> | undefined => {
  const wanted = {
    slackId: slack.id,
    // A stopped account has no say: the recorded address is by which another one is found.
    email: (slack.isDeactivated ? null : slack.email) ?? person.email,
    name: person.nameFromSlack ? slack.name : person.name,
    deactivatedAt: slack.isDeactivated ? (person.deactivatedAt ?? at) : null,
  };
  const isSame =
    wanted.slackId === person.slackId &&
    wanted.email === person.email &&
    wanted.name === person.name &&
    wanted.deactivatedAt?.getTime() === person.deactivatedAt?.getTime();
  return isSame ? undefined : wanted;
};

/** An address that another row bears already stays with that row. */
const withoutTakenEmail = (
  change: Partial<Omit<Person, 'id'>>,
  person: Person,
  other: Person | undefined,
): Partial<Omit<Person, 'id'>> =>
  other !== undefined && other.email === change.email ? { ...change, email: person.email } : change;

/**
 * Notes whose address a living account bears that the record has otherwise, and what is so no more. Gives the ids of those who
 * wait for a choice.
 */
const noteClaims = async (
  { people }: ActingRecord,
  slackPeople: readonly SlackPerson[],
  match: (slack: SlackPerson) => Meant,
): Promise<ReadonlySet<string>> => {
  const claims = new Map((await people.claims()).map((claim) => [claim.claimant, claim]));
  for (const slack of slackPeople) {
    const before = claims.get(slack.id);
    const { other } = match(slack);
    if (before?.person.id === other?.id) continue;
    claims.delete(slack.id);
    if (before !== undefined) await people.claim(before.person.id, null);
    if (other === undefined) continue;
    await people.claim(other.id, slack.id);
    claims.set(slack.id, { person: other, claimant: slack.id, isLeft: false });
  }
  return new Set([...claims.values()].flatMap(({ person, isLeft }) => (isLeft ? [] : person.id)));
};

/** How many rows were changed, and how many of them by a deactivated account. */
export type Matched = { readonly changed: number; readonly deactivated: number };

/** Many people are looked at within one transaction. */
const MATCH_WITHIN_MS = 60_000;

/**
 * Brings people of the record to what Slack says of them: e-mail match, names nobody wrote, deactivated accounts. Nobody is
 * added: only who is in the record already is looked after. `lost` are accounts of the record that Slack does not know any
 * more: they count as deactivated, so that one made anew can take over. `everybody` are those among whom it is looked whose
 * address another account bears: of such a one the recorded address stays until the secretariat has chosen.
 */
export const matchPeople = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
  slackPeople: readonly SlackPerson[],
  by: string,
  lost: readonly string[] = [],
  everybody: readonly SlackPerson[] = slackPeople,
): Promise<Matched> => {
  const at = clock.now();
  const actor = trusted(workspaceId, by, 'job');
  const act = { actor, action: 'match-people', at, withinMs: MATCH_WITHIN_MS } as const;
  const matched = await db.act<Matched, never>(act, async (record) => {
    // People come into the record through the roster too, and two may look after them at once.
    await record.appointments.lock();
    const before = await record.people.all();
    const counts = { changed: 0, deactivated: 0 };
    const put = async (person: Person, change: Partial<Omit<Person, 'id'>>): Promise<void> => {
      await record.people.put(person.id, change);
      await record.audit({ subject: subjectOf('person', person.id), before: person, after: change });
      counts.changed += 1;
      if (person.deactivatedAt === null && change.deactivatedAt != null) counts.deactivated += 1;
    };
    const gone = new Set(lost);
    const people = before.map((person) =>
      gone.has(person.slackId ?? '') && person.deactivatedAt === null
        ? { ...person, deactivatedAt: at }
        : person,
    );
    for (const [index, person] of people.entries())
      if (before[index] !== person) await put(before[index] ?? person, { deactivatedAt: at });
    const match = matcherOf(people);
    // Slack lists people of other organisations too, whom it knows by a shared channel.
    const isOurs = ({ teams }: SlackPerson): boolean => teams.includes(workspaceId);
    const waiting = await noteClaims(record, everybody.filter(isOurs), match);
    for (const slack of slackPeople.filter(isOurs)) {
      const { person, other } = match(slack);
      const known = waiting.has(person?.id ?? '') ? { ...slack, email: null } : slack;
      const change = person && changeOf(person, known, at);
      if (person !== undefined && change !== undefined)
        await put(person, withoutTakenEmail(change, person, other));
    }
    return succeed(counts);
  });
  return matched.ok ? matched.value : { changed: 0, deactivated: 0 };
};

type MatchDeps = ServiceDeps & {
  readonly people: Pick<People, 'all' | 'ofAddresses' | 'isKnown'>;
};

/** Accounts of the record that a whole listing did not have and that Slack, asked for each, does not know. */
const lostAmong = async (
  { db, people }: MatchDeps,
  workspaceId: string,
  listed: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const known = await db.record(workspaceId).people.all();
  const missing = known.filter(isReachable).flatMap(({ slackId }) => slackId ?? []);
  const lost: string[] = [];
  for (const slackId of missing)
    if (!listed.has(slackId) && !(await people.isKnown(slackId))) lost.push(slackId);
  return lost;
};

/** Looks after everybody of the record whom Slack knows, and notices whom it does not know any more. */
export const matchEverybody = async (deps: MatchDeps, workspaceId: string, by: string): Promise<Matched> => {
  const pages: (readonly SlackPerson[])[] = [];
  for await (const page of deps.people.all()) pages.push(page);
  const listed = new Set(pages.flat().map(({ id }) => id));
  // First who is lost: an account made anew takes over from one that is.
  const lost = await lostAmong(deps, workspaceId, listed);
  const counts = { changed: 0, deactivated: 0 };
  for (const [page, gone] of [[[], lost] as const, ...pages.map((each) => [each, []] as const)]) {
    const { changed, deactivated } = await matchPeople(deps, workspaceId, page, by, gone, pages.flat());
    counts.changed += changed;
    counts.deactivated += deactivated;
  }
  return counts;
};

/** Notes that Slack was asked about the addresses of `sought`, where they still have them. Gives the people of `ids` as the record has them then. */
const noteSought = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
  sought: readonly Person[],
  ids: readonly string[] = [],
): Promise<readonly Person[]> => {
  const at = clock.now();
  const actor = trusted(workspaceId, 'job:connect-people', 'job');
  const noted = await db.act<readonly Person[], never>(
    { actor, action: 'note-sought', at },
    async ({ appointments, people }) => {
      await appointments.lock();
      await people.noteSought(sought, at);
      return succeed(await people.ofIds(ids));
    },
  );
  return noted.ok ? noted.value : [];
};

/** Asks Slack for the accounts of these people's addresses and connects them. */
const connect = async (
  deps: MatchDeps,
  workspaceId: string,
  people: readonly Person[],
  by: string,
): Promise<number> => {
  let connected = 0;
  const emails = people.flatMap(({ email }) => email ?? []);
  for await (const found of deps.people.ofAddresses(emails))
    connected += (await matchPeople(deps, workspaceId, found, by)).changed;
  return connected;
};

/** Connects those who came into the record by whichever way, each address asked for once: the daily look follows. */
export const connectUnsought = async (
  deps: MatchDeps,
  workspaceId: string,
  by: string,
): Promise<{ readonly connected: number }> => {
  const unsought = await deps.db.record(workspaceId).people.unsought();
  try {
    return { connected: await connect(deps, workspaceId, unsought, by) };
  } finally {
    // Afterwards, for a process that is killed has asked for nobody; in any case, for Slack that does not answer is not asked every minute.
    await noteSought(deps, workspaceId, unsought);
  }
};

/** Why messages do not reach somebody: no account by the address, no address, or a stopped account. */
type WithoutAccount = 'not-found' | 'no-address' | 'deactivated';

/** Who of some people of the record has a Slack account, and who by name has none. */
export type Accounts = {
  readonly connected: number;
  readonly without: readonly { readonly name: string; readonly why: WithoutAccount }[];
  /** Whether Slack could be asked. Where not, it is asked again later. */
  readonly isAsked: boolean;
};

const whyWithout = ({ slackId, email }: Person): WithoutAccount => {
  if (slackId !== null) return 'deactivated';
  return email === null ? 'no-address' : 'not-found';
};

/** Connects people of the record by their addresses, and says who of them has an account now. Never throws for Slack's sake. */
export const connectPeople = async (
  { log, ...deps }: MatchDeps & { readonly log: Pick<Log, 'warn'> },
  workspaceId: string,
  ids: readonly string[],
): Promise<Accounts> => {
  const before = await deps.db.record(workspaceId).people.ofIds(ids);
  const sought = before.filter((person) => person.email !== null && !isReachable(person));
  const isAsked = await connect(deps, workspaceId, sought, 'job:connect-people').then(
    () => true,
    (error: unknown) => {
      log.warn({ err: error }, 'accounts could not be looked up');
      return false;
    },
  );
  // Whether or not Slack answered, it may have told of somebody meanwhile.
  const people = await noteSought(deps, workspaceId, isAsked ? sought : [], ids);
  const without = people.filter((person) => !isReachable(person));
  return {
    connected: people.length - without.length,
    without: without.map((person) => ({ name: person.name, why: whyWithout(person) })),
    isAsked,
  };
};
