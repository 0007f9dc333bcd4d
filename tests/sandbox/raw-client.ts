import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

const Address = z.object({ url: z.string() });
const Envelope = z.looseObject({
  type: z.string(),
  envelope_id: z.string().optional(),
  reason: z.string().optional(),
  payload: z.looseObject({ text: z.string().optional() }).optional(),
  retry_attempt: z.number().optional(),
  retry_reason: z.string().optional(),
});
type Envelope = z.infer<typeof Envelope>;

/** A Socket Mode client that does nothing by itself but answer pings. */
export type RawClient = {
  /** The next message from Slack that was not given yet. */
  next(): Promise<Envelope>;
  acknowledge(envelope: Envelope, payload?: unknown): void;
  /** Goes without a word. */
  vanish(): void;
  readonly closed: Promise<void>;
};

/** Connects to `slack`; the hello has come. */
export const connectRaw = async (slack: Sandbox): Promise<RawClient> => {
  const answer = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.appToken}` },
  });
  const socket = new WebSocket(Address.parse(await answer.json()).url);
  const came: Envelope[] = [];
  const wanted: ((envelope: Envelope) => void)[] = [];
  socket.on('message', (data) => {
    const envelope = Envelope.parse(JSON.parse(String(data)));
    const waiting = wanted.shift();
    if (waiting === undefined) came.push(envelope);
    else waiting(envelope);
  });
  const client: RawClient = {
    next: async () => came.shift() ?? new Promise((resolve) => wanted.push(resolve)),
    acknowledge: ({ envelope_id }, payload) => socket.send(JSON.stringify({ envelope_id, payload })),
    vanish: () => socket.terminate(),
    closed: new Promise((resolve) => socket.once('close', () => resolve())),
  };
  await client.next();
  return client;
};
