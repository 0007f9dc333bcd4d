import { randomBytes } from 'node:crypto';
import type { Log } from '../domain/log.ts';

/** An id people can read out on the telephone, found again in the log. */
const newFailureId = (): string => randomBytes(4).toString('hex');

/** Runs the work of requests, and knows what is under way. */
export type ErrorBoundary = {
  /**
   * Runs `work`; when it throws, logs the error under a new id and hands the id to `tell`, which says so to the person
   * in one sentence. Nothing is thrown on: Slack would only show its own words.
   */
  readonly run: (
    what: string,
    work: () => Promise<void>,
    tell: (failureId: string) => Promise<void>,
  ) => Promise<void>;
  /** Resolves when nothing is under way any more: a request goes on after its acknowledgement. */
  readonly settled: () => Promise<void>;
};

export const createErrorBoundary = (log: Log): ErrorBoundary => {
  const underWay = new Set<Promise<void>>();
  const guarded: ErrorBoundary['run'] = async (what, work, tell) => {
    try {
      await work();
    } catch (error) {
      const failureId = newFailureId();
      log.error({ failureId, what, err: error }, 'request failed');
      await tell(failureId).catch((unheard: unknown) =>
        log.error({ failureId, what, err: unheard }, 'failure could not be told'),
      );
    }
  };
  return {
    run: async (what, work, tell) => {
      const running = guarded(what, work, tell);
      underWay.add(running);
      await running;
      underWay.delete(running);
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
};
