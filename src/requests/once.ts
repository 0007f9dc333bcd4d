import { z } from 'zod';

export type Ack = (response?: unknown) => Promise<void>;

/** A request and the way its acknowledgement takes. */
type Request = { readonly body: unknown; readonly ack: Ack };

/** Carries a request out, or gives again the acknowledgement of the first time. */
type Once = (request: Request, carryOut: (ack: Ack) => Promise<void>) => Promise<void>;

const Acted = z.looseObject({ trigger_id: z.string().min(1) });
const Form = z.looseObject({ type: z.literal('view_submission') });

/** By what a request is known again; undefined for what bears no trigger id: all of that is carried out. */
const keyOf = (body: unknown): string | undefined => Acted.safeParse(body).data?.trigger_id;

/** Slack asks again within 3 seconds: nobody acts so often in so short a time. */
const KEPT = 1000;

/**
 * Deduplication of requests. When a connection closes before an acknowledgement came through, Slack sends the same request over another. What a person did
 * bears one trigger id: it is carried out once, and the same acknowledgement is given however often it is asked for.
 * `lost` hears of acknowledgements that could not be sent.
 */
export const createOnce = (lost: (error: unknown) => void): Once => {
  const given = new Map<string, Promise<{ readonly response: unknown } | undefined>>();

  const first = async ({ body, ack }: Request, carryOut: (ack: Ack) => Promise<void>): Promise<void> => {
    const key = keyOf(body);
    let give: (answer: { readonly response: unknown } | undefined) => void = () => undefined;
    if (key !== undefined) given.set(key, new Promise((resolve) => (give = resolve)));
    const forget = (): void => {
      if (key !== undefined) given.delete(key);
      give(undefined);
    };
    let acknowledged = false;
    const acknowledge: Ack = async (response) => {
      if (acknowledged) return;
      acknowledged = true;
      try {
        await ack(response);
      } catch (error) {
        lost(error);
        // All but forms are acknowledged before anything is done, and are not done when that fails. A form is recorded by now:
        // that stands, and Slack asks again.
        if (!Form.safeParse(body).success) {
          forget();
          throw error;
        }
      }
      give({ response });
    };
    try {
      await carryOut(acknowledge);
    } finally {
      if (!acknowledged) forget();
    }
  };

  return async (request, carryOut) => {
    const key = keyOf(request.body);
    const before = (): ReturnType<typeof given.get> => (key === undefined ? undefined : given.get(key));
    for (let earlier = before(); earlier !== undefined; earlier = before()) {
      const answer = await earlier;
      if (answer !== undefined) return request.ack(answer.response);
    }
    const [oldest] = given.keys();
    if (oldest !== undefined && given.size >= KEPT) given.delete(oldest);
    await first(request, carryOut);
  };
};
