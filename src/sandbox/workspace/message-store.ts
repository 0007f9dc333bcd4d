import type { Changes } from './changes.ts';
import { withIds } from './shapes.ts';
import type { StoredMessage } from './stored.ts';

type MessageDraft = Omit<StoredMessage, 'ts' | 'edited'>;
type MessageEdit = Pick<Partial<StoredMessage>, 'text' | 'blocks' | 'metadata'>;

/** All messages, in the order they were posted. */
export type MessageStore = {
  post(draft: MessageDraft): StoredMessage;
  find(channel: string, ts: string): StoredMessage | undefined;
  /** Replaces what `edit` names and marks the message as edited; what it does not name stays. */
  edit(message: StoredMessage, edit: MessageEdit): StoredMessage;
  /** Adds a person's reaction. */
  react(message: StoredMessage, name: string, person: string): void;
  /** Takes a person's reaction back. */
  unreact(message: StoredMessage, name: string, person: string): void;
  remove(message: StoredMessage): void;
  /** What stands in the thread of a message, oldest first. */
  replies(head: Pick<StoredMessage, 'channel' | 'ts'>): readonly StoredMessage[];
  /** What answers one person, oldest first. */
  answersTo(person: string): readonly StoredMessage[];
  /** Those of one channel, oldest first, with every person's ephemeral ones and all replies. */
  in(channel: string): readonly StoredMessage[];
  all(): readonly StoredMessage[];
};

/** Seconds with six decimals, always later than the one before even when the clock stands still or goes back. */
export const createTimestamps = (now: () => Date): (() => string) => {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now().getTime() * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
};

/** An empty store that tells `changes` what happens to it; `id` makes the block ids that a payload left out. */
export const createMessageStore = (
  changes: Changes,
  timestamp: () => string,
  id: () => string,
): MessageStore => {
  const messages = new Map<string, StoredMessage>();
  const threads = new Map<string, Set<string>>();
  const answers = new Map<string, Set<string>>();
  const keyOf = (channel: string, ts: string): string => `${channel}/${ts}`;
  const keep = (message: StoredMessage): StoredMessage => {
    messages.set(keyOf(message.channel, message.ts), message);
    return message;
  };
  const note = (lists: Map<string, Set<string>>, under: string, { channel, ts }: StoredMessage): void => {
    lists.set(under, (lists.get(under) ?? new Set()).add(keyOf(channel, ts)));
  };
  const noted = (lists: Map<string, Set<string>>, under: string): readonly StoredMessage[] =>
    [...(lists.get(under) ?? [])].flatMap((key) => messages.get(key) ?? []);
  const setReaction = (message: StoredMessage, name: string, person: string, isOn: boolean): void => {
    const others = (message.reactions?.[name] ?? []).filter((each) => each !== person);
    const all = { ...message.reactions, [name]: isOn ? [...others, person] : others };
    const reactions = Object.fromEntries(Object.entries(all).filter(([, those]) => those.length > 0));
    changes.tell({ kind: 'edited', message: keep({ ...message, reactions }) });
  };
  return {
    post: (draft) => {
      const blocks = draft.blocks === undefined ? {} : { blocks: withIds(draft.blocks, id) };
      const message = keep({ ...draft, ...blocks, ts: timestamp() });
      if (message.threadTs !== undefined) note(threads, keyOf(message.channel, message.threadTs), message);
      if (message.answerTo !== undefined) note(answers, message.answerTo, message);
      changes.tell({ kind: 'posted', message });
      return message;
    },
    find: (channel, ts) => messages.get(keyOf(channel, ts)),
    edit: (message, edit) => {
      const blocks = edit.blocks === undefined ? {} : { blocks: withIds(edit.blocks, id) };
      const edited = keep({ ...message, ...edit, ...blocks, edited: timestamp() });
      changes.tell({ kind: 'edited', message: edited });
      return edited;
    },
    react: (message, name, person) => setReaction(message, name, person, true),
    unreact: (message, name, person) => setReaction(message, name, person, false),
    remove: (message) => {
      messages.delete(keyOf(message.channel, message.ts));
      changes.tell({ kind: 'removed', message });
    },
    replies: ({ channel, ts }) => noted(threads, keyOf(channel, ts)),
    answersTo: (person) => noted(answers, person),
    in: (channel) => [...messages.values()].filter((message) => message.channel === channel),
    all: () => [...messages.values()],
  };
};
