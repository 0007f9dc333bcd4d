import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { slackErrorCode } from './errors.ts';

/** A file that a person put into a form. */
export type SlackFile = { readonly name: string; readonly bytes: Uint8Array };

/** Why a file can't be read. */
export type FileProblem = 'gone' | 'too-large' | 'not-yours' | 'unreadable';

export type Files = {
  /** Its size in bytes and its owner, as Slack knows them; undefined when Slack does not know the id. */
  readonly read: (
    fileId: string,
    wanted: { readonly ownerId: string; readonly mostBytes: number },
  ) => Promise<
    { readonly ok: true; readonly file: SlackFile } | { readonly ok: false; readonly problem: FileProblem }
  >;
};

const Info = z.object({
  name: z.string(),
  user: z.string(),
  size: z.number(),
  url_private_download: z.url(),
});

/** A token goes to Slack's own hosts and to the host of the Web API, and nowhere else. */
const isSlackHost = (url: string, apiUrl: string): boolean => {
  const { host, protocol } = new URL(url);
  if (host === new URL(apiUrl).host) return true;
  return protocol === 'https:' && (host === 'slack.com' || host.endsWith('.slack.com'));
};

const refused = (problem: FileProblem) => ({ ok: false, problem }) as const;

const DOWNLOAD_WITHIN_MS = 10_000;

/** Files by their id: what a form says of a file beyond its id is never believed. */
export const createFiles = (client: WebClient, token: string, apiUrl: string): Files => ({
  read: async (fileId, { ownerId, mostBytes }) => {
    const answer = await client.files.info({ file: fileId }).catch((error: unknown) => {
      if (['file_not_found', 'file_deleted'].includes(slackErrorCode(error) ?? '')) return undefined;
      throw error;
    });
    const info = Info.safeParse(answer?.file).data;
    if (info === undefined) return refused('gone');
    if (info.user !== ownerId) return refused('not-yours');
    if (info.size > mostBytes) return refused('too-large');
    if (!isSlackHost(info.url_private_download, apiUrl)) return refused('unreadable');
    const response = await fetch(info.url_private_download, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(DOWNLOAD_WITHIN_MS),
    });
    // Without the right to read it Slack answers with its page for signing in.
    if (!response.ok || response.headers.get('content-type')?.includes('text/html') === true)
      return refused('unreadable');
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length > mostBytes ? refused('too-large') : { ok: true, file: { name: info.name, bytes } };
  },
});
