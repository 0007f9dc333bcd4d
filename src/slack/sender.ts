import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type FailedCall, failedCall } from './errors.ts';
import type { SlackMessage } from './message.ts';
import type { Pace } from './pace.ts';

/** Where a message stands. */
export type Posted = { readonly channel: string; readonly ts: string };

/** Slack as we send to it: every outcome is named, none is thrown but our own mistakes. */
export type Sender = {
  /** Posts under a delivery's id, by which `find` recognises it. `recipient` is a user or channel id; `thread` what it answers. */
  readonly post: (
    recipient: string,
    deliveryId: string,
    message: SlackMessage,
    thread?: Posted,
  ) => Promise<({ readonly kind: 'sent' } & Posted) | FailedCall>;
  /** Replaces what was posted; doing so twice does no harm. */
  readonly update: (posted: Posted, message: SlackMessage) => Promise<{ readonly kind: 'sent' } | FailedCall>;
  /** Looks for a delivery where it was to go, in what was posted from `since` on; in a thread among its replies. */
  readonly find: (
    recipient: string,
    deliveryId: string,
    since: Date,
    thread?: Posted,
  ) => Promise<({ readonly kind: 'found' } & Posted) | { readonly kind: 'absent' } | FailedCall>;
  /** Asks Slack who the bot is, which changes nothing: whether Slack answers at all. */
  readonly probe: () => Promise<{ readonly kind: 'answered' } | FailedCall>;
  /** What became of a call that another client made for a message, e.g. whether its recipient is a member. */
  readonly failure: (error: unknown) => FailedCall;
};

/** Readable by every app of the workspace: it carries the delivery's id and nothing else. */
const EVENT_TYPE = 'kyodo_delivery';
const Metadata = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.object({ id: z.string() }),
});

const isPerson = (recipient: string): boolean => /^[UW]/u.test(recipient);

/** Clocks differ: so much earlier than the try is looked at too. */
const EARLIER_MS = 10 * 60_000;
const PAGE = 200;

/**
 * `client` gives up at once instead of retrying: an unknown outcome is settled by `find`, not by posting again. Every call
 * waits for its turn; when Slack asks to wait, all of them do.
 */
export const createSender = (client: WebClient, pace: Pace): Sender => {
  const failed = (error: unknown): FailedCall => {
    const call = failedCall(error);
    if (call.kind === 'later' && call.retryAfterMs !== undefined) pace.pause(call.retryAfterMs);
    return call;
  };
  const channelOf = async (recipient: string): Promise<string | undefined> => {
    if (!isPerson(recipient)) return recipient;
    await pace.turn('open');
    return (await client.conversations.open({ users: recipient })).channel?.id;
  };
  const searched = async (
    channel: string,
    deliveryId: string,
    since: Date,
    thread: Posted | undefined,
  ): Promise<string | undefined> => {
    const oldest = String((since.getTime() - EARLIER_MS) / 1000);
    let cursor: string | undefined;
    do {
      await pace.turn('look');
      const page = {
        channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor === undefined ? {} : { cursor }),
      };
      const { messages = [], response_metadata } = await (thread === undefined
        ? client.conversations.history(page)
        : client.conversations.replies({ ...page, ts: thread.ts }));
      const found = messages.find(
        ({ metadata }) => Metadata.safeParse(metadata).data?.event_payload.id === deliveryId,
      );
      if (found?.ts !== undefined) return found.ts;
      cursor = response_metadata?.next_cursor;
    } while (cursor !== undefined && cursor !== '');
    return undefined;
  };
  return {
    failure: failed,
    probe: async () => {
      try {
        await client.auth.test();
        return { kind: 'answered' };
      } catch (error) {
        return failed(error);
      }
    },
    post: async (recipient, deliveryId, { text, blocks }, thread) => {
      await pace.turn('post', recipient);
      try {
        const { channel, ts } = await client.chat.postMessage({
          channel: thread?.channel ?? recipient,
          ...(thread === undefined ? {} : { thread_ts: thread.ts }),
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
        return failed(error);
      }
    },
    update: async ({ channel, ts }, { text, blocks }) => {
      await pace.turn('update');
      try {
        await client.chat.update({ channel, ts, text, blocks });
        return { kind: 'sent' };
      } catch (error) {
        return failed(error);
      }
    },
    find: async (recipient, deliveryId, since, thread) => {
      try {
        const channel = thread?.channel ?? (await channelOf(recipient));
        if (channel === undefined) return { kind: 'unknown', problem: 'no channel in the answer' };
        const ts = await searched(channel, deliveryId, since, thread);
        return ts === undefined ? { kind: 'absent' } : { kind: 'found', channel, ts };
      } catch (error) {
        return failed(error);
      }
    },
  };
};
