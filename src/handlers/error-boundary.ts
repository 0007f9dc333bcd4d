import { type Failure, newFailureId } from '../domain/delivery/failure-id.ts';
import type { Log } from '../domain/log.ts';
import { createAdmission, type Precedence } from './admission.ts';

/** Runs the work of requests, and knows what is under way. */
export type ErrorBoundary = {
  /**
   * Runs `work`; when it throws, logs the error under a new id and hands it to `tell`, which says so to the person
   * in one sentence. Nothing is thrown on: Slack would only show its own words. A dialog that came later than Slack waits for it
   * is no failure: the person is told, and nobody else. It waits for its turn, but for what is `within` work that has it.
   */
  readonly run: (
    what: string,
    work: () => Promise<void>,
    tell: (failure: Failure) => Promise<void>,
    precedence?: Precedence | 'within',
  ) => Promise<void>;
};

/** The boundaries of a process. */
export type ErrorBoundaries = {
  /** One whose failures `note` tells to a secretariat's 運用ログ. */
  readonly hearing: (note: (failureId: string) => Promise<void>) => ErrorBoundary;
  /**
   * Resolves when nobody waits for an answer any more, after so many milliseconds in any case: that Slack keeps somebody waiting, or that
   * they go on asking, is no reason to do nothing for anybody.
   */
  readonly answered: (withinMs: number) => Promise<void>;
  /** Takes note of work that goes on behind the answers and sees to its own failures. */
  readonly behind: (work: Promise<void>) => void;
  /** Resolves when nothing is under way any more: a request goes on after its acknowledgement, and other work behind it. */
  readonly settled: () => Promise<void>;
};

type Knows = {
  /** Whether `error` came about because nothing more can be written. */
  readonly isForLackOfRoom: (error: unknown) => Promise<boolean>;
  /** Whether `error` is only that Slack no longer waited for a dialog. */
  readonly isTooLate: (error: unknown) => boolean;
};

/** Why the work of a request came to nothing. */
export type FailedFor = 'failed' | 'no-room' | 'too-late';

/** So long at most a request counts among those that are worked on: also where Slack keeps all waiting, thirty a second are let in. */
const COUNTS_FOR_MS = 300;

/** The boundaries of a process in which so many requests are worked on at once. `failed` hears of each that came to nothing. */
export const createErrorBoundaries = (
  log: Log,
  { isForLackOfRoom, isTooLate }: Knows,
  admitted: number,
  failed: (why: FailedFor) => void = () => undefined,
): ErrorBoundaries => {
  const underWay = new Set<Promise<void>>();
  const awaitingAnswers = new Set<() => void>();
  const behind = new Set<Promise<void>>();
  const admission = createAdmission(admitted, COUNTS_FOR_MS);
  const inTurn = async (work: () => Promise<void>, precedence: Precedence | 'within'): Promise<void> => {
    const leave = precedence === 'within' ? undefined : await admission(precedence);
    await work().finally(leave);
  };
  type Guarded = (note: (failureId: string) => Promise<void>) => ErrorBoundary['run'];
  const guarded: Guarded =
    (note) =>
    async (what, work, tell, precedence = 'other') => {
      try {
        await inTurn(work, precedence);
      } catch (error) {
        const failureId = newFailureId();
        if (isTooLate(error)) {
          failed('too-late');
          log.warn({ what, err: error }, 'dialog came too late');
          await tell({ id: failureId, isForLackOfRoom: false, isTooLate: true }).catch((unheard: unknown) =>
            log.warn({ what, err: unheard }, 'not told'),
          );
          return;
        }
        log.error({ failureId, what, err: error }, 'request failed');
        const isFull = await isForLackOfRoom(error).catch(() => false);
        failed(isFull ? 'no-room' : 'failed');
        const told = (): Promise<void> => tell({ id: failureId, isForLackOfRoom: isFull });
        for (const hear of [told, () => note(failureId)])
          await hear().catch((unheard: unknown) =>
            log.error({ failureId, what, err: unheard }, 'failure could not be told'),
          );
      }
    };
  return {
    hearing: (note) => ({
      run: async (what, work, tell, precedence) => {
        const running = guarded(note)(what, work, tell, precedence);
        underWay.add(running);
        await running;
        underWay.delete(running);
        if (underWay.size === 0) for (const goOn of awaitingAnswers) goOn();
      },
    }),
    answered: async (withinMs) => {
      if (underWay.size === 0) return;
      await new Promise<void>((resolve) => {
        const goOn = (): void => {
          clearTimeout(patience);
          awaitingAnswers.delete(goOn);
          resolve();
        };
        const patience = setTimeout(goOn, withinMs);
        awaitingAnswers.add(goOn);
      });
    },
    behind: (work) => {
      behind.add(work);
      void work.finally(() => behind.delete(work));
    },
    settled: async () => {
      await Promise.all(underWay);
      await Promise.all(behind);
    },
  };
};
