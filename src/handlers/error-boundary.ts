import { randomBytes } from 'node:crypto';
import type { Log } from '../domain/log.ts';

/** An id people can read out on the telephone, found again in the log. */
const newFailureId = (): string => randomBytes(4).toString('hex');

/**
 * Runs `work`; when it throws, logs the error under a new id and hands the id to `tell`, which says so to the person in
 * one sentence. Nothing is thrown on: Slack would only show its own words.
 */
export const withErrorBoundary = async (
  log: Log,
  what: string,
  work: () => Promise<void>,
  tell: (failureId: string) => Promise<void>,
): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const failureId = newFailureId();
    log.error({ failureId, what, err: error }, 'request failed');
    try {
      await tell(failureId);
    } catch (unheard) {
      log.error({ failureId, what, err: unheard }, 'failure could not be told');
    }
  }
};
