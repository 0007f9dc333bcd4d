import type { WebClient } from '@slack/web-api';
import { slackErrorCode } from './errors.ts';

/** What the bot asks about channels. */
export type Channels = {
  /** True for a public, living channel that the bot has been invited to: only there can it see what it has sent. */
  readonly mayPostTo: (channelId: string) => Promise<boolean>;
};

const UNUSABLE = new Set(['channel_not_found', 'missing_scope', 'not_in_channel']);

export const createChannels = (client: WebClient): Channels => ({
  mayPostTo: async (channelId) => {
    try {
      const { channel } = await client.conversations.info({ channel: channelId });
      return channel?.is_member === true && channel.is_archived !== true && channel.is_private !== true;
    } catch (error) {
      if (UNUSABLE.has(slackErrorCode(error) ?? '')) return false;
      throw error;
    }
  },
});
