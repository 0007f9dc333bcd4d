import type { Actor } from '../domain/actor.ts';
import type { Mentioned, MentionNames } from '../domain/slack/text.ts';
import type { Channels } from '../slack/channels.ts';
import type { People } from '../slack/people.ts';
import type { ServiceDeps } from './service-deps.ts';

type Naming = Pick<ServiceDeps, 'db'> & {
  readonly people: Pick<People, 'find'>;
  readonly channels: Pick<Channels, 'look'>;
};

/** At most this many names are asked of Slack: somebody waits for a form, which must open within 3 seconds. */
const MOST_ASKED = 50;

const askedFor = async (
  ids: readonly string[],
  nameOf: (id: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, string>> => {
  // A name that can't be had keeps nobody from going on.
  const asked = ids
    .slice(0, MOST_ASKED)
    .map(async (id) => [id, await nameOf(id).catch(() => undefined)] as const);
  return new Map(
    (await Promise.all(asked)).flatMap(([id, name]) => (name === undefined ? [] : [[id, name]])),
  );
};

/** Names of people and channels by Slack id, the record's before Slack's; who is known to neither is left out. */
export const nameMentioned = async (
  { db, people, channels }: Naming,
  mentioned: Mentioned,
  { workspaceId }: Actor,
): Promise<MentionNames> => {
  const recorded = await db.record(workspaceId).people.namesOf(mentioned.people);
  const others = mentioned.people.filter((id) => !recorded.has(id));
  return {
    people: new Map([...recorded, ...(await askedFor(others, async (id) => (await people.find(id))?.name))]),
    channels: await askedFor(mentioned.channels, async (id) => {
      const { name } = await channels.look(id);
      return name === id ? undefined : name;
    }),
  };
};
