import { z } from 'zod';

/** A request of Slack's: a command, an act in the workspace, or an event. `body` may be anything. */
export type Request = {
  readonly id: string;
  readonly body: unknown;
  /** How often Slack has asked before, and why it asks again. */
  readonly retry?: { readonly retryNum: number; readonly retryReason: string };
};

/** What came over a connection. */
export type Frame =
  | { readonly kind: 'hello' }
  /** Slack asks the connection to leave; `reason` in Slack's word. */
  | { readonly kind: 'leave'; readonly reason: string }
  | { readonly kind: 'request'; readonly request: Request }
  /** No request: `what` names it. What has an id is acknowledged all the same, or Slack sends it again and again. */
  | { readonly kind: 'other'; readonly id: string | undefined; readonly what: string };

const Hello = z.looseObject({ type: z.literal('hello') });
const Leave = z.looseObject({ type: z.literal('disconnect'), reason: z.string().catch('no reason') });
const Named = z.looseObject({ envelope_id: z.string().min(1) });
const Typed = z.looseObject({ type: z.string() });
const Envelope = z.looseObject({
  type: z.enum(['slash_commands', 'interactive', 'events_api']),
  payload: z.unknown(),
  retry_attempt: z.number().optional().catch(undefined),
  retry_reason: z.string().catch(''),
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads what came, whatever its shape: it never throws. Slack may send types that nobody knows yet. */
export const readFrame = (text: string): Frame => {
  const message = parsed(text);
  if (message === undefined) return { kind: 'other', id: undefined, what: 'not JSON' };
  if (Hello.safeParse(message).success) return { kind: 'hello' };
  const leave = Leave.safeParse(message).data;
  if (leave !== undefined) return { kind: 'leave', reason: leave.reason };
  const id = Named.safeParse(message).data?.envelope_id;
  const envelope = Envelope.safeParse(message).data;
  if (id === undefined || envelope === undefined)
    // By its type alone: what people typed is not for the log.
    return { kind: 'other', id, what: (Typed.safeParse(message).data?.type ?? 'no type').slice(0, 100) };
  const { payload: body, retry_attempt: retryNum, retry_reason: retryReason } = envelope;
  return {
    kind: 'request',
    request: { id, body, ...(retryNum === undefined ? {} : { retry: { retryNum, retryReason } }) },
  };
};
