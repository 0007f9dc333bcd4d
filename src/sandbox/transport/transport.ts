import type { JsonObject } from '../workspace/shapes.ts';
import type { Triggers } from '../workspace/tickets.ts';

/** One request of Slack's to the bot: a slash command, an interaction, a question for options, or an event. */
export type Delivery =
  | { readonly kind: 'command'; readonly body: Readonly<Record<string, string>> }
  | { readonly kind: 'interaction'; readonly body: JsonObject }
  | { readonly kind: 'event'; readonly body: JsonObject };

/** How a request differs from what Slack usually sends. */
export type DeliveryOptions = {
  /** Seconds added to the timestamp header; the signature is made for the shifted one. */
  readonly timestampShift?: number;
  /** Sends a signature made with another secret. */
  readonly forged?: boolean;
  /** Sends it although the app is not installed there: it was on its way when the app was removed. */
  readonly late?: boolean;
  /** After the answer sends the same request once more, as Slack does when it believes it went unheard. */
  readonly retry?: boolean;
  /** Sends the same request twice at the same time, as a double press does. */
  readonly twice?: boolean;
};

/** What the bot answered. Status 0: nothing within 3 seconds, or nobody there. */
export type BotAnswer = { readonly status: number; readonly body: unknown };

type Attempt = {
  readonly timestampShift: number;
  readonly forged: boolean;
  readonly retryNum: number;
};

/** Carries one request to the bot, over HTTP or a socket. */
export type Carrier = (delivery: Delivery, attempt: Attempt) => Promise<BotAnswer>;

/** Slack waits 3 seconds for an ack; in milliseconds. */
export const slackAckPatience = 3_000;

/** Nobody is connected, or the bot did not answer in time. */
export const unanswered: BotAnswer = { status: 0, body: '' };

/** The same press once more: the same request but for its trigger, for every press has one of its own. */
const pressedAgain = (delivery: Delivery, triggers: Pick<Triggers, 'look' | 'issue'>): Delivery => {
  const { trigger_id: id } = delivery.body;
  const pressed = typeof id === 'string' ? triggers.look(id) : undefined;
  if (delivery.kind === 'event' || pressed?.ok !== true) return delivery;
  const own = { trigger_id: triggers.issue(pressed.person) };
  return delivery.kind === 'command'
    ? { ...delivery, body: { ...delivery.body, ...own } }
    : { ...delivery, body: { ...delivery.body, ...own } };
};

/**
 * Sends `delivery` once, or twice as `options` say, and gives the answer to the first; the second is waited for too,
 * so that a test finds everything done.
 */
export const deliver = async (
  carry: Carrier,
  delivery: Delivery,
  options: DeliveryOptions | undefined,
  triggers: Pick<Triggers, 'look' | 'issue'>,
): Promise<BotAnswer> => {
  const attempt = {
    timestampShift: options?.timestampShift ?? 0,
    forged: options?.forged ?? false,
    retryNum: 0,
  };
  const first = carry(delivery, attempt);
  const second = options?.twice === true ? carry(pressedAgain(delivery, triggers), attempt) : undefined;
  const answer = await first;
  await second;
  if (options?.retry === true) await carry(delivery, { ...attempt, retryNum: 1 });
  return answer;
};
