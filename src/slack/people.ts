import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { withoutBadLetters } from '../domain/bad-letters.ts';
import type { Clock } from '../domain/clock.ts';
import { nameKey } from '../domain/person/written-name.ts';
import { isMissing, isRateLimited } from './errors.ts';

/** A person as Slack knows them, as far as the bot needs it. */
export type SlackPerson = {
  readonly id: string;
  /** The workspaces that they belong to: on Enterprise Grid these may be several of one organisation's. */
  readonly teams: readonly string[];
  readonly email: string | null;
  /** The real name, as Slack shows it, without letters that can't be kept; of a blank one the address. */
  readonly name: string;
  readonly isDeactivated: boolean;
  /** A full member of this workspace: no guest, nobody of another organisation, no bot, not deactivated. */
  readonly isMember: boolean;
};

export type People = {
  /** The person, as known for at most five minutes; undefined when Slack does not know the id. */
  readonly find: (userId: string) => Promise<SlackPerson | undefined>;
  /**
   * Somebody who acts, asked for anew for each act: an account that was stopped acts no more, whether or not Slack told of it.
   * While Slack does not answer soon, who is known stays who they were for an hour at most.
   */
  readonly acting: (userId: string) => Promise<SlackPerson | undefined>;
  /** The person as last known, however long ago; undefined who is not. */
  readonly lastKnown: (userId: string) => SlackPerson | undefined;
  /**
   * Whether an account is no full member's any more, as known for at most five minutes. While Slack does not answer soon,
   * nobody is known to have left.
   */
  readonly hasLeft: (userId: string) => Promise<boolean>;
  /** The person of an e-mail address, asked for anew each time; undefined when Slack knows nobody by it. */
  readonly findByEmail: (email: string) => Promise<SlackPerson | undefined>;
  /** Slack ids of people who are named by id or e-mail address, each once; whom Slack does not know is left out. */
  readonly idsOf: (named: readonly string[]) => Promise<readonly string[]>;
  /**
   * Takes a person as Slack tells of them by itself, and gives them; from then on that is what is known. One who is told of in
   * part is undefined, and asked for when next needed.
   */
  readonly told: (user: { readonly id: string }) => SlackPerson | undefined;
  /** Everybody in the workspace, in pages as Slack gives them. */
  readonly all: () => AsyncIterable<readonly SlackPerson[]>;
  /** The accounts of these addresses, part by part. It takes as long as Slack has it wait, and holds up nobody. */
  readonly ofAddresses: (emails: readonly string[]) => AsyncIterable<readonly SlackPerson[]>;
  /** Whether Slack knows the id at all, asked for anew; it takes its time as `ofAddresses` does. */
  readonly isKnown: (userId: string) => Promise<boolean>;
};

/** Who was asked for, or told of by Slack itself, and when. */
export type KeptPeople = Map<
  string,
  { readonly at: number; readonly person: SlackPerson | undefined; readonly isTold?: boolean }
>;

const KEPT_FOR_MS = 5 * 60 * 1000;
/** What one gesture sends together is one question. */
const ACTS_FOR_MS = 5000;
/** How long an answer of Slack's about somebody is waited for where the work can go on without it. */
const PATIENCE_MS = 1000;
/** How old an answer may be that still counts while Slack has everybody wait: an old answer is better than none. */
const COUNTS_FOR_MS = 60 * 60 * 1000;

/** The part of Slack's user object that the bot reads. */
const User = z.object({
  id: z.string(),
  team_id: z.string().default(''),
  // Of people of an organisation with several workspaces only.
  enterprise_user: z
    .object({ teams: z.array(z.string()) })
    .optional()
    .catch(undefined),
  name: z.string().default(''),
  real_name: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  profile: z.object({ real_name: z.string().optional(), email: z.string().optional() }).default({}),
});

/** A user object that says all that is read here: a guest must not pass for a member because nothing is said of it. */
const WholeUser = z
  .looseObject({
    team_id: z.string().min(1),
    deleted: z.boolean(),
    profile: z.looseObject({ real_name: z.string() }),
  })
  .and(
    z.union([
      z.looseObject({ deleted: z.literal(true) }),
      z.looseObject({ is_restricted: z.boolean(), is_ultra_restricted: z.boolean() }),
    ]),
  );

/** Whether anything of a name can be seen. */
const isWritten = (name: string | undefined): name is string => name !== undefined && nameKey(name) !== '';

/** Reads Slack's user object, from an answer or an event; undefined when it is none. */
const readSlackPerson = (user: unknown): SlackPerson | undefined => {
  const read = User.safeParse(user).data;
  if (read === undefined) return undefined;
  const email = read.profile.email?.toLowerCase();
  const outside = read.is_restricted || read.is_ultra_restricted || read.is_stranger;
  return {
    id: read.id,
    teams: [...new Set([read.team_id, ...(read.enterprise_user?.teams ?? [])])].filter((id) => id !== ''),
    email: email ?? null,
    name: withoutBadLetters(
      [read.profile.real_name, read.real_name, email, read.name].find(isWritten) ?? read.id,
    ),
    isDeactivated: read.deleted,
    isMember: !(outside || read.is_bot || read.deleted),
  };
};

/** People a page of `users.list`, as Slack recommends. */
const PAGE = 200;

/** At most this many addresses are asked for one by one, below the 50 a minute that Slack takes; for more, everybody is listed. */
const MOST_ADDRESSES = 25;

/** `lister` asks for many: Slack may have it wait, and that must hold up nobody who asks for one. */
export const createPeople = (
  client: WebClient,
  clock: Clock,
  lister: WebClient = client,
  kept: KeptPeople = new Map(),
): People => {
  const ageOf = ({ at }: { readonly at: number }): number => clock.now().getTime() - at;
  const keep = (userId: string, person: SlackPerson | undefined, isTold: boolean): void => {
    // The newest last. Slack tells of everybody who changes their status: an old answer that counts no more is not kept.
    kept.delete(userId);
    kept.set(userId, { at: clock.now().getTime(), person, isTold });
    for (const [id, old] of kept) {
      if (ageOf(old) < COUNTS_FOR_MS) break;
      // Who has left stays known: so they are taken while Slack does not answer.
      if (old.person?.isMember === true) kept.delete(id);
    }
  };
  /** What Slack answers of a user; undefined when it says that there is none. */
  const known = async (asked: Promise<{ readonly user?: unknown }>): Promise<SlackPerson | undefined> => {
    try {
      return readSlackPerson((await asked).user);
    } catch (error) {
      if (isMissing(error, 'person')) return undefined;
      throw error;
    }
  };
  const ask = async (userId: string): Promise<SlackPerson | undefined> => {
    const before = kept.get(userId);
    const person = await known(client.users.info({ user: userId }));
    const meanwhile = kept.get(userId);
    // An answer that comes slowly is older than what Slack has told of since it was asked.
    if (meanwhile !== before && meanwhile?.isTold === true) return meanwhile.person;
    keep(userId, person, false);
    return person;
  };
  /** What Slack says of somebody, or `otherwise` while it does not answer soon. */
  const askSoon = <T>(userId: string, otherwise: T): Promise<SlackPerson | undefined | T> => {
    const patience = new Promise<T>((resolve) => {
      setTimeout(() => resolve(otherwise), PATIENCE_MS).unref();
    });
    return Promise.race([ask(userId).catch(() => otherwise), patience]);
  };
  const findByEmail: People['findByEmail'] = (email) => known(client.users.lookupByEmail({ email }));
  const all: People['all'] = async function* () {
    let cursor: string | undefined;
    do {
      const { members = [], response_metadata } = await lister.users.list({
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      });
      yield members.flatMap((member) => readSlackPerson(member) ?? []);
      cursor = response_metadata?.next_cursor;
    } while (cursor !== undefined && cursor !== '');
  };
  return {
    find: async (userId) => {
      const before = kept.get(userId);
      if (before !== undefined && ageOf(before) < KEPT_FOR_MS) return before.person;
      try {
        return await ask(userId);
      } catch (error) {
        if (before !== undefined && ageOf(before) < COUNTS_FOR_MS && isRateLimited(error))
          return before.person;
        throw error;
      }
    },
    acting: async (userId) => {
      const before = kept.get(userId);
      if (before === undefined || ageOf(before) >= COUNTS_FOR_MS) return ask(userId);
      if (ageOf(before) < ACTS_FOR_MS) return before.person;
      return askSoon(userId, before.person);
    },
    lastKnown: (userId) => kept.get(userId)?.person,
    hasLeft: async (userId) => {
      const before = kept.get(userId);
      if (before !== undefined && ageOf(before) < KEPT_FOR_MS) return before.person?.isMember !== true;
      const person = await askSoon(userId, before === undefined ? ('unknown' as const) : before.person);
      return person !== 'unknown' && person?.isMember !== true;
    },
    findByEmail,
    idsOf: async (named) => {
      const ids = await Promise.all(
        named.map(async (name) => (name.includes('@') ? (await findByEmail(name))?.id : name.toUpperCase())),
      );
      return [...new Set(ids.flatMap((id) => id ?? []))];
    },
    told: (user) => {
      kept.delete(user.id);
      const person = WholeUser.safeParse(user).success ? readSlackPerson(user) : undefined;
      if (person !== undefined) keep(person.id, person, true);
      return person;
    },
    all,
    ofAddresses: async function* (emails) {
      const sought = new Set(emails);
      if (sought.size <= MOST_ADDRESSES) {
        for (const email of sought) {
          const person = await known(lister.users.lookupByEmail({ email }));
          if (person !== undefined) yield [person];
        }
        return;
      }
      for await (const page of all()) {
        const found = page.filter(({ email }) => email !== null && sought.has(email));
        for (const { email, isDeactivated } of found) if (!isDeactivated) sought.delete(email ?? '');
        if (found.length > 0) yield found;
        if (sought.size === 0) return;
      }
    },
    isKnown: async (userId) => (await known(lister.users.info({ user: userId }))) !== undefined,
  };
};
