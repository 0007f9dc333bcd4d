import type { Actor } from '../domain/actor.ts';
import { type MentionNames, mentionedIn, readableText } from '../domain/slack-text.ts';
import type { Channels } from '../slack/channels.ts';
import type { People } from '../slack/people.ts';
import type { ServiceDeps } from './service-deps.ts';

type Reading = Pick<ServiceDeps, 'db'> & {
  readonly people: Pick<People, 'find'>;
  readonly channels: Pick<Channels, 'look'>;
};

/** So many names are asked for: a form is to be opened within 3 seconds. The others have a word in their place. */
const MOST_ASKED = 20;

const namesOf = async (
  ids: readonly string[],
  nameOf: (id: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, string>> => {
  // A name that can't be had keeps nobody from writing.
  const asked = ids
    .slice(0, MOST_ASKED)
    .map(async (id) => [id, await nameOf(id).catch(() => undefined)] as const);
  return new Map(
    (await Promise.all(asked)).flatMap(([id, name]) => (name === undefined ? [] : [[id, name]])),
  );
};

/** What a message of Slack says, with the names of whom and what it mentions: the record's names before Slack's. */
export const readMessageText = async (
  { db, people, channels }: Reading,
  text: string,
  { workspaceId }: Actor,
): Promise<string> => {
  const mentioned = mentionedIn(text);
  const known = db.record(workspaceId).people;
  const names: MentionNames = {
    people: await namesOf(
      mentioned.people,
      async (id) => (await known.findBySlackId(id))?.name ?? (await people.find(id))?.name,
    ),
    channels: await namesOf(mentioned.channels, async (id) => {
      const { name } = await channels.look(id);
      return name === id ? undefined : name;
    }),
  };
  return readableText(text, names);
};
