import type { BotAnswer, Carrier, Delivery } from './transport.ts';
import { unanswered } from './transport.ts';

/** A connection, as an envelope travels over it. */
export type Way = { readonly send: (text: string) => void };

export type Envelopes = {
  readonly carry: Carrier;
  /** What waits for a connection is sent over this new one. */
  opened(): void;
  /** Takes an ack; one that comes over another connection than its envelope counts for nothing. */
  acknowledged(way: Way, envelopeId: string, payload: unknown): void;
  /** What this connection has not acknowledged is handed to another. */
  closed(way: Way): void;
  /** How many a lost connection has had handed on so far. */
  handedOn(): number;
  /** Nobody answers any more. */
  stop(): void;
};

type EnvelopeParts = {
  readonly isConnected: () => boolean;
  /** Takes turns: the connections that may be sent to, another one first each time. */
  readonly nextWays: () => readonly Way[];
  /** Makes envelope ids. */
  readonly token: () => string;
  /** Milliseconds an ack is waited for. */
  readonly ackPatience: number;
};

const types = { command: 'slash_commands', interaction: 'interactive', event: 'events_api' } as const;

/** How often Slack delivers an event again. */
const mostRetries = 3;

type RetryReason = '' | 'timeout' | 'connection_lost';

const envelopeText = (id: string, { kind, body }: Delivery, retry: number, reason: RetryReason): string =>
  JSON.stringify({
    envelope_id: id,
    type: types[kind],
    payload: body,
    accepts_response_payload: kind !== 'event',
    ...(kind === 'event' ? { retry_attempt: retry, retry_reason: reason } : {}),
  });

/** An envelope on its way, and what happens to it. */
type Underway = {
  over: Way | undefined;
  readonly sentOver: ReadonlySet<Way>;
  readonly settle: (answer: BotAnswer) => void;
  /** Sends it over a connection that has not had it, if there is one. */
  readonly send: () => void;
  /** Its connection is gone. */
  readonly lost: () => void;
};

/**
 * Slack's side of envelopes. Each goes over one connection; when that closes before the ack it goes over another, or waits
 * for one to open. A person waits for `ackPatience` in all, and is told at once when nobody is connected. An event that was
 * not acknowledged is delivered again, at once after a lost connection, three times at most.
 */
export const createEnvelopes = ({ isConnected, nextWays, token, ackPatience }: EnvelopeParts): Envelopes => {
  const underway = new Map<string, Underway>();
  let everConnected = false;
  let handedOn = 0;

  const start = (delivery: Delivery, firstRetry: number, resolve: (answer: BotAnswer) => void): void => {
    const id = token();
    const sentOver = new Set<Way>();
    const isEvent = delivery.kind === 'event';
    let tries = 0;
    let reason: RetryReason = firstRetry > 0 ? 'timeout' : '';
    const settle = (answer: BotAnswer): void => {
      clearTimeout(timer);
      underway.delete(id);
      resolve(answer);
    };
    const again = (why: RetryReason): void => {
      if (isEvent && tries >= mostRetries) {
        settle(unanswered);
        return;
      }
      tries += 1;
      reason = why;
      if (isEvent) timer.refresh();
      envelope.send();
    };
    const timer = setTimeout(() => (isEvent ? again('timeout') : settle(unanswered)), ackPatience);
    const envelope: Underway = {
      over: undefined,
      sentOver,
      settle,
      send: () => {
        const open = nextWays();
        const way = open.find((each) => !sentOver.has(each)) ?? open[0];
        envelope.over = way;
        if (way === undefined) return;
        sentOver.add(way);
        way.send(envelopeText(id, delivery, firstRetry + tries, reason));
      },
      lost: () => again('connection_lost'),
    };
    underway.set(id, envelope);
    envelope.send();
  };

  return {
    carry: (delivery, { retryNum }) => {
      // Events wait for a bot that is away for a moment; a person does not, and nobody waits for one that never came.
      if (!isConnected() && (delivery.kind !== 'event' || !everConnected)) return Promise.resolve(unanswered);
      return new Promise((resolve) => start(delivery, retryNum, resolve));
    },
    opened: () => {
      everConnected = true;
      for (const each of [...underway.values()]) if (each.over === undefined) each.send();
    },
    acknowledged: (way, envelopeId, payload) => {
      const envelope = underway.get(envelopeId);
      if (envelope?.sentOver.has(way) === true) envelope.settle({ status: 200, body: payload ?? '' });
    },
    closed: (way) => {
      const unheard = [...underway.values()].filter((each) => each.over === way);
      handedOn += unheard.length;
      for (const each of unheard) each.lost();
    },
    handedOn: () => handedOn,
    stop: () => {
      for (const each of [...underway.values()]) each.settle(unanswered);
    },
  };
};
