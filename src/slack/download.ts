import type { SlackFetch } from './way-out.ts';

/** What a download gave; 'unreadable' when it is no file that Slack gives to the bot, `cause` says why, for the log. */
export type Download =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: 'too-large' }
  | { readonly ok: false; readonly problem: 'unreadable'; readonly cause: string };

export type DownloadOptions = {
  readonly token: string;
  /** The address of the Web API: its host gets the token as Slack's own hosts do. */
  readonly apiUrl: string;
  /** The most bytes read; of a larger file not one more. */
  readonly mostBytes: number;
  readonly fetch: SlackFetch;
};

/** How many redirects are followed: on Grid it is one hop to files-origin.slack.com. */
const MOST_HOPS = 3;
const WITHIN_MS = 10_000;

/** A token goes to Slack's own hosts and to the host of the Web API, and nowhere else. */
export const getsToken = ({ host, protocol }: URL, api: URL): boolean =>
  (host === api.host && protocol === api.protocol) ||
  (protocol === 'https:' && (host === 'slack.com' || host.endsWith('.slack.com')));

const unreadable = (cause: string): Download => ({ ok: false, problem: 'unreadable', cause });

/** The bytes of a body as they come, until there are more than `most`; undefined then. */
const bytesOf = async (
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the download.
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > most) return undefined;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
};

const contentOf = async (response: Response, most: number): Promise<Download> => {
  // Without the right to read it Slack answers with its page for signing in.
  const type = response.headers.get('content-type');
  if (!response.ok || type?.includes('text/html') === true) {
    await response.body?.cancel();
    return unreadable(`HTTP ${response.status} ${type ?? ''}`.trim());
  }
  const bytes = await bytesOf(response.body, most);
  return bytes === undefined ? { ok: false, problem: 'too-large' } : { ok: true, bytes };
};

const follow = async (
  address: string,
  { token, apiUrl, mostBytes, fetch }: DownloadOptions,
): Promise<Download> => {
  const api = new URL(apiUrl);
  const signal = AbortSignal.timeout(WITHIN_MS);
  let next = new URL(address);
  if (!getsToken(next, api)) return unreadable(`not at Slack: ${next.host}`);
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    // Never to plain text from where it was not.
    if (next.protocol !== 'https:' && next.protocol !== api.protocol)
      return unreadable(`led to ${next.protocol}//${next.host}`);
    const headers = getsToken(next, api) ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(next, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null)
      return contentOf(response, mostBytes);
    await response.body?.cancel();
    next = new URL(location, next);
  }
  return unreadable(`more than ${MOST_HOPS} hops`);
};

/**
 * Reads a private address of Slack's, over at most 3 redirects. Slack's page for signing in, an answer that is none, no answer
 * within 10 seconds: all that is 'unreadable'. Never rejects.
 */
export const download = (address: string, options: DownloadOptions): Promise<Download> =>
  follow(address, options).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return unreadable(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
  });
