import type { Change } from './audit.ts';

/**
 * The optimistic lock: a form carries the `revision` of the record it showed, and is refused when the record has another by
 * now. `last` is the change it did not know of.
 */
export type ChangedMeanwhile = {
  readonly kind: 'changed-meanwhile';
  readonly last?: Change | undefined;
};

/** Why an act is refused whatever the form says. */
export type Refusal =
  /** The person may not do this; `who` may. */
  | {
      readonly kind: 'not-allowed';
      readonly who:
        | 'secretariat'
        | 'recorder'
        | 'member'
        | 'voter'
        | 'promoter'
        | 'chief'
        | 'self'
        | 'responsible';
    }
  /** No 会議体 holds meetings, so that a form would have nothing to choose from. */
  | { readonly kind: 'no-bodies' }
  /** The record was cancelled, or never was in this workspace. */
  | { readonly kind: 'gone' }
  /** Another person changed the record after this form was opened: `last`, where the audit log knows. */
  | ChangedMeanwhile
  /** The form was recorded before, with other words than those that came now. */
  | { readonly kind: 'already-recorded' }
  /** The form answers a question that was never asked of this person, or not today. */
  | { readonly kind: 'nothing-asked' }
  /** What was done by a final act can't be undone any more. */
  | { readonly kind: 'undo-over' }
  /** 実施を確認 of a 予定 whose 書面開催 has no result yet. */
  | { readonly kind: 'decided-in-writing' }
  /** 会議録 of a meeting that is still to come. */
  | { readonly kind: 'no-minutes-yet' }
  /** The result of a 書面開催 before its notices leave. */
  | { readonly kind: 'result-not-told' }
  /** Slack lets the bot open no messages with the person, to whom a file would go. */
  | { readonly kind: 'no-messages' };
