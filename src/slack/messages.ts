import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { isMissing } from './errors.ts';

/** What the bot asks about messages of others. */
export type Messages = {
  /** Whose a message is, as Slack knows it; undefined when there is none by a person. */
  readonly authorOf: (channel: string, ts: string) => Promise<string | undefined>;
  /** How many reactions a message has. */
  readonly reactionsTo: (channel: string, ts: string) => Promise<number>;
};

const Message = z.object({
  user: z.string().optional(),
  bot_id: z.string().optional(),
  reactions: z.array(z.object({ count: z.number() })).default([]),
});

export const createMessages = (client: WebClient): Messages => {
  /** The message itself: it is the first of its thread, or of the thread it stands in. */
  const find = async (channel: string, ts: string): Promise<z.infer<typeof Message> | undefined> => {
    try {
      const { messages = [] } = await client.conversations.replies({
        channel,
        ts,
        oldest: ts,
        latest: ts,
        inclusive: true,
        limit: 100,
      });
      const found = messages.find((message) => message.ts === ts);
      return found === undefined ? undefined : Message.parse(found);
    } catch (error) {
      if (isMissing(error, 'thread')) return undefined;
      throw error;
    }
  };
  return {
    authorOf: async (channel, ts) => {
      const message = await find(channel, ts);
      return message?.bot_id === undefined ? message?.user : undefined;
    },
    reactionsTo: async (channel, ts) =>
      ((await find(channel, ts))?.reactions ?? []).reduce((sum, { count }) => sum + count, 0),
  };
};
