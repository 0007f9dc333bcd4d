import type { MessageStore } from './message-store.ts';
import type { StoredMessage } from './stored.ts';

/** Up to which message each person has read each channel. Nothing counts as read before somebody has looked at it. */
export type ReadMarks = {
  /** `person` has read `channel` up to `ts`; an older ts changes nothing. */
  read(person: string, channel: string, ts: string): void;
  /** How many messages of others `person` has not read in `channel`. Replies in threads do not count, as in Slack. */
  unread(person: string, channel: string): number;
  /** The same over all places of everybody who has any, by user id. */
  unreadOfAll(): Readonly<Record<string, number>>;
};

/** Marks for `messages`; `readersOf` gives the user ids of those who read in a channel. */
export const createReadMarks = (
  messages: MessageStore,
  readersOf: (channel: string) => readonly string[],
): ReadMarks => {
  const marks = new Map<string, string>();
  const upTo = (person: string, channel: string): string => marks.get(`${person} ${channel}`) ?? '';
  const isNews = (person: string, message: StoredMessage): boolean =>
    message.threadTs === undefined &&
    message.author !== person &&
    (message.ephemeralFor === undefined || message.ephemeralFor === person) &&
    message.ts > upTo(person, message.channel);
  return {
    read: (person, channel, ts) => {
      if (ts > upTo(person, channel)) marks.set(`${person} ${channel}`, ts);
    },
    unread: (person, channel) => messages.in(channel).filter((message) => isNews(person, message)).length,
    unreadOfAll: () => {
      const counts = new Map<string, number>();
      for (const message of messages.all())
        for (const person of readersOf(message.channel))
          if (isNews(person, message)) counts.set(person, (counts.get(person) ?? 0) + 1);
      return Object.fromEntries(counts);
    },
  };
};
