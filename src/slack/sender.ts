import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { saysTokenEnded } from '../domain/slack/error.ts';
import { type FailedCall, failedCall } from './errors.ts';
import type { SlackMessage } from './message.ts';
import type { Early, Pace, Turn } from './pace.ts';

/** Where a message stands. */
export type Posted = { readonly channel: string; readonly ts: string };

/** Why a call was not carried out: Slack, or the bot's own pace. */
type NotDone = FailedCall | Early;

/** Slack as we send to it: every outcome is named, none is thrown but our own mistakes. Nothing waits for its turn: it is told when to ask again. */
export type Sender = {
  /** Keeps a turn for a post that is being got ready, until it goes out or is given back. */
  readonly reserve: (recipient: string, deliveryId: string) => Turn | Early;
  /** Posts under a delivery's id, by which `find` recognises it. `recipient` is a user or channel id; `thread` what it answers. */
  readonly post: (
    recipient: string,
    deliveryId: string,
    message: SlackMessage,
    thread?: Posted,
  ) => Promise<({ readonly kind: 'sent' } & Posted) | NotDone>;
  /** Replaces what was posted; doing so twice does no harm. */
  readonly update: (posted: Posted, message: SlackMessage) => Promise<{ readonly kind: 'sent' } | NotDone>;
  /** Looks for a delivery where it was to go, in what was posted from `since` on; in a thread among its replies. */
  readonly find: (
    recipient: string,
    deliveryId: string,
    since: Date,
    thread?: Posted,
  ) => Promise<({ readonly kind: 'found' } & Posted) | { readonly kind: 'absent' } | NotDone>;
  /** Asks Slack who the bot is, which changes nothing: whether Slack answers at all. */
  readonly probe: () => Promise<{ readonly kind: 'answered' } | FailedCall>;
  /** Slack's word, once it has said that the token serves no more. */
  readonly tokenEnded: () => string | undefined;
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
 * `client` gives up at once instead of retrying: an unknown outcome is settled by `find`, not by posting again. No call goes out
 * before its turn; when Slack asks to wait, none does.
 */
export const createSender = (client: WebClient, pace: Pace): Sender => {
  const reserved = new Map<string, Turn>();
  let tokenEnded: string | undefined;
  const giveBack = (deliveryId: string): void => {
    reserved.get(deliveryId)?.giveBack();
    reserved.delete(deliveryId);
  };
  const failed = (error: unknown): FailedCall => {
    const call = failedCall(error);
    if (call.kind === 'later' && call.retryAfterMs !== undefined) pace.pause(call.retryAfterMs);
    if (saysTokenEnded(call.problem)) tokenEnded = call.problem;
    return call;
  };
  const channelOf = async (recipient: string): Promise<string | undefined | Early> => {
    if (!isPerson(recipient)) return recipient;
    const turn = pace.take('open');
    if (turn.kind === 'early') return turn;
    return (await client.conversations.open({ users: recipient })).channel?.id;
  };
  const searched = async (
    channel: string,
    deliveryId: string,
    since: Date,
    thread: Posted | undefined,
  ): Promise<string | undefined | Early> => {
    const oldest = String((since.getTime() - EARLIER_MS) / 1000);
    let cursor: string | undefined;
    do {
      const turn = pace.take('look');
      if (turn.kind === 'early') return turn;
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
    tokenEnded: () => tokenEnded,
    failure: failed,
    probe: async () => {
      try {
        await client.auth.test();
        return { kind: 'answered' };
      } catch (error) {
        return failed(error);
      }
    },
    reserve: (recipient, deliveryId) => {
      const turn = pace.take('post', recipient);
      if (turn.kind === 'early') return turn;
      reserved.set(deliveryId, turn);
      return { kind: 'turn', giveBack: () => giveBack(deliveryId) };
    },
    post: async (recipient, deliveryId, { text, blocks }, thread) => {
      // Its own is taken again at once, unless Slack has asked to wait meanwhile.
      giveBack(deliveryId);
      const turn = pace.take('post', recipient);
      if (turn.kind === 'early') return turn;
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
      const turn = pace.take('update');
      if (turn.kind === 'early') return turn;
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
        if (typeof channel !== 'string') return channel;
        const ts = await searched(channel, deliveryId, since, thread);
        if (ts === undefined) return { kind: 'absent' };
        return typeof ts === 'string' ? { kind: 'found', channel, ts } : ts;
      } catch (error) {
        return failed(error);
      }
    },
  };
};
