import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type FailedCall, failedCall } from './errors.ts';
import type { SlackMessage } from './message.ts';

/** Where a message stands. */
export type Posted = { readonly channel: string; readonly ts: string };

/** Slack as we send to it: every outcome is named, none is thrown but our own mistakes. */
export type Sender = {
  /** Posts under a delivery's id, by which `find` recognises it. `recipient` is a user or channel id. */
  readonly post: (
    recipient: string,
    deliveryId: string,
    message: SlackMessage,
  ) => Promise<({ readonly kind: 'sent' } & Posted) | FailedCall>;
  /** Replaces what was posted; doing so twice does no harm. */
  readonly update: (posted: Posted, message: SlackMessage) => Promise<{ readonly kind: 'sent' } | FailedCall>;
  /** Looks for a delivery among the newest 200 messages of where it was to go. */
  readonly find: (
    recipient: string,
    deliveryId: string,
  ) => Promise<({ readonly kind: 'found' } & Posted) | { readonly kind: 'absent' } | FailedCall>;
};

/** Readable by every app of the workspace: it carries the delivery's id and nothing else. */
const EVENT_TYPE = 'kyodo_delivery';
const Metadata = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.object({ id: z.string() }),
});

const isPerson = (recipient: string): boolean => /^[UW]/u.test(recipient);

/** `client` gives up at once instead of retrying: an unknown outcome is settled by `find`, not by posting again. */
export const createSender = (client: WebClient): Sender => ({
  post: async (recipient, deliveryId, { text, blocks }) => {
    try {
      const { channel, ts } = await client.chat.postMessage({
        channel: recipient,
        text,
        blocks,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: EVENT_TYPE, event_payload: { id: deliveryId } },
      });
      return channel === undefined || ts === undefined
        ? { kind: 'unknown', problem: 'no ts in the answer' }
        : { kind: 'sent', channel, ts };
    } catch (error) {
      return failedCall(error);
    }
  },
  update: async ({ channel, ts }, { text, blocks }) => {
    try {
      await client.chat.update({ channel, ts, text, blocks });
      return { kind: 'sent' };
    } catch (error) {
      return failedCall(error);
    }
  },
  find: async (recipient, deliveryId) => {
    try {
      const channel = isPerson(recipient)
        ? (await client.conversations.open({ users: recipient })).channel?.id
        : recipient;
      if (channel === undefined) return { kind: 'unknown', problem: 'no channel in the answer' };
      const { messages = [] } = await client.conversations.history({
        channel,
        limit: 200,
        include_all_metadata: true,
      });
      const found = messages.find(
        ({ metadata }) => Metadata.safeParse(metadata).data?.event_payload.id === deliveryId,
      );
      return found?.ts === undefined ? { kind: 'absent' } : { kind: 'found', channel, ts: found.ts };
    } catch (error) {
      return failedCall(error);
    }
  },
});
