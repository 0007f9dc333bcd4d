import type { App } from '@slack/bolt';
import type { Log } from '../domain/log.ts';
import { kindOf, type RequestKind } from './kind.ts';
import { type Ack, createOnce } from './once.ts';
import { readability } from './readable.ts';

/** A request as it came in. `body` may be anything. */
export type Arrived = {
  readonly body: unknown;
  readonly ack: Ack;
  /** How often Slack has asked before, and why it asks again. */
  readonly retry?: { readonly retryNum: number; readonly retryReason: string };
};

/**
 * What became of it: `acknowledged`; `unheard` when there is nobody who answers such a request; `unreadable` when it is none, and
 * nothing was done; `failed` when its acknowledgement could not be sent.
 */
export type Taken = 'acknowledged' | 'unheard' | 'unreadable' | 'failed';

/** Hears of each request what became of it, and how many seconds later; of one that was acknowledged, until then. */
export type Took = (kind: RequestKind, taken: Taken, seconds: number) => void;

/** Takes requests of any shape and never throws: what can't be read is logged once, by its shape, and not carried out. */
export const createTaker = (
  log: Log,
  app: () => App | undefined,
  took: Took,
): ((arrived: Arrived) => Promise<Taken>) => {
  const once = createOnce((error) => log.warn({ err: error }, 'an acknowledgement could not be sent'));
  const take: (arrived: Arrived) => Promise<Taken> = async ({ body, ack, retry = {} }) => {
    const read = readability(body);
    if (read.kind === 'unreadable') {
      log.warn({ why: read.why }, 'request could not be read');
      return 'unreadable';
    }
    let taken: Taken = 'unheard';
    const acknowledge: Ack = async (response) => {
      taken = 'failed';
      await ack(response);
      taken = 'acknowledged';
    };
    try {
      if (read.kind === "nobody's") {
        log.warn({ type: read.type }, 'request of a kind that nobody asked for');
        await acknowledge();
      } else
        await once({ body, ack: acknowledge }, async (first) =>
          app()?.processEvent({ body: read.body, ack: first, ...retry }),
        );
    } catch (error) {
      log.warn({ err: error }, 'request could not be read');
      // Handlers keep what they throw to themselves: this is of who looked for one.
      if (taken === 'unheard') return 'unreadable';
    }
    return taken;
  };
  return async ({ ack, ...arrived }) => {
    const begun = performance.now();
    let seconds: number | undefined;
    const since = (): number => (performance.now() - begun) / 1000;
    const taken = await take({
      ...arrived,
      ack: async (response) => {
        await ack(response);
        seconds ??= since();
      },
    });
    took(kindOf(arrived.body), taken, seconds ?? since());
    return taken;
  };
};
