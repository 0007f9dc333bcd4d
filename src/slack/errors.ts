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
  /** Slack asks to wait, for so long where it says so; nothing was done. */
  | { readonly kind: 'later'; readonly problem: string; readonly retryAfterMs?: number }
  /** No clear answer: it may have been done. Never to be repeated blindly. */
  | { readonly kind: 'unknown'; readonly problem: string }
  /** Slack refused, and would again. */
  | { readonly kind: 'refused'; readonly problem: string };

/** Slack's refusals that pass by themselves. */
const PASSING = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

/** Refusals of the token: nothing was done, and all works again when the token does. */
const OF_TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_expired',
  'token_revoked',
]);

/** Slack's own words look like this; anything else in their place is some proxy's page. */
const SLACK_WORD = /^[a-z0-9_]{1,80}$/u;

/** Sorts a failed call. */
export const failedCall = (error: unknown): FailedCall => {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'later', problem: 'ratelimited', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', problem: `HTTP ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return { kind: 'unknown', problem: error.message };
  if (!(error instanceof WebAPIPlatformError)) return { kind: 'unknown', problem: String(error) };
  const problem = error.data.error;
  if (!SLACK_WORD.test(problem)) return { kind: 'unknown', problem: 'not an answer of Slack' };
  if (problem === 'ratelimited' || OF_TOKEN.has(problem)) return { kind: 'later', problem };
  return { kind: PASSING.has(problem) ? 'unknown' : 'refused', problem };
};
