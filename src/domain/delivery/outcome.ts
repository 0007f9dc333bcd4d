import { isOutage } from '../slack/error.ts';

/** How a delivery job ended; `again` is to be tried again. */
export type DeliveryOutcome = (
  | {
      readonly kind: 'done';
      /** `unshown`: it was posted, and Slack does not take its present state. */
      readonly state: 'sent' | 'dropped' | 'dead' | 'unshown';
      readonly problem?: string;
    }
  | { readonly kind: 'again'; readonly problem: string }
  /** Slack is not there, for this message as for all others: it waits with them, which is no try. */
  | { readonly kind: 'outage'; readonly problem: string }
  /** Slack asks to wait: it is tried again after that, which is no try. */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** Its turn at the bot's own pace has not come: the same. */
  | { readonly kind: 'early'; readonly afterMs: number }
  /** It came with a restored export, and waits for the choice of the secretariat. */
  | { readonly kind: 'held' }
  /** It leaves by itself at that time. */
  | { readonly kind: 'postponed'; readonly until: Date }
) & {
  /** A post ended it so, carried out or not; without it, another of Slack's calls, or none. */
  readonly isPost?: boolean;
};

export const again = (problem: string): DeliveryOutcome => ({ kind: 'again', problem });

/** Whether a call may go out later just as it is. */
export const isToComeAgain = <Call extends { readonly kind: string }>(
  call: Call,
): call is Extract<Call, { readonly kind: 'early' | 'later' | 'unknown' }> =>
  ['early', 'later', 'unknown'].includes(call.kind);

/** What a call of Slack's that was not carried out leads to. */
export const afterFailure = (
  call: Parameters<typeof isOutage>[0] & { readonly problem: string },
  prefix = '',
): DeliveryOutcome => {
  if ((call.kind === 'later' || call.kind === 'early') && call.retryAfterMs !== undefined)
    return { kind: call.kind, afterMs: call.retryAfterMs };
  return { kind: isOutage(call) ? 'outage' : 'again', problem: `${prefix}${call.problem}` };
};
