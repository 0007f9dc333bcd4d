import type { WebClient } from '@slack/web-api';
import { isMissing } from './errors.ts';

/** A channel as Slack knows it now. */
export type SlackChannel = {
  readonly id: string;
  readonly name: string;
  /** A public, living channel that the bot has been invited to: only there can it see what it has sent. */
  readonly mayPostTo: boolean;
};

/** What the bot asks about channels. */
export type Channels = {
  /** A channel Slack does not tell of has its id for a name. */
  readonly look: (channelId: string) => Promise<SlackChannel>;
  readonly mayPostTo: (channelId: string) => Promise<boolean>;
};

export const createChannels = (client: WebClient): Channels => {
  const look: Channels['look'] = async (channelId) => {
    try {
      const { channel } = await client.conversations.info({ channel: channelId });
      const mayPostTo =
        channel?.is_member === true && channel.is_archived !== true && channel.is_private !== true;
      return { id: channelId, name: channel?.name ?? channelId, mayPostTo };
    } catch (error) {
      if (isMissing(error, 'channel')) return { id: channelId, name: channelId, mayPostTo: false };
      throw error;
    }
  };
  return { look, mayPostTo: async (channelId) => (await look(channelId)).mayPostTo };
};
