import { type Changes, createChanges } from './changes.ts';
import { createMessageStore, createTimestamps, type MessageStore } from './message-store.ts';
import { createReadMarks, type ReadMarks } from './read-marks.ts';
import {
  type BotIdentity,
  type Channel,
  type ChannelSeed,
  channelFrom,
  type Enterprise,
  type Person,
  type PersonSeed,
  personFrom,
  practiceBot,
  type Team,
} from './seed.ts';
import { type AnswerUrls, createAnswerUrls, createTriggers, type Triggers } from './tickets.ts';
import { createViewStore, type ViewStore } from './view-store.ts';

export type WorkspaceSeed = {
  readonly team: Team;
  /** The organisation it belongs to. */
  readonly enterprise?: Enterprise | undefined;
  /** Who the bot is in it. */
  readonly bot?: BotIdentity;
  readonly people: readonly PersonSeed[];
  readonly channels: readonly ChannelSeed[];
};

/** Everything Slack remembers of one workspace, in memory. */
export type Workspace = {
  readonly team: Team;
  readonly enterprise: Enterprise | undefined;
  readonly bot: BotIdentity;
  readonly now: () => Date;
  readonly changes: Changes;
  readonly messages: MessageStore;
  readonly reads: ReadMarks;
  readonly views: ViewStore;
  readonly triggers: Triggers;
  readonly answerUrls: AnswerUrls;
  /** A new ts, later than every one before. */
  readonly timestamp: () => string;
  /** A new short unique word. */
  readonly token: () => string;
  people(): readonly Person[];
  person(id: string): Person | undefined;
  changePerson(id: string, changes: Omit<PersonSeed, 'id'>): Person;
  channels(): readonly Channel[];
  channel(id: string): Channel | undefined;
  changeChannel(id: string, changes: Omit<Partial<ChannelSeed>, 'id'>): Channel;
  /**
   * The D… id of a person's direct messages with the bot here. E.g. U0TANAKA has D0TANAKA; in an organisation, where the same
   * person may be in several workspaces, D0TANAKA0SAKURA in T0SAKURA.
   */
  dmOf(person: string): string;
  /** Whose direct messages with the bot the D… id is. */
  dmPartner(dm: string): Person | undefined;
  /** What Slack itself last told the person, e.g. that the app did not answer. */
  notice(person: string): string | undefined;
  setNotice(person: string, notice: string | undefined): void;
};

/** Makes short unique words, always the same ones in the same order. */
export const createTokens = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `x${count.toString(36).padStart(6, '0')}`;
  };
};

/** A workspace as seeded, whose time is `now`; `token` makes its short words. Throws when an id is not shaped as Slack's are. */
export const createWorkspace = (seed: WorkspaceSeed, now: () => Date, token: () => string): Workspace => {
  const { bot = practiceBot, enterprise } = seed;
  const botSeed = { id: bot.userId, name: 'kyodo_bot', real_name: bot.name, is_bot: true };
  const people = new Map([botSeed, ...seed.people].map((each) => [each.id, personFrom(each, seed.team)]));
  const channels = new Map(seed.channels.map((each) => [each.id, channelFrom(each, [...people.keys()])]));
  for (const id of people.keys()) if (!/^[UW][A-Z0-9]{2,}$/.test(id)) throw new Error(`not a user id: ${id}`);
  for (const id of channels.keys())
    if (!/^C[A-Z0-9]{2,}$/.test(id)) throw new Error(`not a channel id: ${id}`);

  const changes = createChanges();
  const timestamp = createTimestamps(now);
  const notices = new Map<string, string>();
  const known = <T>(found: T | undefined, id: string): T => {
    if (found === undefined) throw new Error(`not in this workspace: ${id}`);
    return found;
  };
  const messages = createMessageStore(changes, timestamp, token);
  const dmOf = (person: string): string =>
    `D${person.slice(1)}${enterprise === undefined ? '' : seed.team.id.slice(1)}`;
  const partner = (dm: string): Person | undefined =>
    [...people.values()].find((person) => dmOf(person.id) === dm && !person.is_bot);
  const readersOf = (place: string): readonly string[] => {
    const reader = partner(place);
    const all = reader === undefined ? (channels.get(place)?.members ?? []) : [reader.id];
    return all.filter((id) => people.get(id)?.is_bot !== true);
  };
  return {
    team: seed.team,
    enterprise,
    bot,
    now,
    changes,
    messages,
    reads: createReadMarks(messages, readersOf),
    views: createViewStore(changes, () => `V${token().toUpperCase()}`, token),
    triggers: createTriggers(now, token),
    answerUrls: createAnswerUrls(now, token),
    timestamp,
    token,
    people: () => [...people.values()],
    person: (id) => people.get(id),
    changePerson: (id, change) => {
      const person = personFrom({ ...known(people.get(id), id), ...change }, seed.team);
      people.set(id, person);
      changes.tell({ kind: 'people' });
      return person;
    },
    channels: () => [...channels.values()],
    channel: (id) => channels.get(id),
    changeChannel: (id, change) => {
      const channel = { ...known(channels.get(id), id), ...change };
      channels.set(id, channel);
      changes.tell({ kind: 'people' });
      return channel;
    },
    dmOf,
    dmPartner: partner,
    notice: (person) => notices.get(person),
    setNotice: (person, notice) => {
      if (notice === undefined) notices.delete(person);
      else notices.set(person, notice);
      changes.tell({ kind: 'notice', person });
    },
  };
};
