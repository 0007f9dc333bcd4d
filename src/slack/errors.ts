import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { isSlackErrorWord, SLACK_ERRORS, saysMissing } from '../domain/slack/error.ts';

/** Whether Slack refused because what was asked for is not there for the bot; everything else is no answer to the question. */
export const isMissing = (error: unknown, what: Parameters<typeof saysMissing>[1]): boolean =>
  error instanceof WebAPIPlatformError && saysMissing(error.data.error, what);

/** Whether Slack asks to wait before this method is called again. */
export const isRateLimited = (error: unknown): boolean => error instanceof WebAPIRateLimitedError;

/** What became of a call that changes something at Slack. */
export type FailedCall =
  /**
   * Slack asks to wait, for so long where it says so; nothing was done. `here`: it is not Slack as a whole that waits, but
   * this one channel or message.
   */
  | {
      readonly kind: 'later';
      readonly problem: string;
      readonly retryAfterMs?: number;
      readonly here?: true;
    }
  /** No clear answer: it may have been done. Never to be repeated blindly. */
  | { readonly kind: 'unknown'; readonly problem: string }
  /** Too long for one message: nothing was done. */
  | { readonly kind: 'too-long'; readonly problem: string }
  /** Slack refused, and would again. */
  | { readonly kind: 'refused'; readonly problem: string };

/** Slack's own words look like this; anything else in their place is some proxy's page. */
export const SLACK_WORD = /^[a-z0-9_]{1,80}$/u;

/** What a word with which Slack refused leads to; one that is in no table is a refusal. */
const sorted = (problem: string): FailedCall => {
  const answer = isSlackErrorWord(problem) ? SLACK_ERRORS[problem] : 'give-up';
  switch (answer) {
    case 'wait':
    case 'mend-token':
      return { kind: 'later', problem };
    case 'wait-here':
      return { kind: 'later', problem, here: true };
    case 'look':
      return { kind: 'unknown', problem };
    case 'split':
      return { kind: 'too-long', problem };
    case 'set-aside':
    case 'give-up':
      return { kind: 'refused', problem };
  }
};

/** Sorts a failed call. */
export const failedCall = (error: unknown): FailedCall => {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'later', problem: 'ratelimited', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', problem: `HTTP ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return { kind: 'unknown', problem: error.message };
  if (!(error instanceof WebAPIPlatformError)) return { kind: 'unknown', problem: String(error) };
  const problem = error.data.error;
  return SLACK_WORD.test(problem) ? sorted(problem) : { kind: 'unknown', problem: 'not an answer of Slack' };
};
