import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/** Slack's own word for a refusal (`channel_not_found`), when the error is one. */
export const slackErrorCode = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? error.data.error : undefined;

/** What became of a call that changes something at Slack. */
export type FailedCall =
  /** Slack asks to wait; nothing was done. */
  | { readonly kind: 'later'; readonly afterSeconds: number }
  /** No clear answer: it may have been done. Never to be repeated blindly. */
  | { readonly kind: 'unknown'; readonly problem: string }
  /** Slack refused, and would again. */
  | { readonly kind: 'refused'; readonly problem: string };

/** Slack's refusals that pass by themselves. */
const PASSING = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

/** Sorts a failed call; an error that is not Slack's is thrown on. */
export const failedCall = (error: unknown): FailedCall => {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'later', afterSeconds: error.retryAfter };
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', problem: `HTTP ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return { kind: 'unknown', problem: error.message };
  if (!(error instanceof WebAPIPlatformError)) throw error;
  const problem = error.data.error;
  if (problem === 'ratelimited') return { kind: 'later', afterSeconds: 30 };
  return { kind: PASSING.has(problem) ? 'unknown' : 'refused', problem };
};
