import type { Delivery } from './transport/transport.ts';

/** One request between Slack and the bot, and what was answered. */
export type Exchange = {
  /** Counted from 1. */
  readonly id: number;
  /** When it ended, by the workspace's clock; milliseconds. */
  readonly at: number;
  /** Whom the request went to. */
  readonly to: 'bot' | 'slack';
  /** What it was, e.g. `/kyodo-meeting`, `view_submission meeting.record`, `chat.postMessage`. */
  readonly what: string;
  readonly request: unknown;
  /** The HTTP status, or 200 for an ack over a socket; 0 when there was no answer. */
  readonly status: number;
  readonly answer: unknown;
  /** From the request to the answer, in milliseconds. */
  readonly took: number;
  /** What Slack's rules said against what the bot sent; empty when they said nothing. */
  readonly rules: readonly string[];
};

export type Wire = {
  note(exchange: Omit<Exchange, 'id' | 'at'>): void;
  /** The exchanges after the one of this number, oldest first, as far as they are kept. */
  since(id: number): readonly Exchange[];
};

const KEPT = 300;
/** Longer bodies are cut: nobody reads them here. Characters of JSON. */
const MOST_SHOWN = 100_000;

/** What is nobody's business, wherever it stands. */
const HIDDEN = new Set([
  'token',
  'access_token',
  'refresh_token',
  'code',
  'bot_access_token',
  'client_secret',
  'signing_secret',
]);

/** Form bodies carry objects as JSON text; they are read here as what they are. */
const unpacked = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/^[[{]/u.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    // It only begins like JSON: somebody's words.
    return value;
  }
};

const shown = (body: unknown): unknown => {
  const json =
    JSON.stringify(body, (key, value) => (HIDDEN.has(key) ? '(非表示)' : unpacked(value))) ?? 'null';
  return json.length > MOST_SHOWN ? `${json.slice(0, MOST_SHOWN)}…(以下略)` : JSON.parse(json);
};

/** A record of the latest exchanges; `now` is the workspace's clock. */
export const createWire = (now: () => Date): Wire => {
  const list: Exchange[] = [];
  let count = 0;
  return {
    note: (exchange) => {
      count += 1;
      const { request, answer } = exchange;
      list.push({
        ...exchange,
        id: count,
        at: now().getTime(),
        took: Math.round(exchange.took),
        request: shown(request),
        answer: shown(answer),
      });
      if (list.length > KEPT) list.shift();
    },
    since: (id) => list.filter((exchange) => exchange.id > id),
  };
};

const wordIn = (value: unknown, ...way: readonly string[]): string => {
  const found = way.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([name]) => name === key)?.[1]
        : undefined,
    value,
  );
  return typeof found === 'string' ? found : '';
};

/** What a request of Slack's is about, in its own words. */
export const nameOfDelivery = ({ kind, body }: Delivery): string => {
  if (kind === 'command') return `${wordIn(body, 'command')} ${wordIn(body, 'text')}`.trim();
  if (kind === 'event') return wordIn(body, 'event', 'type');
  const about =
    wordIn(body, 'callback_id') ||
    wordIn(body, 'view', 'callback_id') ||
    wordIn(body, 'actions', '0', 'action_id');
  return `${wordIn(body, 'type')} ${about}`.trim();
};
