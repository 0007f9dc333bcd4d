import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { z } from 'zod';
import type { NetworkTrouble, SlackTrouble } from '../domain/slack/trouble.ts';
import { SLACK_WORD } from './errors.ts';
import { ProxyError } from './way-out.ts';

const Caused = z.looseObject({
  code: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
  errors: z.array(z.unknown()).optional().catch(undefined),
});

/** What an error and all that led to it say of themselves: codes, names and messages, the innermost last. */
const signsOf = (error: unknown, depth = 0): readonly string[] => {
  const read = typeof error === 'object' && depth < 8 ? Caused.safeParse(error).data : undefined;
  if (read === undefined) return [];
  const { code, name, message, cause, errors = [] } = read;
  const own = [code, name, message].filter((sign) => sign !== undefined);
  return [...own, ...[...errors, cause].flatMap((each) => signsOf(each, depth + 1))];
};

/** Which trouble of the network a sign tells of; the first that fits any sign counts. */
const SIGNS = [
  ['unknown-host', /^(?:ENOTFOUND|EAI_\w+)$/u],
  [
    'tls',
    /^(?:ERR_(?:TLS|SSL)_\w+|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|EPROTO)$|certificate/u,
  ],
  ['refused', /^ECONNREFUSED$/u],
  ['unreachable', /^E(?:HOST|NET)(?:UNREACH|DOWN)$/u],
  ['time-out', /^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|TimeoutError|AbortError)$/u],
  ['cut', /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|HPE_\w+)$/u],
] as const;
const REDIRECT = /unexpected redirect/u;

const networkTroubleOf = (signs: readonly string[]): NetworkTrouble =>
  SIGNS.find(([, sign]) => signs.some((each) => sign.test(each)))?.[0] ?? 'other';

/** The proxy's part in an error, wherever in its causes. */
const proxyErrorOf = (error: unknown, depth = 0): ProxyError | undefined => {
  if (error instanceof ProxyError) return error;
  if (!(error instanceof Error) || depth === 8) return undefined;
  return proxyErrorOf(error instanceof WebAPIRequestError ? error.original : error.cause, depth + 1);
};

const ofProxy = ({ proxy, status, cause }: ProxyError): SlackTrouble => {
  if (status === undefined) return { kind: 'no-proxy', proxy, why: networkTroubleOf(signsOf(cause)) };
  return status === 407 ? { kind: 'proxy-login' } : { kind: 'proxy-status', proxy, status };
};

/** `fetch` keeps a 407 to itself: it fails then without a word, and in no other case. */
const isNameless = (cause: unknown): boolean =>
  cause instanceof Error && cause.message === '' && !('code' in cause) && cause.name === 'Error';

/** What kept a call from Slack's answer, or what Slack answered; nothing secret is in it. */
export const troubleOf = (error: unknown): SlackTrouble => {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'limited', seconds: error.retryAfter };
  if (error instanceof WebAPIHTTPError)
    return error.statusCode === 407
      ? { kind: 'proxy-login' }
      : error.statusCode >= 500
        ? { kind: 'status', status: error.statusCode }
        : { kind: 'page' };
  if (error instanceof WebAPIPlatformError)
    return SLACK_WORD.test(error.data.error) ? { kind: 'word', word: error.data.error } : { kind: 'page' };
  const ofTheProxy = proxyErrorOf(error);
  if (ofTheProxy !== undefined) return ofProxy(ofTheProxy);
  if (!(error instanceof WebAPIRequestError)) return { kind: 'other' };
  if (isNameless(error.original.cause)) return { kind: 'proxy-login' };
  const signs = signsOf(error);
  if (signs.some((sign) => REDIRECT.test(sign))) return { kind: 'page' };
  return { kind: networkTroubleOf(signs) };
};

/** Where SLACK_API_URL leads to, without what may be secret in it. */
export const hostOf = (slackApiUrl: string): string =>
  URL.canParse(slackApiUrl) ? new URL(slackApiUrl).host : 'slack.com';
