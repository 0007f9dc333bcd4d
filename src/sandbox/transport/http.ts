import { createHmac } from 'node:crypto';
import { type BotAnswer, type Carrier, type Delivery, unanswered } from './transport.ts';

export type HttpTarget = {
  /** Where the bot takes requests, e.g. http://127.0.0.1:3001/slack/events. */
  readonly url: string;
  readonly signingSecret: string;
  /** Milliseconds an answer is waited for. */
  readonly ackPatience: number;
};

/** Slack's request signature, version 0, over the timestamp in seconds and the body as sent. */
const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

const formType = 'application/x-www-form-urlencoded';

/** Commands are form fields, interactions are one form field `payload`, events are JSON. */
const encoded = (delivery: Delivery): { readonly type: string; readonly text: string } => {
  switch (delivery.kind) {
    case 'command':
      return { type: formType, text: new URLSearchParams(delivery.body).toString() };
    case 'interaction':
      return {
        type: formType,
        text: new URLSearchParams({ payload: JSON.stringify(delivery.body) }).toString(),
      };
    case 'event':
      return { type: 'application/json', text: JSON.stringify(delivery.body) };
  }
};

const read = async (response: Response): Promise<BotAnswer> => {
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: json ? JSON.parse(text) : text };
};

/**
 * Sends signed POST requests to `target`. `machineTime` is the real time: the bot's library compares the timestamp
 * with the machine's clock, wherever the practice clock stands.
 */
export const createHttpCarrier =
  (target: HttpTarget, machineTime: () => Date): Carrier =>
  async (delivery, { timestampShift, forged, retryNum }) => {
    const { type, text } = encoded(delivery);
    const timestamp = String(Math.floor(machineTime().getTime() / 1000) + timestampShift);
    const retry = { 'x-slack-retry-num': String(retryNum), 'x-slack-retry-reason': 'http_timeout' };
    const secret = forged ? `not-${target.signingSecret}` : target.signingSecret;
    try {
      const response = await fetch(target.url, {
        method: 'POST',
        headers: {
          'content-type': type,
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signatureOf(secret, timestamp, text),
          ...(retryNum > 0 ? retry : {}),
        },
        body: text,
        signal: AbortSignal.timeout(target.ackPatience),
      });
      return await read(response);
    } catch {
      // Timed out, refused or not JSON after all: to the person it is all one, the app did not answer.
      return unanswered;
    }
  };
