import type { BlockShape, JsonObject } from '../workspace/shapes.ts';
import type { StoredMessage } from '../workspace/stored.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { buttonsOf, readBlocks, readMrkdwn } from './reading.ts';
import { waitFor } from './waiting.ts';

/** A message as a person has it before them. A later change makes a new one; `ts` and `channel` stay. */
export type Message = {
  readonly ts: string;
  readonly channel: string;
  /** The author's user id. */
  readonly author: string;
  /** The text of notifications and screen readers. */
  readonly text: string;
  /** What the message says on screen: its blocks as read, or `text` when it has none. */
  readonly plain: string;
  readonly buttons: readonly string[];
  readonly blocks: readonly BlockShape[];
  readonly metadata?: JsonObject;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  /** Of a reply only: the ts of the message it replies to. */
  readonly threadTs?: string;
  readonly edited: boolean;
  /** Shown to one person only. */
  readonly ephemeral: boolean;
};

/** The name of a person or a channel; the id itself when there is none. */
export const nameIn =
  (workspace: Workspace) =>
  (id: string): string =>
    workspace.person(id)?.real_name ?? workspace.channel(id)?.name ?? id;

const NO_BLOCKS: readonly BlockShape[] = [];

/** Reads a stored message as a person would, and its words only when somebody looks at them. */
export const readMessage = (workspace: Workspace, stored: StoredMessage): Message => {
  const blocks = stored.blocks ?? NO_BLOCKS;
  const name = nameIn(workspace);
  return {
    ts: stored.ts,
    channel: stored.channel,
    author: stored.author,
    text: stored.text,
    get plain() {
      return blocks.length > 0 ? readBlocks(blocks, name) : readMrkdwn(stored.text, name);
    },
    get buttons() {
      return buttonsOf(blocks);
    },
    blocks,
    files: stored.files ?? [],
    ...(stored.metadata === undefined ? {} : { metadata: stored.metadata }),
    ...(stored.threadTs === undefined ? {} : { threadTs: stored.threadTs }),
    edited: stored.edited !== undefined,
    ephemeral: stored.ephemeralFor !== undefined,
  };
};

/** The replies in the thread of a message as everyone in the channel sees them, oldest first. */
export const readThread = (workspace: Workspace, channel: string, ts: string): readonly Message[] =>
  workspace.messages
    .replies({ channel, ts })
    .filter((stored) => stored.ephemeralFor === undefined)
    .map((stored) => readMessage(workspace, stored));

const quoted = (messages: readonly Message[]): string =>
  messages.map(({ plain }) => `「${plain}」`).join(' ');

/** Waits at most `patience` milliseconds for a message anywhere that `fits`. */
export const untilAnywhere = (
  workspace: Workspace,
  patience: number,
  fits: (message: Message) => boolean,
): Promise<Message> => {
  const all = (): readonly Message[] => workspace.messages.all().map((each) => readMessage(workspace, each));
  const look = (): Message | undefined => all().find(fits);
  return waitFor(workspace.changes, look, { patience, what: 'a certain message', seen: () => quoted(all()) });
};

/** A channel, or a person's direct messages with the bot, as everyone in it sees it. */
export type Conversation = {
  /** All messages now with those in threads, oldest first, without the ephemeral ones. */
  readonly messages: readonly Message[];
  /** The next message of the bot that `next` has not given yet and that `fits`; waits for it if need be. */
  next(fits?: (message: Message) => boolean): Promise<Message>;
  /** The first message, of now or of later, that `fits`: for changes of a message that is there already. */
  until(fits: (message: Message) => boolean): Promise<Message>;
};

/** Reads the conversation `place`; waits at most `patience` milliseconds. */
export const createConversation = (workspace: Workspace, place: string, patience: number): Conversation => {
  const given = new Set<string>();
  const messages = (): readonly Message[] =>
    workspace.messages
      .in(place)
      .filter((stored) => stored.ephemeralFor === undefined)
      .map((stored) => readMessage(workspace, stored));
  const seen = (): string => quoted(messages());
  return {
    get messages() {
      return messages();
    },
    next: async (fits = () => true) => {
      const fresh = (message: Message): boolean =>
        message.author === workspace.bot.userId && !given.has(message.ts) && fits(message);
      const what = `a new message in ${place}`;
      const found = await waitFor(workspace.changes, () => messages().find(fresh), { patience, what, seen });
      given.add(found.ts);
      return found;
    },
    until: (fits) => {
      const what = `a certain message in ${place}`;
      return waitFor(workspace.changes, () => messages().find(fits), { patience, what, seen });
    },
  };
};
