import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import { isMissing } from './errors.ts';

/** A person as Slack knows them, as far as the bot needs it. */
export type SlackPerson = {
  readonly id: string;
  readonly teamId: string;
  readonly email: string | null;
  /** The real name, as Slack shows it. */
  readonly name: string;
  readonly isDeactivated: boolean;
  /** A full member of this workspace: no guest, nobody of another organisation, no bot, not deactivated. */
  readonly isMember: boolean;
};

export type People = {
  /** The person, as known for at most five minutes; undefined when Slack does not know the id. */
  readonly find: (userId: string) => Promise<SlackPerson | undefined>;
  /** The person of an e-mail address, asked for anew each time; undefined when Slack knows nobody by it. */
  readonly findByEmail: (email: string) => Promise<SlackPerson | undefined>;
  /** Slack ids of people who are named by id or e-mail address, each once; whom Slack does not know is left out. */
  readonly idsOf: (named: readonly string[]) => Promise<readonly string[]>;
  /** Has the person asked for anew: Slack has told of a change. */
  readonly forget: (userId: string) => void;
  /** Everybody in the workspace, in pages as Slack gives them. */
  readonly all: () => AsyncIterable<readonly SlackPerson[]>;
};

const KEPT_FOR_MS = 5 * 60 * 1000;

/** As much of Slack's user object as the bot reads. */
const User = z.object({
  id: z.string(),
  team_id: z.string().default(''),
  name: z.string().default(''),
  real_name: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  profile: z.object({ real_name: z.string().optional(), email: z.string().optional() }).default({}),
});

/** Reads Slack's user object, from an answer or an event; undefined when it is none. */
const readSlackPerson = (user: unknown): SlackPerson | undefined => {
  const read = User.safeParse(user).data;
  if (read === undefined) return undefined;
  const outside = read.is_restricted || read.is_ultra_restricted || read.is_stranger;
  return {
    id: read.id,
    teamId: read.team_id,
    email: read.profile.email?.toLowerCase() ?? null,
    name: read.profile.real_name || read.real_name || read.name || read.id,
    isDeactivated: read.deleted,
    isMember: !(outside || read.is_bot || read.deleted),
  };
};

/** So many people a page of `users.list`, as Slack recommends. */
const PAGE = 200;

/** `lister` asks for everybody: many pages, for which Slack may have it wait, and that must hold up nobody who asks for one. */
export const createPeople = (client: WebClient, clock: Clock, lister: WebClient = client): People => {
  const kept = new Map<string, { readonly until: number; readonly person: SlackPerson | undefined }>();
  /** What Slack answers of a user; undefined when it says that there is none. */
  const known = async (asked: Promise<{ readonly user?: unknown }>): Promise<SlackPerson | undefined> => {
    try {
      return readSlackPerson((await asked).user);
    } catch (error) {
      if (isMissing(error, 'person')) return undefined;
      throw error;
    }
  };
  const findByEmail: People['findByEmail'] = (email) => known(client.users.lookupByEmail({ email }));
  return {
    find: async (userId) => {
      const now = clock.now().getTime();
      const before = kept.get(userId);
      if (before !== undefined && before.until > now) return before.person;
      const person = await known(client.users.info({ user: userId }));
      kept.set(userId, { until: now + KEPT_FOR_MS, person });
      return person;
    },
    findByEmail,
    idsOf: async (named) => {
      const ids = await Promise.all(
        named.map(async (name) => (name.includes('@') ? (await findByEmail(name))?.id : name.toUpperCase())),
      );
      return [...new Set(ids.flatMap((id) => id ?? []))];
    },
    forget: (userId) => {
      kept.delete(userId);
    },
    all: async function* () {
      let cursor: string | undefined;
      do {
        const { members = [], response_metadata } = await lister.users.list({
          limit: PAGE,
          ...(cursor === undefined ? {} : { cursor }),
        });
        yield members.flatMap((member) => readSlackPerson(member) ?? []);
        cursor = response_metadata?.next_cursor;
      } while (cursor !== undefined && cursor !== '');
    },
  };
};
