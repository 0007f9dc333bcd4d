import { newFailureId } from '../domain/failure-id.ts';
import type { Log } from '../domain/log.ts';

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

/** `note` has the secretariat's 運用ログ hear of it. */
export const createErrorBoundary = (log: Log, note: (failureId: string) => Promise<void>): ErrorBoundary => {
  const underWay = new Set<Promise<void>>();
  const guarded: ErrorBoundary['run'] = async (what, work, tell) => {
    try {
      await work();
    } catch (error) {
      const failureId = newFailureId();
      log.error({ failureId, what, err: error }, 'request failed');
      for (const hear of [tell, note])
        await hear(failureId).catch((unheard: unknown) =>
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
